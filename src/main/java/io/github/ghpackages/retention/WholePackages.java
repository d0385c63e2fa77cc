package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes whole packages that the user named: {@code delete-package}. Nothing is deleted of any of them if {@code keepVersions} or a guard
 * keeps a version, or if there are not as many versions as the user expects.
 *
 * @param expectedVersions how many active versions the packages must have in all; null: any number
 */
public record WholePackages(@Nullable Integer expectedVersions) implements Judge {

    private static final String REASON = "the whole package was requested";

    /** The limits of such a plan: the packages are emptied on purpose, unless one of their versions is always kept. */
    public static Policy limits(NamePatterns keepVersions) {
        return new Policy.Builder()
                .keepVersions(keepVersions)
                .onLastVersion(OnLastVersion.DELETE_PACKAGE)
                .build();
    }

    @Override
    public Judgement judge(List<PackageHistory> histories, ServerTime now) {
        List<PackagePlan> plans = histories.stream()
                .map(history -> new PackagePlan(
                        history,
                        PackageJudge.newestFirst(history).stream()
                                .map(candidate -> Verdict.delete(candidate.version(), Cause.Step.PACKAGE_NAMED, REASON))
                                .toList(),
                        false))
                .toList();
        return new Judgement(plans, List.of(), List.of(), List.of());
    }

    @Override
    public boolean namesVersions() {
        return true;
    }

    @Override
    public boolean judgesTogether() {
        return false;
    }

    @Override
    public List<String> stops(List<PackagePlan> packages) {
        List<String> stops = new ArrayList<>();
        for (PackagePlan plan : packages) {
            if (!plan.deletePackage()) {
                stops.add(plan.history().ref() + " is not deleted as a whole: "
                        + plan.verdicts().stream()
                                .filter(verdict -> !verdict.delete())
                                .findFirst()
                                .map(kept -> kept.version().name() + " must stay: " + kept.reason() + ".")
                                .orElse("it has no active version."));
            }
        }
        int count = packages.stream().mapToInt(PackagePlan::deletionCount).sum();
        if (expectedVersions != null && stops.isEmpty() && count != expectedVersions) {
            stops.add(English.count(expectedVersions, "version") + " expected (expectedVersions), but there "
                    + (count == 1 ? "is " : "are ") + count + ".");
        }
        return stops;
    }
}
