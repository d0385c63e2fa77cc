package io.github.ghpackages.http;

import java.util.Arrays;

/**
 * A text in which characters may be URL-encoded or escaped as in JSON, several times over, with gaps between them. Each look at
 * a place has a bound, so that the time grows with the length of the text and no faster.
 */
final class DisguisedText {

    static final int NOT_THERE = -1;

    /** How many blanks, line breaks and the like may tear a word apart between two characters and still let a person read it. */
    private static final int MOST_GAPS = 8;

    /** Each time that JSON is put into JSON, the backslashes double. */
    static final int MOST_BACKSLASHES = 64;

    /** Encoded once more, {@code %} is {@code %25}. */
    private static final int MOST_PERCENTS = 16;

    private static final String ENCODED_PERCENT = "25";

    private final String text;

    /** Where the characters looked for so far may end: more than one place only behind a percent sign. */
    private Places ends = new Places();

    private Places nextEnds = new Places();

    /** A few places without duplicates. */
    private static final class Places {

        private int[] all = new int[4];
        private int count;

        void add(int place) {
            for (int i = 0; i < count; i++) {
                if (all[i] == place) {
                    return;
                }
            }
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = place;
        }

        int last() {
            int last = NOT_THERE;
            for (int i = 0; i < count; i++) {
                last = Math.max(last, all[i]);
            }
            return last;
        }
    }

    DisguisedText(String text) {
        this.text = text;
    }

    /** Whether this character may be here, as it is or in disguise; the answer is quick, and rarely wrong. */
    boolean mayStartAt(char character, int start) {
        int first = at(start);
        return first == character || first == '%' || first == '\\';
    }

    /** Where this word ends that starts here, in whatever disguise; {@link #NOT_THERE} where another one starts. */
    int endOf(String word, int start) {
        if (text.startsWith(word, start)) {
            return start + word.length();
        }
        ends.count = 0;
        addEndsOf(word.charAt(0), start, ends);
        for (int i = 1; i < word.length() && ends.count > 0; i++) {
            char character = word.charAt(i);
            nextEnds.count = 0;
            for (int j = 0; j < ends.count; j++) {
                int end = ends.all[j];
                int behindGaps = behindGaps(end);
                addEndsOf(character, behindGaps, nextEnds);
                if (behindGaps != end) {
                    // A word with a backslash of its own may look like a gap.
                    addEndsOf(character, end, nextEnds);
                }
            }
            Places free = ends;
            ends = nextEnds;
            nextEnds = free;
        }
        return ends.last();
    }

    /** For {@code g}: itself, {@code %67}, and {@code \}{@code u0067}, however often these are encoded or escaped themselves. */
    private void addEndsOf(char wanted, int start, Places found) {
        int first = at(start);
        if (first == wanted) {
            found.add(start + 1);
        }
        if (first == '%') {
            addEndsOfEncoded(wanted, start + 1, found);
        } else if (first == '\\') {
            int behind = behindBackslashes(start);
            int escaped = at(behind) == 'u' ? hex(behind + 1, 4) : NOT_THERE;
            if (escaped == wanted) {
                found.add(behind + 5);
            }
            if (escaped == '%') {
                addEndsOfEncoded(wanted, behind + 5, found);
            }
            if (wanted == '/' && at(behind) == '/') {
                found.add(behind + 1);
            }
        }
    }

    /** @param start behind the percent sign */
    private void addEndsOfEncoded(char wanted, int start, Places found) {
        int digits = start;
        for (int count = 0; count < MOST_PERCENTS; count++) {
            if (hex(digits, 2) == wanted) {
                found.add(digits + 2);
            }
            if (!text.startsWith(ENCODED_PERCENT, digits)) {
                return;
            }
            digits += ENCODED_PERCENT.length();
        }
    }

    private int behindGaps(int start) {
        int end = start;
        for (int count = 0; count < MOST_GAPS; count++) {
            int behind = behindGap(end);
            if (behind == end) {
                return end;
            }
            end = behind;
        }
        return end;
    }

    private int behindGap(int start) {
        if (start >= text.length()) {
            return start;
        }
        int first = text.codePointAt(start);
        if (first == '\\') {
            int behind = behindBackslashes(start);
            return switch (at(behind)) {
                case 'b', 'f', 'n', 'r', 't' -> behind + 1;
                case 'u' -> isGap(hex(behind + 1, 4)) ? behind + 5 : start;
                default -> start;
            };
        }
        return isGap(first) ? start + Character.charCount(first) : start;
    }

    /** Whether a character has no shape, so that a person does not notice it. */
    private static boolean isGap(int character) {
        if (character > ' ' && character < 0x7f || character < 0) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private int behindBackslashes(int start) {
        int end = start;
        while (end - start < MOST_BACKSLASHES && at(end) == '\\') {
            end++;
        }
        return end;
    }

    private int hex(int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = Character.digit(Math.max(at(i), 0), 16);
            if (digit < 0 || at(i) >= 0x7f) {
                return NOT_THERE;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    private int at(int index) {
        return index < text.length() ? text.charAt(index) : NOT_THERE;
    }
}
