package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.github.PackageDetails;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.SnapshotMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all that a plan is made from, before anything is decided. Any failure stops the run. */
final class Survey {

    private final boolean withSnapshotAges;

    Survey(boolean withSnapshotAges) {
        this.withSnapshotAges = withSnapshotAges;
    }

    /** Empty when the package does not exist. */
    Optional<PackageHistory> read(Subject subject) {
        Optional<PackageDetails> details = subject.github().find(subject.owner(), subject.name());
        details.ifPresent(found -> checkAccount(subject, found));
        return details.map(found -> list(subject));
    }

    /** The package as it stands now; for one that is known to exist and to be the right one. */
    PackageHistory list(Subject subject) {
        List<PackageVersion> versions = subject.github().versions(subject.owner(), subject.name(), State.ACTIVE);
        return new PackageHistory(
                subject.ref(),
                subject.coherenceGroup(),
                versions,
                snapshots(subject, versions),
                subject.guards().apply(versions));
    }

    private Map<Long, SnapshotMetadata> snapshots(Subject subject, List<PackageVersion> versions) {
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

    private static void checkAccount(Subject subject, PackageDetails found) {
        check(subject, "owner", subject.owner().login(), found.ownerLogin());
        if (subject.repository() != null) {
            check(subject, "repository", subject.repository(), found.repository());
        }
    }

    private static void check(Subject subject, String what, String expected, @Nullable String actual) {
        if (!expected.equalsIgnoreCase(actual)) {
            throw new PackagesException(
                    Id.WRONG_ACCOUNT,
                    "Checking that package " + subject.ref() + " is the one this build means failed.",
                    "Its " + what + " is " + (actual == null ? "not told by GitHub" : actual) + ", and the build names "
                            + expected + ".",
                    "Correct the registry URL (distributionManagement or -Dghpackages.registryUrl) or"
                            + " -Dghpackages.owner. Nothing was changed.");
        }
    }
}
