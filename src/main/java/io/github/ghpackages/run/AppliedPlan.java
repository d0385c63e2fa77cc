package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.journal.StoredPlan;
import io.github.ghpackages.journal.StoredPlan.StoredPackage;
import io.github.ghpackages.journal.StoredPlan.StoredVersion;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.Guard;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries out a plan that was made earlier, where it and the registry still agree. Today's guards, {@code keepVersions},
 * {@code onLastVersion} and tripwires apply; the rules of the plan are not looked at again.
 */
public final class AppliedPlan implements PlanMaker {

    private static final Duration USABLE = Duration.ofDays(7);

    private final StoredPlan stored;
    private final Policy limits;
    private final Map<PackageRef, StoredPackage> packages;

    /** A plan, and the policy whose protections and limits hold today. */
    public AppliedPlan(StoredPlan stored, Policy limits) {
        this.stored = stored;
        this.limits = limits;
        this.packages = stored.packages().stream().collect(Collectors.toMap(StoredPackage::ref, found -> found));
    }

    @Override
    public Decision decide(List<PackageHistory> histories, Instant now) {
        requireApplicable(now);
        Map<Long, Verdict> agreed = new LinkedHashMap<>();
        Map<PackageRef, Map<Long, Result>> settled = new LinkedHashMap<>();
        for (PackageHistory history : histories) {
            StoredPackage storedPackage = packages.get(history.ref());
            if (storedPackage != null) {
                Map<Long, Result> differences = new PlanDifferences(storedPackage, history).find();
                settled.put(history.ref(), differences);
                addAgreed(storedPackage, history, differences, agreed);
            }
        }
        List<PackageHistory> guarded =
                histories.stream().map(this::withProtections).toList();
        Plan plan = Planner.planDeletion(ExactVersions.planned(agreed), guarded, limits);
        return new Decision(withDifferences(plan, settled), settled);
    }

    private void requireApplicable(Instant now) {
        if (!stored.stops().isEmpty()) {
            throw notApplicable("It must not be carried out: " + String.join(" ", stored.stops()));
        }
        if (stored.createdAt().plus(USABLE).isBefore(now)) {
            throw notApplicable("It is of " + stored.createdAt() + ", and a plan is used for 7 days at most.");
        }
    }

    /** Refuses a plan of another owner or API than those of these packages. */
    public void requireSameAccount(List<Subject> subjects) {
        for (StoredPackage planned : stored.packages()) {
            boolean known = subjects.stream()
                    .anyMatch(subject ->
                            subject.github().apiUrl().equals(planned.ref().apiUrl())
                                    && subject.owner()
                                            .login()
                                            .equalsIgnoreCase(planned.ref().owner()));
            if (!known) {
                throw notApplicable("It is for " + planned.ref().owner() + " at "
                        + planned.ref().apiUrl() + ", and this build works elsewhere.");
            }
        }
    }

    private static PackagesException notApplicable(String reason) {
        return new PackagesException(
                Id.PLAN_NOT_APPLICABLE,
                "Applying the plan failed.",
                reason,
                "Make a new plan: a dry run with -Dghpackages.planFile. Nothing was deleted.");
    }

    private static void addAgreed(
            StoredPackage storedPackage,
            PackageHistory history,
            Map<Long, Result> differences,
            Map<Long, Verdict> agreed) {
        Map<Long, PackageVersion> fresh = byId(history);
        for (StoredVersion version : storedPackage.versions()) {
            PackageVersion now = fresh.get(version.id());
            if (version.delete() && now != null && !differences.containsKey(version.id())) {
                agreed.put(version.id(), new Verdict(now, true, version.rule(), version.reason(), false));
            }
        }
    }

    private PackageHistory withProtections(PackageHistory history) {
        List<Guard> guards = new ArrayList<>(history.guards());
        guards.add(new Guard(limits.keepVersions()::matches, "named in keepVersions"));
        return new PackageHistory(
                history.ref(), history.coherenceGroup(), history.versions(), history.snapshots(), guards);
    }

    /** What differs stays in the report as what the plan would have deleted, with its outcome. */
    private Plan withDifferences(Plan plan, Map<PackageRef, Map<Long, Result>> settled) {
        List<PackagePlan> all = plan.packages().stream()
                .map(ofPackage -> withDifferences(
                        ofPackage, settled.getOrDefault(ofPackage.history().ref(), Map.of())))
                .toList();
        return new Plan(all, plan.warnings(), plan.notes(), plan.stops(), plan.liveStops());
    }

    private PackagePlan withDifferences(PackagePlan plan, Map<Long, Result> differences) {
        StoredPackage storedPackage = packages.get(plan.history().ref());
        if (storedPackage == null) {
            return plan;
        }
        Map<Long, Verdict> planned = new HashMap<>();
        storedPackage.versions().stream()
                .filter(version -> differences.containsKey(version.id()))
                .forEach(version -> planned.put(version.id(), asPlanned(version, plan.history())));
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : plan.verdicts()) {
            Verdict asPlanned = planned.remove(verdict.version().id());
            verdicts.add(asPlanned == null ? verdict : asPlanned);
        }
        verdicts.addAll(planned.values());
        boolean deletePackage = plan.deletePackage() && storedPackage.deletePackage() && differences.isEmpty();
        return new PackagePlan(plan.history(), verdicts, deletePackage);
    }

    private static Verdict asPlanned(StoredVersion version, PackageHistory history) {
        PackageVersion now = byId(history).getOrDefault(version.id(), gone(version));
        return new Verdict(now, true, version.rule(), version.reason(), false);
    }

    private static PackageVersion gone(StoredVersion version) {
        return new PackageVersion(
                version.id(), version.name(), PackageVersion.State.DELETED, null, version.updatedAt(), null, null);
    }

    private static Map<Long, PackageVersion> byId(PackageHistory history) {
        return history.versions().stream()
                .collect(Collectors.toMap(PackageVersion::id, version -> version, (one, same) -> one));
    }
}
