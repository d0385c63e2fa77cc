package io.github.ghpackages.http;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a token may look like in an answer, before or after somebody has decoded it. */
final class TokenTraces {

    private static final String ESCAPED = "\\\\+u00";

    /** Encoded twice, {@code %} is {@code %25}. */
    private static final String PERCENT = "(?:%(?:25)*?|" + ESCAPED + "25)";

    /** What may tear a token apart and still let a person read it; bounded, since long gaps would make the search slow. */
    private static final String GAP =
            "(?:[\\s\\p{Cc}\\p{Cf}]|\\\\+[bfnrt]|\\\\+u(?:00[01]\\p{XDigit}|0020|007[fF]|00[89]\\p{XDigit}|00[aA]0"
                    + "|00[aA][dD]|200\\p{XDigit}|202\\p{XDigit}|206\\p{XDigit}|[fF][eE][fF]{2})){0,8}+";

    private TokenTraces() {}

    /** Finds any of these forms, which are ASCII: first as it stands, then in disguise. */
    static Pattern of(Collection<String> forms) {
        String plain = forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String disguised = forms.stream().map(TokenTraces::disguised).collect(Collectors.joining("|"));
        String starts = forms.stream().map(form -> quoted(form.charAt(0))).collect(Collectors.joining("|"));
        // Looking at one character first is what makes this fast on text in which there is nothing.
        return Pattern.compile("(?=" + starts + "|[%\\\\])(?:" + plain + "|" + disguised + ")");
    }

    /** Whether any of these forms may stand in the text: told much faster than by the pattern, and rarely in vain. */
    static boolean mayBeIn(String text, Collection<String> forms) {
        if (text.indexOf('%') >= 0 || text.indexOf('\\') >= 0) {
            return true;
        }
        String untorn = withoutGaps(text);
        return forms.stream().anyMatch(untorn::contains);
    }

    private static String withoutGaps(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7f) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String disguised(String form) {
        return form.chars().mapToObj(c -> anyFormOf((char) c)).collect(Collectors.joining(GAP));
    }

    /** For {@code g}: itself, {@code %67}, and JSON's escape by number, however often its backslash is escaped itself. */
    private static String anyFormOf(char character) {
        String hex = String.format("(?i:%02x)", (int) character);
        return "(?:" + quoted(character) + "|" + PERCENT + hex + "|" + ESCAPED + hex
                + (character == '/' ? "|\\\\+/" : "") + ")";
    }

    private static String quoted(char character) {
        return Pattern.quote(String.valueOf(character));
    }
}
