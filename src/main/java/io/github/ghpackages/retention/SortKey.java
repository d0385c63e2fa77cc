package io.github.ghpackages.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns a version's name into a string whose plain order is Maven's documented version order
 * (https://maven.apache.org/pom.html#version-order-specification).
 *
 * <p>The name is split at dots, hyphens, underscores and between digits and letters; numbers that are zero and words that mean
 * nothing (final, ga, release) are dropped where they end a group. Each token becomes a letter for its class, then its value;
 * the end of the name is a class too, between snapshot and sp.
 */
final class SortKey {

    private static final char NO_PLACE = 0;
    private static final char ALPHA = 1;
    private static final char BETA = 2;
    private static final char MILESTONE = 3;
    private static final char CANDIDATE = 4;
    private static final char SNAPSHOT = 5;
    private static final char END = 6;
    private static final char SERVICE_PACK = 7;
    private static final char OTHER_WORD = 8;
    private static final char NUMBER_BEHIND_HYPHEN = 9;
    private static final char NUMBER_BEHIND_DOT = 10;

    /** Ends a word, so that a word comes before all longer ones that begin with it. */
    private static final char END_OF_WORD = 0;

    private static final Pattern NUMBERED = Pattern.compile("v?[0-9].*", Pattern.DOTALL);

    /** Names of commits have no order, also where they start with a digit. A plain number is none. */
    private static final Pattern COMMIT_HASH = Pattern.compile("(?=[0-9]*[a-f])[0-9a-f]{7,40}");

    private final String name;
    private final List<String> tokens = new ArrayList<>();
    private int position;

    private SortKey(String name) {
        this.name = name;
    }

    static boolean hasPlace(String name) {
        return NUMBERED.matcher(name).matches() && !COMMIT_HASH.matcher(name).matches();
    }

    static String of(String name) {
        boolean hasPlace = hasPlace(name);
        String text = hasPlace && name.startsWith("v") ? name.substring(1) : name;
        String key = new SortKey(text.toLowerCase(Locale.ROOT)).read();
        return hasPlace ? key : NO_PLACE + key;
    }

    private String read() {
        boolean behindHyphen = false;
        while (position <= name.length()) {
            boolean number = position == name.length() || isDigit(position) || isSeparator(position);
            if (behindHyphen || !number) {
                dropNulls();
            }
            tokens.add(number ? readNumber(behindHyphen) : readWord());
            // Where the token ends without a separator, digits meet letters, which is like a hyphen.
            behindHyphen = position < name.length() && name.charAt(position) != '.';
            if (position == name.length() || isSeparator(position)) {
                position++;
            }
        }
        dropNulls();
        return String.join("", tokens) + END;
    }

    private String readNumber(boolean behindHyphen) {
        int start = position;
        while (position < name.length() && isDigit(position)) {
            position++;
        }
        while (start < position && name.charAt(start) == '0') {
            start++;
        }
        // Longer is larger: no number is too long for this.
        char length = (char) Math.min(position - start, Character.MAX_VALUE);
        return "" + (behindHyphen ? NUMBER_BEHIND_HYPHEN : NUMBER_BEHIND_DOT) + length
                + name.substring(start, position);
    }

    private String readWord() {
        int start = position;
        while (position < name.length() && !isDigit(position) && !isSeparator(position)) {
            position++;
        }
        String word = name.substring(start, position);
        boolean numbered = position < name.length() && isDigit(position);
        return switch (word) {
            case "alpha" -> "" + ALPHA;
            case "beta" -> "" + BETA;
            case "milestone" -> "" + MILESTONE;
            case "a" -> numbered ? "" + ALPHA : otherWord(word);
            case "b" -> numbered ? "" + BETA : otherWord(word);
            case "m" -> numbered ? "" + MILESTONE : otherWord(word);
            case "rc", "cr" -> "" + CANDIDATE;
            case "snapshot" -> "" + SNAPSHOT;
            case "ga", "final", "release" -> "" + END;
            case "sp" -> "" + SERVICE_PACK;
            default -> otherWord(word);
        };
    }

    private static String otherWord(String word) {
        return OTHER_WORD + word + END_OF_WORD;
    }

    private void dropNulls() {
        while (!tokens.isEmpty() && isNull(tokens.get(tokens.size() - 1))) {
            tokens.remove(tokens.size() - 1);
        }
    }

    /** Zero, or a word that means nothing. */
    private static boolean isNull(String token) {
        char type = token.charAt(0);
        return type == END || (type == NUMBER_BEHIND_HYPHEN || type == NUMBER_BEHIND_DOT) && token.length() == 2;
    }

    private boolean isDigit(int index) {
        char c = name.charAt(index);
        return c >= '0' && c <= '9';
    }

    private boolean isSeparator(int index) {
        char c = name.charAt(index);
        return c == '.' || c == '-' || c == '_';
    }
}
