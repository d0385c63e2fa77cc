package io.github.ghpackages.build;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name with expressions that can't be resolved here, each of which may be any text.
 *
 * @param pieces what stands before, between and behind them, in lower case
 */
record GappedName(List<String> pieces) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*}");

    static GappedName of(String text) {
        return new GappedName(Stream.of(EXPRESSION.split(text, -1))
                .map(piece -> piece.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Whether anything of the name is known. */
    boolean saysSomething() {
        return pieces.stream().anyMatch(piece -> piece.chars().anyMatch(Character::isLetterOrDigit));
    }

    /** Whether the name can be this one, in whatever case. */
    boolean matches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        String first = pieces.get(0);
        if (pieces.size() == 1) {
            return text.equals(first);
        }
        String last = pieces.get(pieces.size() - 1);
        int end = text.length() - last.length();
        int at = first.length();
        if (!text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return at <= end;
    }
}
