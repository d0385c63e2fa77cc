package io.github.ghpackages.text;

import java.util.regex.Pattern;

/**
 * Makes text from outside (names, messages, URLs) harmless to print: one line, nothing that steers a terminal, hides or
 * turns characters around, or that a CI runner would take as a command, and no token of GitHub.
 */
public final class SafeText {

    /**
     * GitHub's runner obeys {@code ::error::} at the start of a line, after blanks too. Text may be wrapped at any blank, so
     * every word counts as the start of a line.
     */
    private static final Pattern COMMAND = Pattern.compile("(?U)(?<!\\S)::");

    /** {@code ##[error]}, {@code ##vso[...]} and {@code ##teamcity[...]} are obeyed anywhere in a line. */
    private static final Pattern HASH_COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

    /** A token of GitHub, by the start that GitHub gives to all of them: it may have been written in the place of anything. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9])(?:gh[oprsu]|github_pat)_[A-Za-z0-9][A-Za-z0-9_.-]{18,}+");

    /** What stands before the last underscore of that start. */
    private static final String BEFORE_TOKEN = "oprsut";

    private static final int DELETE = 0x7f;

    private SafeText() {}

    /**
     * The same text with visible escapes, such as {@code \u001b}, in the place of what could do harm, and {@code ***} in the
     * place of a token. Doing it twice changes nothing more.
     */
    public static String harmless(String text) {
        if (isPlain(text, ' ')) {
            return text;
        }
        var visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isHarmful(character)) {
                visible.append(escape(character));
            } else {
                visible.appendCodePoint(character);
            }
        });
        var withoutCommand = COMMAND.matcher(visible).replaceAll("\\\\u003a:");
        var withoutCommands = HASH_COMMAND.matcher(withoutCommand).replaceAll("#\\\\u0023");
        return TOKEN.matcher(withoutCommands).replaceAll("***");
    }

    /** Whether a character has no shape of its own, but an effect: controls, bidi and zero-width marks, line separators. */
    public static boolean isHarmful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /**
     * The same JSON, one line or many, with JSON's own escapes in the place of what could do harm: it parses to the same
     * values.
     */
    public static String harmlessJson(String json) {
        if (isPlain(json, '\0')) {
            return json;
        }
        var harmless = new StringBuilder(json.length());
        json.codePoints().forEach(character -> {
            // What stands raw below DEL is layout; the controls inside of strings are escaped by every writer of JSON.
            if (character >= DELETE && isHarmful(character)) {
                harmless.append(unicodeEscape(character));
            } else {
                harmless.appendCodePoint(character);
            }
        });
        return HASH_COMMAND.matcher(harmless).replaceAll("#\\\\u0023");
    }

    /** Whether there is nothing to do, in one pass: reports have hundreds of thousands of texts. */
    private static boolean isPlain(String text, char lowest) {
        char before = ' ';
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean twice = character == before && (character == ':' || character == '#');
            boolean mayBeToken = character == '_' && BEFORE_TOKEN.indexOf(before) >= 0;
            if (character < lowest || character >= DELETE || twice || mayBeToken) {
                return false;
            }
            before = character;
        }
        return true;
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unicodeEscape(character);
        };
    }

    private static String unicodeEscape(int character) {
        var escaped = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escaped.append(String.format("\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
