package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.Cause.Step;
import io.github.ghpackages.retention.Judge;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.retention.VersionOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan that was made earlier, where it and the registry still agree. Today's guards, {@code keepVersions},
 * {@code onLastVersion} and tripwires apply; the rules of the plan are not looked at again.
 */
public final class AppliedPlan implements Judge {

    private static final Duration USABLE = Duration.ofDays(7);

    static final String NOT_IN_PLAN = "it is not in the plan";

    /** Servers' clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final StoredPlan stored;
    private final Policy limits;
    private final Map<PackageRef, StoredPackage> packages;

    /** A plan, and the policy whose protections and limits hold today. */
    public AppliedPlan(StoredPlan stored, Policy limits) {
        this.stored = stored;
        this.limits = limits;
        this.packages = stored.packages().stream().collect(Collectors.toMap(StoredPackage::ref, found -> found));
    }

    /** Refuses a plan of another owner or API than those of these packages, or that deletes from a package not among them. */
    public void requireSameAccount(List<TargetPackage> targets) {
        Set<PackageRef> covered = targets.stream().map(TargetPackage::ref).collect(Collectors.toSet());
        for (StoredPackage planned : stored.packages()) {
            PackageRef ref = planned.ref();
            boolean sameAccount =
                    covered.stream().anyMatch(known -> known.account().equals(ref.account()));
            if (!sameAccount) {
                throw notApplicable("It was made for " + ref.account() + ", but this build uses another owner or API.");
            }
            if (planned.versions().stream().anyMatch(StoredVersion::delete) && !covered.contains(ref)) {
                throw notApplicable(
                        "It deletes versions of " + ref + ", which is not one of the packages of this run.");
            }
        }
    }

    @Override
    public Judgement judge(List<PackageHistory> histories, ServerTime now) {
        requireApplicable();
        requireAge(now.now(), "the server's time");
        if (!now.isCertain()) {
            requireAge(now.local(), "this machine's time");
        }
        List<PackagePlan> plans = histories.stream().map(this::judge).toList();
        List<String> missing = limits.missingNames(histories);
        return new Judgement(plans, missing, List.of(), missing);
    }

    @Override
    public boolean namesVersions() {
        return true;
    }

    /** Today's {@code onLastVersion} alone does not delete a package: the plan must have shown it, as it still is. */
    @Override
    public boolean mayDeletePackage(PackagePlan plan) {
        StoredPackage planned = planned(plan.history());
        return planned != null
                && planned.deletePackage()
                && plan.verdicts().stream().allMatch(verdict -> verdict.calledOff() == null);
    }

    private PackagePlan judge(PackageHistory history) {
        StoredPackage planned = planned(history);
        List<Verdict> verdicts = planned == null
                ? VersionOrder.newestFirst(history.versions()).stream()
                        .map(version -> Verdict.keep(version, Step.NOT_IN_PLAN, NOT_IN_PLAN))
                        .toList()
                : new PlanDifferences(planned, history).verdicts();
        return new PackagePlan(history, verdicts, false);
    }

    private void requireApplicable() {
        if (!stored.stops().isEmpty()) {
            throw notApplicable("It must not be carried out: " + String.join(" ", stored.stops()));
        }
    }

    /** Of two clocks that disagree, either may be right. */
    private void requireAge(Instant now, String clock) {
        if (stored.createdAt().isBefore(now.minus(USABLE))) {
            throw notApplicable("It is of " + stored.createdAt() + ", and a plan is valid for 7 days.");
        }
        if (stored.createdAt().isAfter(now.plus(AHEAD))) {
            throw notApplicable("It is of " + stored.createdAt() + ", which is in the future: " + clock + " is " + now
                    + ". So its age is unknown.");
        }
    }

    private static PackagesException notApplicable(String reason) {
        return new PackagesException(
                Id.PLAN_NOT_APPLICABLE,
                "Applying the plan failed.",
                reason,
                "Make a new plan in the build that is to apply it: a dry run with -Dghpackages.planFile."
                        + " Nothing was deleted.");
    }

    private @Nullable StoredPackage planned(PackageHistory history) {
        return packages.get(history.ref());
    }
}
