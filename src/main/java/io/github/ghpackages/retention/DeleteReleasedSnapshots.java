package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delete a snapshot, whatever counts and ages say, when its exact name without {@code -SNAPSHOT} is an active release of the
 * package that is at least {@code releasedSnapshotsGrace} old. A release of unknown age counts as too young. Alone, it touches no
 * other snapshot.
 */
final class DeleteReleasedSnapshots implements Rule {

    private static final String SUFFIX = "-SNAPSHOT";
    private static final String RULE = "deleteReleasedSnapshots";

    private final boolean alone;
    private final PackageHistory history;
    private final ServerTime now;
    private final Instant graceBegan;
    private final String parameters;
    private final Map<String, Candidate> releases = new HashMap<>();

    /**
     * @param alone whether there is no other rule for snapshots
     * @param all all active versions, also those that {@code versions} does not select
     */
    DeleteReleasedSnapshots(Age grace, boolean alone, List<Candidate> all, PackageHistory history, ServerTime now) {
        this.alone = alone;
        this.history = history;
        this.now = now;
        this.graceBegan = grace.before(now.now());
        this.parameters = " (" + RULE + "=true, releasedSnapshotsGrace=" + grace + ")";
        for (Candidate candidate : all) {
            if (candidate.kind() == VersionKind.RELEASE) {
                releases.put(candidate.name(), candidate);
            }
        }
    }

    @Override
    public @Nullable Finding judge(Candidate candidate) {
        if (candidate.kind() != VersionKind.SNAPSHOT) {
            return null;
        }
        String name = candidate.name();
        String releaseName = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        Candidate release = releases.get(releaseName);
        if (release == null) {
            return orKeep("it is not released (deleteReleasedSnapshots=true)");
        }
        LastChange change = LastChange.of(release, history, now);
        Instant latest = change.latestKnown();
        if (change.missing() != null || latest == null) {
            return orKeep("the age of release " + releaseName + " is unknown, since " + change.missing() + parameters);
        }
        String reason = "release " + releaseName + " is " + Words.span(latest, now.now()) + " old" + parameters;
        return change.isKnownNotAfter(graceBegan) ? new Finding(Finding.Effect.DELETE, RULE, reason) : orKeep(reason);
    }

    /** Other rules for snapshots decide, where there are any. */
    private @Nullable Finding orKeep(String reason) {
        return alone ? new Finding(Finding.Effect.KEEP, RULE, reason) : null;
    }
}
