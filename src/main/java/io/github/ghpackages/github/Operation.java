package io.github.ghpackages.github;

import java.util.List;

/** What a goal wants to do, and the scopes of a classic token that GitHub asks for it. */
public enum Operation {
    LIST("listing", List.of("read:packages")),
    DELETE("deleting", List.of("read:packages", "delete:packages")),
    RESTORE("restoring", List.of("read:packages", "write:packages")),
    /** What is in a repository, such as its branches. */
    READ_REPOSITORY("reading the repository", List.of()),
    /** The token's user, or whether an owner is a user or an organisation. GitHub asks no scope for it. */
    READ_ACCOUNT("reading the account", List.of());

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

    /** Which scopes to give the token, as a sentence. */
    String neededScopes() {
        return switch (this) {
            case LIST, DELETE, RESTORE ->
                "Give the token (classic) the scopes " + String.join(" and ", scopes)
                        + ", and repo as well for packages of private repositories.";
            case READ_REPOSITORY -> "A token (classic) needs the scope repo to read a private repository.";
            case READ_ACCOUNT -> "Use a token (classic) with the scope read:packages.";
        };
    }

    /** What to check if GitHub denies it without a reason, as a sentence. */
    String check() {
        return switch (this) {
            case LIST -> "Check the names of owner and package, and that the token may see them.";
            case DELETE, RESTORE ->
                "Check the names of owner and package, and that the token may see them and has the admin role on the"
                        + " package's repository.";
            case READ_REPOSITORY ->
                "Check the name of the repository, and that the token may see it: for a private one, a token (classic)"
                        + " needs the scope repo.";
            case READ_ACCOUNT -> "Check the name of the account, and that the token may see it.";
        };
    }

    String capitalised() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public String toString() {
        return words;
    }
}
