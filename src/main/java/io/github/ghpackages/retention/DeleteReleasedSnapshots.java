package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delete a snapshot, whatever counts and ages say, when its exact name without {@code -SNAPSHOT} is an active release or
 * prerelease of the package that is at least {@code releasedSnapshotsGrace} old. One of unknown age counts as too young. Alone,
 * it touches no other snapshot.
 */
public final class DeleteReleasedSnapshots implements Rule {

    static final String RULE = "deleteReleasedSnapshots";

    private static final String SUFFIX = "-SNAPSHOT";

    private final boolean alone;
    private final PackageHistory history;
    private final ServerTime now;
    private final Instant graceBegan;
    private final String parameters;
    private final Map<String, RankedVersion> released = new HashMap<>();

    /**
     * @param alone whether there is no other rule for snapshots
     * @param all all active versions, also those that {@code versions} does not select
     */
    DeleteReleasedSnapshots(Age grace, boolean alone, List<RankedVersion> all, PackageHistory history, ServerTime now) {
        this.alone = alone;
        this.history = history;
        this.now = now;
        this.graceBegan = grace.before(now.now());
        this.parameters = " (" + RULE + "=true, releasedSnapshotsGrace=" + grace + ")";
        for (RankedVersion candidate : all) {
            if (candidate.kind() != VersionKind.SNAPSHOT) {
                released.put(candidate.name(), candidate);
            }
        }
    }

    /**
     * The name of the version because of which a snapshot was deleted.
     *
     * @param rule the rule that deleted it; empty for any but this one
     */
    public static Optional<String> releaseThatDeleted(String rule, String snapshot) {
        return rule.equals(RULE) ? releaseName(snapshot) : Optional.empty();
    }

    /** The only name under which this snapshot can be released; empty where its name has no such form. */
    static Optional<String> releaseName(String snapshot) {
        return snapshot.endsWith(SUFFIX) && snapshot.length() > SUFFIX.length()
                ? Optional.of(snapshot.substring(0, snapshot.length() - SUFFIX.length()))
                : Optional.empty();
    }

    @Override
    public @Nullable Finding judge(RankedVersion candidate) {
        if (candidate.kind() != VersionKind.SNAPSHOT) {
            return null;
        }
        RankedVersion release = releaseName(candidate.name()).map(released::get).orElse(null);
        if (release == null) {
            return orKeep("it is not released (deleteReleasedSnapshots=true)");
        }
        String shown = release.kind() + " " + release.name();
        LastChange change = LastChange.of(release, history, now);
        Instant latest = change.latestKnown();
        if (change.missing() != null || latest == null) {
            return orKeep("the age of " + shown + " is unknown, since " + change.missing() + parameters);
        }
        String reason = shown + " is " + Words.span(latest, now.now()) + " old" + parameters;
        return change.isKnownNotAfter(graceBegan) ? new Finding(Finding.Effect.DELETE, RULE, reason) : orKeep(reason);
    }

    /** Other rules for snapshots decide, where there are any. */
    private @Nullable Finding orKeep(String reason) {
        return alone ? new Finding(Finding.Effect.KEEP, RULE, reason) : null;
    }
}
