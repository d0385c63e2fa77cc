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

/** Reads all that a plan is made from, before anything is decided. Any failure stops the run. */
final class Survey {

    private final boolean withSnapshotAges;

    Survey(boolean withSnapshotAges) {
        this.withSnapshotAges = withSnapshotAges;
    }

    /** Empty when the package does not exist. Whether it is the right one is checked before a deletion, by {@link DeletionCheck}. */
    Optional<PackageHistory> read(TargetPackage subject) {
        return subject.github()
                .activeVersions(subject.owner(), subject.name())
                .map(versions -> history(subject, versions));
    }

    /** The package as it is now; for one that is known to exist. */
    PackageHistory list(TargetPackage subject) {
        return history(subject, subject.github().versions(subject.owner(), subject.name(), State.ACTIVE));
    }

    private PackageHistory history(TargetPackage subject, List<PackageVersion> versions) {
        return new PackageHistory(
                subject.ref(),
                subject.coherenceGroup(),
                versions,
                snapshots(subject, versions),
                subject.guards().apply(versions));
    }

    private Map<Long, SnapshotMetadata> snapshots(TargetPackage subject, List<PackageVersion> versions) {
        SnapshotLookup lookup = subject.snapshots();
        if (!withSnapshotAges || lookup == null) {
            return Map.of();
        }
        List<PackageVersion> snapshots = versions.stream()
                .filter(version -> version.kind() == VersionKind.SNAPSHOT)
                .toList();
        Map<Long, SnapshotMetadata> known = new HashMap<>();
        List<Optional<SnapshotMetadata>> found =
                Concurrently.map(snapshots, version -> lookup.metadata(version.name()));
        for (int i = 0; i < snapshots.size(); i++) {
            long id = snapshots.get(i).id();
            found.get(i).ifPresent(metadata -> known.put(id, metadata));
        }
        return known;
    }
}
