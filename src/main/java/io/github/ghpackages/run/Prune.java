package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that deletes: reads everything, decides, and, unless it is a dry run, carries the plan out. */
public final class Prune {

    /**
     * What came of a run.
     *
     * @param plan what was decided
     * @param results outcomes by package and version id; what the plan deletes and has none here was not attempted
     * @param warnings what a person should know, the plan's included
     * @param notSeen the packages that GitHub does not show; the warnings name them too
     * @param stop what ended the run early; null where nothing did
     * @param refusal why GitHub refused the first one that it refused; null where it refused none, or its words say all
     */
    public record Done(
            Plan plan,
            Map<PackageRef, Map<Long, Result>> results,
            List<String> warnings,
            MissingPackages notSeen,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal) {}

    private final Map<PackageRef, TargetPackage> targets = new LinkedHashMap<>();
    private final Map<PackageRef, PackageHistory> histories = new LinkedHashMap<>();
    private final Set<PackageRef> checked = new HashSet<>();
    private MissingPackages notSeen = new MissingPackages(List.of());
    private final Planner planner;
    private final Survey survey;
    private final boolean needsAll;
    private final Runnable waitForEffect;

    /**
     * A run over these packages.
     *
     * @param withSnapshotAges whether the plan depends on when snapshots were last deployed
     * @param needsAll whether a package that is not seen stops the plan
     */
    public Prune(List<TargetPackage> targets, Planner planner, boolean withSnapshotAges, boolean needsAll) {
        this(targets, planner, withSnapshotAges, needsAll, ChangeSender::waitForEffect);
    }

    Prune(
            List<TargetPackage> targets,
            Planner planner,
            boolean withSnapshotAges,
            boolean needsAll,
            Runnable waitForEffect) {
        targets.forEach(target -> this.targets.put(target.ref(), target));
        this.planner = planner;
        this.survey = new Survey(withSnapshotAges);
        this.needsAll = needsAll;
        this.waitForEffect = waitForEffect;
    }

    /** Decides, and changes nothing. Warns if a run that deletes would be refused for want of a scope. */
    public Done preview() {
        Plan plan = decide();
        List<String> warnings = MissingScopes.warnings(targets.values(), Operation.DELETE, "A run that deletes");
        return done(plan, new Deletions(more -> {}, waitForEffect), warnings);
    }

    /**
     * Decides, and carries the plan out where nothing stops it.
     *
     * @param journals opens the journal of a package's API and owner; they are left open for the caller to close
     */
    public Done carryOut(Function<TargetPackage, JournalWriter> journals, Progress progress) {
        Plan plan = decide();
        Deletions deletions = new Deletions(progress, waitForEffect);
        if (isStopped(plan)) {
            return done(plan, deletions, List.of());
        }
        Set<PackageRef> stale = stale(plan);
        if (!stale.isEmpty()) {
            stale.forEach(ref -> histories.put(ref, survey.list(target(ref))));
            plan = redecide();
            stale = withTheirGroups(stale(plan));
            if (isStopped(plan)) {
                return done(plan, deletions, List.of());
            }
        }
        skip(stale, plan, deletions);
        delete(plan, deletions, journals, progress);
        return done(plan, deletions, List.of());
    }

    /** What could keep a package from being deleted is met before the first deletion, and stops the run. */
    private void delete(
            Plan plan, Deletions deletions, Function<TargetPackage, JournalWriter> journals, Progress progress) {
        List<PackagePlan> withWork = plan.packages().stream()
                .filter(ofPackage -> !deletions.pending(ofPackage).isEmpty())
                .toList();
        DeletionCheck.requireScopes(withWork.stream()
                .map(ofPackage -> target(ofPackage.history().ref()))
                .toList());
        Map<PackageRef, JournalWriter> opened = new LinkedHashMap<>();
        Map<GitHubPackages, Integer> requests = new LinkedHashMap<>();
        for (PackagePlan ofPackage : withWork) {
            TargetPackage target = target(ofPackage.history().ref());
            opened.put(target.ref(), journals.apply(target));
            int needed =
                    ofPackage.deletePackage() ? 1 : deletions.pending(ofPackage).size();
            requests.merge(target.github(), needed, Integer::sum);
        }
        requests.forEach(progress::begins);
        for (PackagePlan ofPackage : withWork) {
            PackageRef ref = ofPackage.history().ref();
            deletions.carryOut(target(ref), ofPackage, Objects.requireNonNull(opened.get(ref)));
        }
    }

    private static boolean isStopped(Plan plan) {
        return !plan.stops().isEmpty() || !plan.liveStops().isEmpty();
    }

    private Plan decide() {
        List<TargetPackage> inOrder = List.copyOf(targets.values());
        List<Optional<PackageHistory>> read = Concurrently.map(inOrder, survey::read);
        List<TargetPackage> missing = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            TargetPackage target = inOrder.get(i);
            read.get(i).ifPresentOrElse(history -> histories.put(target.ref(), history), () -> missing.add(target));
        }
        notSeen = new MissingPackages(missing);
        return redecide();
    }

    private Plan redecide() {
        Plan plan = planner.plan(List.copyOf(histories.values()), serverTime());
        if (needsAll) {
            plan = plan.withStops(notSeen.targets().stream()
                    .map(target -> "Package " + target.ref() + " is not seen (onMissingPackage=fail).")
                    .toList());
        }
        DeletionCheck.require(plan.packages().stream()
                .filter(ofPackage -> ofPackage.deletionCount() > 0)
                .map(ofPackage -> target(ofPackage.history().ref()))
                .filter(target -> checked.add(target.ref()))
                .toList());
        return plan;
    }

    /** A clock that is not certain before all others; of the others the earliest, by which everything is youngest. */
    private ServerTime serverTime() {
        return targets.values().stream()
                .map(target -> target.github().timeForAges())
                .min(Comparator.comparing(ServerTime::isCertain).thenComparing(ServerTime::now))
                .orElse(new ServerTime(Instant.EPOCH, Instant.EPOCH));
    }

    private Set<PackageRef> stale(Plan plan) {
        return plan.packages().stream()
                .filter(ofPackage ->
                        StaleListing.isStale(target(ofPackage.history().ref()), ofPackage))
                .map(ofPackage -> ofPackage.history().ref())
                .collect(Collectors.toSet());
    }

    /** What is kept in one module of a reactor is kept in all. */
    private Set<PackageRef> withTheirGroups(Set<PackageRef> refs) {
        Set<String> groups = refs.stream()
                .map(ref -> target(ref).coherenceGroup())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return targets.values().stream()
                .filter(target -> refs.contains(target.ref())
                        || target.coherenceGroup() != null && groups.contains(target.coherenceGroup()))
                .map(TargetPackage::ref)
                .collect(Collectors.toSet());
    }

    private static void skip(Set<PackageRef> stale, Plan plan, Deletions deletions) {
        Result result = new Result(
                Outcome.NOT_ATTEMPTED,
                "the listing still shows versions that are gone, so the newest ones are unknown");
        for (PackagePlan ofPackage : plan.packages()) {
            PackageRef ref = ofPackage.history().ref();
            if (stale.contains(ref)) {
                deletions
                        .pending(ofPackage)
                        .forEach(verdict ->
                                deletions.record(ref, verdict.version().id(), result));
            }
        }
    }

    private TargetPackage target(PackageRef ref) {
        return Objects.requireNonNull(targets.get(ref));
    }

    private Done done(Plan plan, Deletions deletions, List<String> warnings) {
        plan.packages().forEach(deletions::recordCalledOff);
        List<String> all = new ArrayList<>(warnings);
        all.addAll(notSeen.warnings());
        all.addAll(plan.warnings());
        return new Done(plan, deletions.results(), all, notSeen, deletions.stop(), deletions.refusal());
    }
}
