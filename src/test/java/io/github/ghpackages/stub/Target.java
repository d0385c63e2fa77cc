package io.github.ghpackages.stub;

import java.util.List;

/**
 * The part of a REST path before {@code packages}, understood.
 *
 * @param base the path of the owner, encoded as GitHub writes it in its answers
 * @param rest the decoded segments after {@code packages}
 */
record Target(Family family, Account owner, String base, List<String> rest) {

    enum Family {
        ORGS,
        USERS,
        SELF
    }

    /** The path that names the owner by id. */
    String baseById() {
        return (owner.organisation() ? "/organizations/" : "/user/") + owner.id();
    }
}
