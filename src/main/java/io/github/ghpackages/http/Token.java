package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A secret with one way in and one way out: only this package can read it. Prints as its origin. */
public final class Token {

    /** Below this length a token could stand in innocent text, such as a version's name, by chance. */
    private static final int LENGTH_BEYOND_CHANCE = 8;

    /** What is left of an encoded form must be long enough to betray something. */
    private static final int SHORTEST_ENCODED_PART = 6;

    private final String value;
    private final String origin;
    private final TokenTraces traces;

    /**
     * @param value the token itself
     * @param origin where it comes from, in words for a person: {@code server 'github' of settings.xml}
     */
    public Token(String value, String origin) {
        if (!isUsable(value)) {
            throw new PackagesException(
                    PackagesException.Id.NO_TOKEN,
                    "Using the token from " + origin + " failed.",
                    "It is empty or contains a blank, a line break or another character that no token has.",
                    "Copy the token again, without blanks or line breaks around it.");
        }
        this.value = value;
        this.origin = origin;
        this.traces = new TokenTraces(plainFormsOf(value));
    }

    private static boolean isUsable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Where it comes from, in words for a person. */
    public String origin() {
        return origin;
    }

    /**
     * Whether it has the prefix of a fine-grained token, with which GitHub Packages does not work. A hint for an error
     * that has happened, never a reason to refuse it.
     */
    public boolean looksFineGrained() {
        return value.startsWith("github_pat_");
    }

    /**
     * The text with every trace of the token covered: plain or in Base64, also URL-encoded, with the escapes of JSON, or torn
     * apart by blanks and line breaks.
     */
    public String scrub(String text) {
        return scrub(text, () -> false);
    }

    /** The same; where nobody waits for the text any more, all of it is covered. */
    String scrub(String text, BooleanSupplier givenUp) {
        return traces.cover(text, givenUp);
    }

    /** Whether it can be covered in data too, without the risk that innocent data is changed. */
    boolean isBeyondChance() {
        return value.length() >= LENGTH_BEYOND_CHANCE;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "token from " + origin;
    }

    private static Set<String> plainFormsOf(String value) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        for (String encoded : base64InAnyPosition(value)) {
            forms.add(encoded);
            forms.add(encoded.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    /**
     * Base64 takes three bytes at a time, so behind a user name ({@code user:token}) the token has one of three forms. The
     * characters at both ends depend on the neighbours and are left out.
     */
    private static Set<String> base64InAnyPosition(String value) {
        Set<String> forms = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] bytes = (" ".repeat(before) + value).getBytes(StandardCharsets.US_ASCII);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            int from = before == 0 ? 0 : before + 1;
            int to = encoded.length() - (bytes.length % 3 == 0 ? 0 : 1);
            if (to - from >= SHORTEST_ENCODED_PART) {
                forms.add(encoded.substring(from, to));
            }
        }
        return forms;
    }
}
