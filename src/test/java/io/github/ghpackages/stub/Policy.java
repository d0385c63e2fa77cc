package io.github.ghpackages.stub;

/** What an organisation has decided about who may reach it. */
public enum Policy {
    /** Nothing. */
    NONE,
    /** No classic tokens. */
    NO_CLASSIC_TOKENS,
    /** No classic tokens that live longer than a year. */
    NO_LONG_LIFE,
    /** Only from addresses on its list, and this is not one of them. */
    ALLOW_LIST;

    /** GitHub's text for this token; empty where it may pass. The grammar is GitHub's. */
    String refusal(StubToken.Kind kind, String organisation) {
        return switch (this) {
            case NONE -> "";
            case NO_CLASSIC_TOKENS ->
                kind == StubToken.Kind.CLASSIC
                        ? "`" + organisation + "` forbids access via a personal access token (classic). Please use a"
                                + " GitHub App, OAuth App, or a personal access token with fine-grained permissions."
                        : "";
            case NO_LONG_LIFE ->
                kind == StubToken.Kind.CLASSIC
                        ? "The '" + organisation + "' enterprise (or organization) forbids access via a personal access"
                                + " tokens (classic) if the token's lifetime is greater than 365 days. Please adjust"
                                + " your token's lifetime at the following URL:"
                                + " https://github.com/settings/tokens/1234567"
                        : "";
            case ALLOW_LIST ->
                "Although you appear to have the correct authorization credentials, the `" + organisation
                        + "` organization has an IP allow list enabled, and your IP address is not permitted to access"
                        + " this resource.";
        };
    }
}
