package io.github.ghpackages.http;

import java.util.Optional;

/** Reads a {@code link} header from left to right, once, part by part. */
final class LinkScanner {

    private static final String ENDS_NAME = "=;,\"";
    private static final String ENDS_VALUE = ";,\"";

    private final String text;
    private int at;

    /**
     * What a link says about itself.
     *
     * @param value empty where it has none
     */
    record Parameter(String name, String value) {}

    LinkScanner(String text) {
        this.text = text;
    }

    /** The next link's target, between its angle brackets; empty where none is next. */
    Optional<String> target() {
        int start = at;
        while (start < text.length() && (isBlank(start) || text.charAt(start) == ',')) {
            start++;
        }
        if (!isAt(start, '<')) {
            return Optional.empty();
        }
        int end = start + 1;
        while (end < text.length() && !isOneOf("<>", end)) {
            end++;
        }
        if (!isAt(end, '>')) {
            return Optional.empty();
        }
        at = end + 1;
        return Optional.of(text.substring(start + 1, end));
    }

    /** The next parameter of the link that was read last; empty where none is next. */
    Optional<Parameter> parameter() {
        int semicolon = behindBlanks(at);
        if (!isAt(semicolon, ';')) {
            return Optional.empty();
        }
        int name = behindBlanks(semicolon + 1);
        int end = behindWord(name, ENDS_NAME);
        if (end == name) {
            return Optional.empty();
        }
        at = behindBlanks(end);
        return Optional.of(new Parameter(text.substring(name, end), isAt(at, '=') ? value(at + 1) : ""));
    }

    /** Whether something is left that is neither. */
    boolean isAtEnd() {
        return behindBlanks(at) >= text.length();
    }

    private String value(int behindEquals) {
        int start = behindBlanks(behindEquals);
        if (isAt(start, '"')) {
            int end = closingQuote(start + 1);
            at = end < text.length() ? end + 1 : start;
            return text.substring(start + 1, Math.min(end, text.length()));
        }
        at = behindWord(start, ENDS_VALUE);
        return text.substring(start, at);
    }

    private int closingQuote(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private int behindBlanks(int start) {
        int end = start;
        while (end < text.length() && isBlank(end)) {
            end++;
        }
        return end;
    }

    private int behindWord(int start, String enders) {
        int end = start;
        while (end < text.length() && !isBlank(end) && !isOneOf(enders, end)) {
            end++;
        }
        return end;
    }

    private boolean isBlank(int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private boolean isOneOf(String characters, int index) {
        return characters.indexOf(text.charAt(index)) >= 0;
    }

    private boolean isAt(int index, char character) {
        return index < text.length() && text.charAt(index) == character;
    }
}
