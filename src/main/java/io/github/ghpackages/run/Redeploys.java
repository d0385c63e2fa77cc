package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.retention.PackageHistory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a snapshot that was deployed again since it was read. GitHub's dates of it do not move then (bitwarden/sdk-sm#321), so
 * its own {@code maven-metadata.xml} tells.
 */
final class Redeploys {

    private Redeploys() {}

    /** Reads once more, right before it goes, what the plan knows of a version; empty where the plan went by GitHub's dates alone. */
    static Optional<Result> since(PackageHistory history, TargetPackage subject, PackageVersion version) {
        SnapshotMetadata then = history.snapshots().get(version.id());
        SnapshotLookup lookup = subject.snapshots();
        return then == null || lookup == null
                ? Optional.empty()
                : between(then, lookup.metadata(version.name()).orElse(null));
    }

    /** What keeps a snapshot from going as planned. */
    static Optional<Result> between(@Nullable SnapshotMetadata then, @Nullable SnapshotMetadata today) {
        if (then == null || today == null) {
            return changed("its maven-metadata.xml can't be read now, or could not when the plan was made, so a deploy"
                    + " in between can't be ruled out");
        }
        return then.equals(today) ? Optional.empty() : changed("it was deployed again since the plan was made");
    }

    private static Optional<Result> changed(String why) {
        return Optional.of(new Result(Outcome.CHANGED, why));
    }
}
