package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version last changed: the latest of GitHub's two dates and, for a snapshot, of the date in its own metadata.
 *
 * @param latestKnown the latest of those that are known; null: none is
 * @param missing which date is unknown, or why none counts, in plain words; null: all are known, so that it is as old as {@code latestKnown} says
 */
record LastChange(@Nullable Instant latestKnown, @Nullable String missing) {

    static LastChange of(RankedVersion candidate, PackageHistory history, ServerTime now) {
        if (!now.isCertain()) {
            return new LastChange(null, "the clocks of the server and of this machine are more than a day apart");
        }
        PackageVersion version = candidate.version();
        SnapshotMetadata metadata = history.snapshots().get(version.id());
        Instant deployed = metadata == null ? null : metadata.lastUpdated();
        Instant latest = later(later(version.createdAt(), version.updatedAt()), deployed);
        if (version.createdAt() == null || version.updatedAt() == null) {
            return new LastChange(latest, "GitHub does not report when it was published or changed");
        }
        // GitHub's dates of a snapshot do not move on redeploy (bitwarden/sdk-sm#321).
        boolean unread = candidate.kind() == VersionKind.SNAPSHOT && deployed == null;
        return new LastChange(latest, unread ? "its maven-metadata.xml could not be read" : null);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Whether it is certain to be no younger than the instant. */
    boolean isKnownNotAfter(Instant instant) {
        return missing == null && latestKnown != null && !latestKnown.isAfter(instant);
    }
}
