package io.github.ghpackages.report;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Permission;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a build may do.
 *
 * @param warnings what a person should know
 * @param tokens one for each API and server id
 * @param packages in the order in which they were asked for
 */
public record AccessReport(List<String> warnings, List<TokenLine> tokens, List<PackageLine> packages) {

    /**
     * One token. It is never shown itself.
     *
     * @param apiUrl where it is used
     * @param serverId the {@code <server>} it is looked for under
     * @param origin where it was found, in words
     * @param login whose it is; null where it is nobody's or GitHub did not say
     * @param kind in words
     * @param scopes null where this kind of token has none
     * @param expiresAt null where it does not expire, GitHub did not say, or what it says can't be read
     * @param expiry the same as GitHub writes it; null where it wrote nothing
     * @param limit requests an hour; null where the server did not say
     * @param remaining how many of them are left; null where the server did not say
     * @param resetsAt when they start anew; null where the server did not say
     */
    public record TokenLine(
            URI apiUrl,
            String serverId,
            String origin,
            @Nullable String login,
            String kind,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable String expiry,
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Instant resetsAt) {}

    /**
     * One package.
     *
     * @param ref the package
     * @param exists whether GitHub shows it to the token
     * @param list whether its versions can be listed
     * @param delete whether its versions can be deleted
     * @param restore whether its versions can be restored
     * @param singleSignOn whether the single sign-on of the owner, if it has one, lets the token in
     * @param advice what to change; empty where nothing is amiss
     */
    public record PackageLine(
            PackageRef ref,
            boolean exists,
            Permission list,
            Permission delete,
            Permission restore,
            Permission singleSignOn,
            List<String> advice) {}
}
