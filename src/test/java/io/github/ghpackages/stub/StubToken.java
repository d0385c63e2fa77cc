package io.github.ghpackages.stub;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that the stub knows.
 *
 * @param login whose it is; of a workflow's token, the bot
 * @param scopes of a classic token
 * @param repository of a workflow's token, {@code owner/name}
 * @param expiresAt null when it never does
 * @param ssoOwners organisations for which it is authorised, in lower case
 */
record StubToken(
        String value,
        String login,
        Kind kind,
        Set<String> scopes,
        @Nullable String repository,
        @Nullable Instant expiresAt,
        Set<String> ssoOwners) {

    enum Kind {
        CLASSIC,
        FINE_GRAINED,
        /** {@code GITHUB_TOKEN}, an installation token. */
        WORKFLOW
    }

    boolean hasScope(String scope) {
        return scopes.contains(scope) || (scope.equals("read:packages") && scopes.contains("write:packages"));
    }

    StubToken expiring(@Nullable Instant at) {
        return new StubToken(value, login, kind, scopes, repository, at, ssoOwners);
    }

    StubToken authorisedFor(String owner) {
        Set<String> more = new LinkedHashSet<>(ssoOwners);
        more.add(owner);
        return new StubToken(value, login, kind, scopes, repository, expiresAt, more);
    }
}
