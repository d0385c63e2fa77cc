package io.github.ghpackages.run;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A listing may still show what is already deleted (dataaxiom/ghcr-cleanup-action#121). Among the versions that a count keeps,
 * such a stale entry takes the place of a live version; as a release, it deletes its snapshot although it does not exist; as the last
 * version, it is all that is left. So these are read one by one before the first deletion.
 */
final class StaleListing {

    private static final int MOST_READ = 20;

    private StaleListing() {}

    static boolean isStale(TargetPackage target, PackagePlan plan) {
        if (plan.deletions().isEmpty()) {
            return false;
        }
        Set<String> released = plan.deletions().stream()
                .flatMap(verdict ->
                        DeleteReleasedSnapshots.releaseThatDeleted(verdict.cause(), verdict.version()).stream())
                .collect(Collectors.toSet());
        Stream<Verdict> counted = plan.verdicts().stream()
                .filter(Verdict::keptByCount)
                .collect(Collectors.groupingBy(verdict -> countedWith(verdict.version())))
                .values()
                .stream()
                .flatMap(together -> together.stream().limit(MOST_READ));
        Stream<Verdict> others = plan.verdicts().stream()
                .filter(verdict -> released.contains(verdict.version().name()) || isKeptAsLast(verdict));
        List<PackageVersion> decisive =
                Stream.concat(counted, others).map(Verdict::version).distinct().toList();
        return Concurrently.map(decisive, version -> !target.isActive(version.id()))
                .contains(true);
    }

    /** Equal for versions that a count ranks together: a stale entry takes a place only from these. */
    private static List<Object> countedWith(PackageVersion version) {
        return List.of(version.kind(), NameParts.isPlain(version.name()));
    }

    private static boolean isKeptAsLast(Verdict verdict) {
        return verdict.cause() == Cause.Step.LAST_VERSION;
    }
}
