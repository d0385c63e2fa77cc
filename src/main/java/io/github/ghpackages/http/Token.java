package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A secret with one way in and one way out: only this package can read it. Prints as its origin. */
public final class Token {

    /** A shorter token could appear in harmless text, such as a version's name, by chance. */
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

    /**
     * Finds what a token may look like in an answer, before or after somebody has decoded it. A scanner by hand: a pattern would go
     * back and forth in a hostile text for hours.
     */
    static final class TokenTraces {

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

        /** Covers every trace of the token in what comes back: a server, or a proxy on the way, may echo it. */
        record Scrubbing(@Nullable Token token) {

            static Scrubbing of(@Nullable Token token) {
                return new Scrubbing(token);
            }

            /**
             * Errors and headers always; data only where the token is so long that it can't stand in it by chance, since a changed
             * version name would be judged wrongly.
             *
             * @param givenUp whether nobody waits for the answer any more; then the rest of it is covered
             */
            Response clean(Response response, BooleanSupplier givenUp) {
                Token secret = token;
                if (secret == null) {
                    return response;
                }
                boolean data = response.status() < 400 && !secret.isBeyondChance();
                return new Response(
                        response.status(),
                        response.headers().with(value -> secret.scrub(value, givenUp)),
                        data ? response.body() : secret.scrub(response.body(), givenUp));
            }
        }
    }
}
