package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.util.List;

/**
 * A listing may still show what is already deleted (dataaxiom/ghcr-cleanup-action#121). Among the versions that a count keeps,
 * such a ghost takes the place of a live version, so they are read one by one before anything goes.
 */
final class Ghosts {

    private static final int MOST_READ = 20;

    private Ghosts() {}

    static boolean haunt(Subject subject, PackagePlan plan) {
        if (plan.deletions().isEmpty()) {
            return false;
        }
        List<PackageVersion> keptByCount = plan.verdicts().stream()
                .filter(Verdict::keptByCount)
                .map(Verdict::version)
                .limit(MOST_READ)
                .toList();
        return Concurrently.map(keptByCount, version -> isGone(subject, version))
                .contains(true);
    }

    private static boolean isGone(Subject subject, PackageVersion version) {
        return subject.github()
                .version(subject.owner(), subject.name(), version.id())
                .filter(found -> found.state() == State.ACTIVE)
                .isEmpty();
    }
}
