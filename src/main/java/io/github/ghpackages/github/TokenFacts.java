package io.github.ghpackages.github;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says about the token.
 *
 * @param login whose token it is; null for a {@code GITHUB_TOKEN}, which is nobody's
 * @param kind from GitHub's responses; from the token's prefix only if GitHub does not report it
 * @param scopes null where this kind of token has none
 * @param expiresAt null when it does not expire, GitHub did not say, or what it says can't be read
 * @param expiry the same as GitHub writes it, harmless; null when it wrote nothing
 */
public record TokenFacts(
        @Nullable String login,
        Kind kind,
        @Nullable Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable String expiry) {

    /** The kinds of token that matter here. */
    public enum Kind {
        /** A personal access token (classic), or an OAuth token: has scopes. */
        CLASSIC,
        /** A fine-grained personal access token, with which GitHub Packages does not work. */
        FINE_GRAINED,
        /** The {@code GITHUB_TOKEN} of a workflow, or another installation token of an app. */
        GITHUB_TOKEN,
        /** GitHub did not say. */
        UNKNOWN
    }

    /** The scopes of a classic token, as the header {@code X-OAuth-Scopes} lists them. Present but empty: it has none. */
    record Scopes(Set<String> names) {

        static Scopes of(String header) {
            Set<String> names = new TreeSet<>();
            for (String name : header.split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
            return new Scopes(names);
        }

        /** What is missing for this. GitHub leaves out of the header what a wider scope includes. */
        List<String> missingFor(Operation operation) {
            return operation.scopes().stream()
                    .filter(needed -> !names.contains(needed))
                    .filter(needed -> !(needed.equals("read:packages") && names.contains("write:packages")))
                    .toList();
        }

        boolean isMissingRepo() {
            return !names.contains("repo");
        }

        @Override
        public String toString() {
            return names.isEmpty() ? "none" : String.join(", ", names);
        }
    }
}
