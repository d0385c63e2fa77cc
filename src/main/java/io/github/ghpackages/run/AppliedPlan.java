package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.Guard;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan that was made earlier, where it and the registry still agree. Today's guards, {@code keepVersions},
 * {@code onLastVersion} and tripwires apply; the rules of the plan are not looked at again.
 */
public final class AppliedPlan implements PlanMaker {

    private static final Duration USABLE = Duration.ofDays(7);

    /** Servers' clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final StoredPlan stored;
    private final Policy limits;
    private final Map<PackageRef, StoredPackage> packages;

    /** A plan, and the policy whose protections and limits hold today. */
    public AppliedPlan(StoredPlan stored, Policy limits) {
        this.stored = stored;
        this.limits = limits;
        this.packages =
                stored.packages().stream().collect(Collectors.toMap(found -> sameForAll(found.ref()), found -> found));
    }

    /** Refuses a plan of another owner or API than those of these packages, or that deletes from a package not among them. */
    public void requireSameAccount(List<TargetPackage> subjects) {
        Set<PackageRef> covered =
                subjects.stream().map(subject -> sameForAll(subject.ref())).collect(Collectors.toSet());
        for (StoredPackage planned : stored.packages()) {
            PackageRef ref = sameForAll(planned.ref());
            boolean sameAccount = covered.stream()
                    .anyMatch(known ->
                            known.apiUrl().equals(ref.apiUrl()) && known.owner().equals(ref.owner()));
            if (!sameAccount) {
                throw notApplicable(
                        "It is for " + SafeText.harmless(planned.ref().owner()) + " at "
                                + ShownUrl.of(planned.ref().apiUrl()) + ", and this build works elsewhere.");
            }
            if (planned.versions().stream().anyMatch(StoredVersion::delete) && !covered.contains(ref)) {
                throw notApplicable("It deletes versions of "
                        + SafeText.harmless(planned.ref().toString()) + ", which is none of the packages of this run.");
            }
        }
    }

    @Override
    public Decision decide(List<PackageHistory> histories, ServerTime now) {
        requireApplicable();
        requireAge(now.now(), "the server's time");
        if (!now.isCertain()) {
            requireAge(now.local(), "this machine's time");
        }
        Map<PackageRef, Map<Long, Verdict>> verdicts = new HashMap<>();
        Map<PackageRef, Map<Long, Result>> settled = new LinkedHashMap<>();
        for (PackageHistory history : histories) {
            StoredPackage planned = planned(history);
            if (planned != null) {
                Map<Long, Result> differences = new PlanDifferences(planned, history).find();
                settled.put(history.ref(), differences);
                verdicts.put(history.ref(), PlannedVerdicts.toJudgeBy(planned, differences));
            }
        }
        ExactVersions wanted = ExactVersions.planned(verdicts);
        List<PackageHistory> guarded =
                histories.stream().map(this::withProtections).toList();
        Plan plan = Planner.planDeletion(wanted, guarded, limits);
        if (plan.packages().stream().anyMatch(ofPackage -> mustNotGoWhole(ofPackage, settled))) {
            plan = Planner.planDeletion(wanted, withoutPackageDeletions(plan, settled), limits);
        }
        return new Decision(asReported(plan, settled), settled);
    }

    private void requireApplicable() {
        if (!stored.stops().isEmpty()) {
            throw notApplicable("It must not be carried out: " + SafeText.harmless(String.join(" ", stored.stops())));
        }
    }

    /** Of two clocks that disagree, either may be right. */
    private void requireAge(Instant now, String clock) {
        if (stored.createdAt().isBefore(now.minus(USABLE))) {
            throw notApplicable("It is of " + stored.createdAt() + ", and a plan is used for 7 days at most.");
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
        return packages.get(sameForAll(history.ref()));
    }

    /** GitHub tells no upper from lower case in an owner's name. */
    private static PackageRef sameForAll(PackageRef ref) {
        String api = ref.apiUrl().toString();
        URI withoutSlash = URI.create(api.endsWith("/") ? api.substring(0, api.length() - 1) : api);
        return new PackageRef(withoutSlash, ref.owner().toLowerCase(Locale.ROOT), ref.name());
    }

    private PackageHistory withProtections(PackageHistory history) {
        return withGuard(history, new Guard(limits.keepVersions()::matches, "named in keepVersions"));
    }

    private static PackageHistory withGuard(PackageHistory history, Guard guard) {
        List<Guard> guards = new ArrayList<>(history.guards());
        guards.add(guard);
        return new PackageHistory(
                history.ref(), history.coherenceGroup(), history.versions(), history.snapshots(), guards);
    }

    /** Today's {@code onLastVersion} alone does not delete a package: the plan must have shown it, as it still is. */
    private boolean mustNotGoWhole(PackagePlan plan, Map<PackageRef, Map<Long, Result>> settled) {
        StoredPackage planned = planned(plan.history());
        return plan.deletePackage()
                && (planned == null
                        || !planned.deletePackage()
                        || !settled.getOrDefault(plan.history().ref(), Map.of()).isEmpty());
    }

    private List<PackageHistory> withoutPackageDeletions(Plan plan, Map<PackageRef, Map<Long, Result>> settled) {
        return plan.packages().stream()
                .map(ofPackage -> {
                    if (!mustNotGoWhole(ofPackage, settled)) {
                        return ofPackage.history();
                    }
                    String newest = ofPackage.lastToKeep().version().name();
                    return withGuard(
                            ofPackage.history(),
                            new Guard(
                                    newest::equals,
                                    "the package would be empty without it, and the plan does not delete the package"));
                })
                .toList();
    }

    /** What differs stays in the report as what the plan would have deleted, with its outcome. */
    private Plan asReported(Plan plan, Map<PackageRef, Map<Long, Result>> settled) {
        List<PackagePlan> all = plan.packages().stream()
                .map(ofPackage -> {
                    StoredPackage planned = planned(ofPackage.history());
                    return planned == null
                            ? ofPackage
                            : PlannedVerdicts.toReport(
                                    planned,
                                    ofPackage,
                                    settled.getOrDefault(ofPackage.history().ref(), Map.of()));
                })
                .toList();
        List<String> missing = missingNames(plan);
        return new Plan(
                all, both(plan.warnings(), missing), plan.notes(), plan.stops(), both(plan.liveStops(), missing));
    }

    /** Somebody means to protect something, and nothing is protected. */
    private List<String> missingNames(Plan plan) {
        return limits.keepVersions().literals().stream()
                .filter(name -> plan.packages().stream()
                        .flatMap(ofPackage -> ofPackage.history().versions().stream())
                        .noneMatch(version -> version.name().equals(name)))
                .map(name -> "keepVersions=" + SafeText.harmless(name)
                        + " names a version that does not exist, so it protects nothing.")
                .toList();
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
