package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import java.util.Locale;

/**
 * Turns a version's name into a string whose plain order is Maven's documented version order
 * (https://maven.apache.org/pom.html#version-order-specification).
 *
 * <p>The name is split at dots, hyphens, underscores and between digits and letters; numbers that are zero and words that mean
 * nothing (final, ga, release) are dropped where they end a group. Each token becomes a letter for its class, then its value;
 * the end of the name is a class too, between snapshot and sp. A part that looks like a commit hash counts as one and the same word.
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

    private final String name;
    private final StringBuilder key;

    /** The key's length without what means nothing at its end: zeros, and words such as final. */
    private int solid;

    private int position;

    private SortKey(String name, StringBuilder key) {
        this.name = name;
        this.key = key;
        this.solid = key.length();
    }

    /** Whether the name starts with a number, after an optional v. A commit hash is no number, also where it starts with a digit. */
    static boolean hasPlace(String name) {
        return startsWithNumber(NameParts.withoutHashes(name));
    }

    private static boolean startsWithNumber(String text) {
        int start = startOfNumber(text);
        return start < text.length() && isDigit(text.charAt(start));
    }

    /** 1 where there is a v in front of the rest of the name, else 0. */
    static int startOfNumber(String name) {
        return name.startsWith("v") || name.startsWith("V") ? 1 : 0;
    }

    static String of(String name) {
        // Hashes have no order: names that differ only in them have equal keys.
        String text = NameParts.withoutHashes(name);
        var key = new StringBuilder(2 * text.length() + 2);
        if (startsWithNumber(text)) {
            text = text.substring(startOfNumber(text));
        } else {
            key.append(NO_PLACE);
        }
        return new SortKey(text.toLowerCase(Locale.ROOT), key).read();
    }

    /** Whether the key is of a name with a place. */
    static boolean isPlace(String key) {
        return key.charAt(0) != NO_PLACE;
    }

    private String read() {
        boolean behindHyphen = false;
        while (position <= name.length()) {
            boolean number = position == name.length() || isDigit(name.charAt(position)) || isSeparator(position);
            if (behindHyphen || !number) {
                key.setLength(solid);
            }
            boolean meansSomething = number ? readNumber(behindHyphen) : readWord();
            if (meansSomething) {
                solid = key.length();
            }
            // Where the token ends without a separator, digits meet letters, which is like a hyphen.
            behindHyphen = position < name.length() && name.charAt(position) != '.';
            if (position == name.length() || isSeparator(position)) {
                position++;
            }
        }
        key.setLength(solid);
        return key.append(END).toString();
    }

    private boolean readNumber(boolean behindHyphen) {
        int start = position;
        while (position < name.length() && isDigit(name.charAt(position))) {
            position++;
        }
        while (start < position && name.charAt(start) == '0') {
            start++;
        }
        // Longer is larger: no number is too long for this.
        char length = (char) Math.min(position - start, Character.MAX_VALUE);
        key.append(behindHyphen ? NUMBER_BEHIND_HYPHEN : NUMBER_BEHIND_DOT)
                .append(length)
                .append(name, start, position);
        return length > 0;
    }

    private boolean readWord() {
        int start = position;
        while (position < name.length() && !isDigit(name.charAt(position)) && !isSeparator(position)) {
            position++;
        }
        String word = name.substring(start, position);
        boolean numbered = position < name.length() && isDigit(name.charAt(position));
        char type = numbered ? typeOfNumbered(word) : typeOf(word);
        key.append(type);
        if (type == OTHER_WORD) {
            key.append(word).append(END_OF_WORD);
        }
        return type != END;
    }

    /** Three words may be shortened where a number follows at once. */
    private static char typeOfNumbered(String word) {
        return switch (word) {
            case "a" -> ALPHA;
            case "b" -> BETA;
            case "m" -> MILESTONE;
            default -> typeOf(word);
        };
    }

    private static char typeOf(String word) {
        return switch (word) {
            case "alpha" -> ALPHA;
            case "beta" -> BETA;
            case "milestone" -> MILESTONE;
            case "rc", "cr" -> CANDIDATE;
            case "snapshot" -> SNAPSHOT;
            case "ga", "final", "release" -> END;
            case "sp" -> SERVICE_PACK;
            default -> OTHER_WORD;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isSeparator(int index) {
        char c = name.charAt(index);
        return c == '.' || c == '-' || c == '_';
    }
}
