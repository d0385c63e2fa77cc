package io.github.ghpackages.github;

import java.util.List;

/** What a goal wants to do with a package, and the scopes of a classic token that GitHub asks for it. */
public enum Operation {
    LIST("listing", List.of("read:packages")),
    DELETE("deleting", List.of("read:packages", "delete:packages")),
    RESTORE("restoring", List.of("read:packages", "write:packages"));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> scopes;

    Operation(String words, List<String> scopes) {
        this.words = words;
        this.scopes = scopes;
    }

    /** The scopes that GitHub documents for it; for packages of private repositories {@code repo} comes on top. */
    public List<String> scopes() {
        return scopes;
    }

    String capitalised() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public String toString() {
        return words;
    }
}
