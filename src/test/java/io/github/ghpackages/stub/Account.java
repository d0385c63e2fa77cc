package io.github.ghpackages.stub;

/** A user or an organisation. */
record Account(long id, String login, boolean organisation) {

    String type() {
        return organisation ? "Organization" : "User";
    }
}
