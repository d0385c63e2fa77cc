package io.github.ghpackages;

/**
 * The user or organisation that owns the packages.
 *
 * @param login the name as GitHub spells it
 * @param kind which of the three families of endpoints serves this owner
 */
public record Owner(String login, Kind kind) {

    /** The three families of endpoints of the Packages REST API. */
    public enum Kind {
        /** {@code /orgs/{org}}. */
        ORGANIZATION,
        /** {@code /users/{username}}: a user other than the token's own. */
        USER,
        /** {@code /user}: {@code GET /user} has confirmed that the token belongs to this login. */
        SELF
    }

    @Override
    public String toString() {
        return login;
    }
}
