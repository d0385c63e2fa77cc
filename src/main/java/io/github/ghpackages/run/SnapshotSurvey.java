package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.retention.KeptBuilds;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the snapshots that have more builds than are to be kept, and what stays of each. Reads only.
 *
 * @param selection which versions are meant; null: all
 * @param keepBuilds how many builds of a snapshot stay
 * @param keepVersions snapshots and builds that stay in any case
 */
public record SnapshotSurvey(@Nullable Selection selection, int keepBuilds, NamePatterns keepVersions) {

    /**
     * A snapshot that has more builds than are to be kept.
     *
     * @param versions all versions of its package
     * @param builds how many builds it has; null if that is not known
     * @param plan what stays of it, and where; null if nothing can be done about it
     * @param skipped why nothing is done about it; null if something is
     */
    public record Found(
            TargetPackage target,
            PackageVersion version,
            List<PackageVersion> versions,
            @Nullable Integer builds,
            @Nullable Kept plan,
            @Nullable Result skipped) {}

    /**
     * What stays of a snapshot.
     *
     * @param lastUpdated when it was last deployed
     * @param freed the bytes of the files that go; null if the registry does not say
     */
    public record Kept(
            SnapshotFiles files,
            KeptBuilds builds,
            Instant lastUpdated,
            @Nullable Integer lastNumber,
            @Nullable Long freed) {}

    /**
     * The snapshots of a package that have too many builds; empty if the package does not exist.
     *
     * @param places where its files may lie in the registry; several if its coordinates are not known
     */
    public Optional<List<Found>> of(TargetPackage target, List<SnapshotFiles> places) {
        return target.activeVersions().map(versions -> {
            List<Found> found = new ArrayList<>();
            for (PackageVersion version : versions) {
                boolean isMeant = version.kind() == VersionKind.SNAPSHOT
                        && (selection == null || selection.matches(version.name()))
                        && !keepVersions.matches(version.name());
                if (isMeant) {
                    look(target, places, versions, version).ifPresent(found::add);
                }
            }
            return found;
        });
    }

    private Optional<Found> look(
            TargetPackage target, List<SnapshotFiles> places, List<PackageVersion> versions, PackageVersion version) {
        List<SnapshotFiles> owning = new ArrayList<>();
        List<SnapshotFacts> facts = new ArrayList<>();
        String problem = null;
        for (SnapshotFiles candidate : places) {
            SnapshotFacts read = candidate.facts(version.name());
            if (problem == null) {
                problem = read.problem() == null ? "its maven-metadata.xml is of another package" : read.problem();
            }
            if (candidate.owns(read)) {
                owning.add(candidate);
                facts.add(read);
            }
        }
        if (owning.size() != 1) {
            return Optional.of(skipped(
                    target,
                    version,
                    versions,
                    null,
                    problem == null
                            ? "no registry is known that has its files"
                            : owning.isEmpty() ? problem : "two packages with that name have such a snapshot"));
        }
        return choose(target, versions, version, owning.get(0), facts.get(0));
    }

    private Optional<Found> choose(
            TargetPackage target,
            List<PackageVersion> versions,
            PackageVersion version,
            SnapshotFiles files,
            SnapshotFacts facts) {
        Instant lastUpdated = facts.lastUpdated();
        KeptBuilds.Choice choice = KeptBuilds.of(
                version.name(),
                facts.files(),
                facts.buildNumber(),
                keepBuilds,
                isReferenced(target, version, facts).or(keepVersions::matches));
        if (choice instanceof KeptBuilds.Unknown unknown) {
            return Optional.of(skipped(target, version, versions, facts.builds(), unknown.why()));
        }
        KeptBuilds builds = ((KeptBuilds.Some) choice).files();
        if (builds.removed().isEmpty() || lastUpdated == null) {
            return Optional.empty();
        }
        if (versions.size() == 1) {
            return Optional.of(skipped(
                    target,
                    version,
                    versions,
                    builds.builds(),
                    "it is the only version of its package, which GitHub does not delete"));
        }
        Kept kept = new Kept(files, builds, lastUpdated, facts.buildNumber(), size(files, version, builds.removed()));
        return Optional.of(new Found(target, version, versions, builds.builds(), kept, null));
    }

    /** A pom may name a build by its own version. A range that covers the snapshot keeps all of its builds. */
    private static Predicate<String> isReferenced(TargetPackage target, PackageVersion version, SnapshotFacts facts) {
        List<PackageVersion> builds = facts.files().stream()
                .map(SnapshotFile::version)
                .distinct()
                .map(name -> new PackageVersion(version.id(), name, version.state(), null, null, null, null))
                .toList();
        List<Guard> guards = target.guards().apply(builds);
        return name -> guards.stream().anyMatch(guard -> guard.matches().test(name));
    }

    private static @Nullable Long size(SnapshotFiles files, PackageVersion version, List<SnapshotFile> removed) {
        long sum = 0;
        for (SnapshotFile file : removed) {
            Optional<Long> size = files.size(version.name(), file.name(files.artifactId()));
            if (size.isEmpty()) {
                return null;
            }
            sum += size.get();
        }
        return sum;
    }

    private static Found skipped(
            TargetPackage target,
            PackageVersion version,
            List<PackageVersion> versions,
            @Nullable Integer builds,
            String why) {
        return new Found(target, version, versions, builds, null, new Result(Outcome.SKIPPED, why));
    }
}
