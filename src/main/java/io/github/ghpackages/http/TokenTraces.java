package io.github.ghpackages.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds what a token may look like in an answer, before or after somebody has decoded it. A scanner by hand: a pattern would go
 * back and forth in a hostile text for hours.
 */
final class TokenTraces {

    private static final String COVER = "***";

    /** How many characters are looked at before it is asked again whether anybody waits for the answer. */
    private static final int STRETCH = 1 << 16;

    private static final int ASCII = 0x80;
    private static final int DELETE = 0x7f;

    private final List<String> forms;
    private final boolean[] starts = new boolean[ASCII];

    /** By the first character and the second: which of them may be the start of a form, as it is or in disguise. */
    private final boolean[] pairs = new boolean[ASCII * ASCII];

    private final boolean startsWithBackslash;

    /** @param forms what to look for, all of it ASCII */
    TokenTraces(Collection<String> forms) {
        this.forms = List.copyOf(forms);
        for (String form : this.forms) {
            addStart(form);
        }
        startsWithBackslash = starts['\\'];
        starts['%'] = true;
        starts['\\'] = true;
    }

    private void addStart(String form) {
        char first = form.charAt(0);
        starts[first] = true;
        pairs[ASCII * first + '%'] = true;
        pairs[ASCII * first + '\\'] = true;
        if (form.length() > 1) {
            pairs[ASCII * first + form.charAt(1)] = true;
        } else {
            Arrays.fill(pairs, ASCII * first, ASCII * (first + 1), true);
        }
    }

    /**
     * The text with each of these forms covered, also where it is encoded, escaped or torn apart.
     *
     * @param givenUp whether nobody waits for the answer any more; then all of it is covered
     */
    String cover(String text, BooleanSupplier givenUp) {
        DisguisedText disguised = new DisguisedText(text);
        StringBuilder covered = new StringBuilder();
        int kept = 0;
        int next = 0;
        while (next < text.length()) {
            if (givenUp.getAsBoolean()) {
                return COVER;
            }
            int until = Math.min(text.length(), next + STRETCH);
            while (next < until) {
                int end = mayStart(text, next) ? endOfLongest(disguised, next) : DisguisedText.NOT_THERE;
                if (end == DisguisedText.NOT_THERE) {
                    next = behind(text, next);
                } else {
                    covered.append(text, kept, next).append(COVER);
                    kept = end;
                    next = end;
                }
            }
        }
        return kept == 0 ? text : covered.append(text, kept, text.length()).toString();
    }

    /** Where a word may start next: of a row of backslashes only the last few can escape something, all of them alike. */
    private int behind(String text, int start) {
        int end = start + 1;
        if (text.charAt(start) == '\\' && !startsWithBackslash) {
            while (end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            return end - start > DisguisedText.MOST_BACKSLASHES ? end - DisguisedText.MOST_BACKSLASHES : end;
        }
        return end;
    }

    /** Two characters are enough to pass over nearly all of an answer. */
    private boolean mayStart(String text, int start) {
        char first = text.charAt(start);
        if (first >= ASCII || !starts[first]) {
            return false;
        }
        if (first == '%' || first == '\\' || start + 1 == text.length()) {
            return true;
        }
        char second = text.charAt(start + 1);
        boolean isGap = second <= ' ' || second >= DELETE;
        return isGap || pairs[ASCII * first + second];
    }

    private int endOfLongest(DisguisedText text, int start) {
        int longest = DisguisedText.NOT_THERE;
        for (String form : forms) {
            if (text.mayStartAt(form.charAt(0), start)) {
                longest = Math.max(longest, text.endOf(form, start));
            }
        }
        return longest;
    }
}
