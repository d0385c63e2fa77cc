package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.PackageHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads all that a plan is made from, before anything is decided. Any failure stops the run. */
final class Survey {

    private final boolean withSnapshotAges;
    private final @Nullable GoneBranches goneBranches;

    /**
     * @param goneBranches finds versions of branches that are gone; null if no rule asks for it
     */
    Survey(boolean withSnapshotAges, @Nullable GoneBranches goneBranches) {
        this.withSnapshotAges = withSnapshotAges;
        this.goneBranches = goneBranches;
    }

    /** Empty when the package does not exist. Whether it is the right one is checked before a deletion, by {@link DeletionCheck}. */
    Optional<PackageHistory> read(TargetPackage target) {
        return target.activeVersions().map(versions -> history(target, versions));
    }

    /** The package as it is now; for one that is known to exist. */
    PackageHistory list(TargetPackage target) {
        return history(target, target.versions(State.ACTIVE));
    }

    private PackageHistory history(TargetPackage target, List<PackageVersion> versions) {
        return new PackageHistory(
                target.ref(),
                target.coherenceGroup(),
                versions,
                snapshots(target, versions),
                target.guards().apply(versions),
                goneBranches == null ? Map.of() : goneBranches.of(target, versions));
    }

    private Map<Long, SnapshotMetadata> snapshots(TargetPackage target, List<PackageVersion> versions) {
        Function<String, Optional<SnapshotMetadata>> lookup = target.snapshots();
        if (!withSnapshotAges || lookup == null) {
            return Map.of();
        }
        List<PackageVersion> snapshots = versions.stream()
                .filter(version -> version.kind() == VersionKind.SNAPSHOT)
                .toList();
        Map<Long, SnapshotMetadata> known = new HashMap<>();
        List<Optional<SnapshotMetadata>> found = Concurrently.map(snapshots, version -> lookup.apply(version.name()));
        for (int i = 0; i < snapshots.size(); i++) {
            long id = snapshots.get(i).id();
            found.get(i).ifPresent(metadata -> known.put(id, metadata));
        }
        return known;
    }
}
