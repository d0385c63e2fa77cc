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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run that deletes: reads everything, decides, and, unless it is a dry run, carries the plan out. */
public final class Prune {

    /**
     * How a run ended.
     *
     * @param stop what ended the run early; null if nothing did
     * @param refusal why GitHub refused the first one that it refused; null if it refused none, or its words say all
     */
    public record End(
            @Nullable PackagesException stop, @Nullable PackagesException refusal) {}

    private final Map<PackageRef, TargetPackage> targets = new LinkedHashMap<>();
    private final Map<PackageRef, PackageHistory> histories = new LinkedHashMap<>();
    private ServerTime decidedAt = new ServerTime(Instant.EPOCH, Instant.EPOCH);
    private Set<PackageRef> stale = Set.of();
    private final Set<PackageRef> checked = new HashSet<>();
    private MissingPackages notSeen = new MissingPackages(List.of());
    private final Planner planner;
    private final Survey survey;
    private final List<String> branchWarnings = new CopyOnWriteArrayList<>();
    private final boolean needsAll;
    private final TimeLimit limit;
    private final Runnable waitForEffect;

    /**
     * A run over these packages.
     *
     * @param withSnapshotAges whether the plan depends on when snapshots were last deployed
     * @param needsAll whether a package that is not seen stops the plan
     * @param limit how long deletions may go on
     */
    public Prune(
            List<TargetPackage> targets, Planner planner, boolean withSnapshotAges, boolean needsAll, TimeLimit limit) {
        this(targets, planner, withSnapshotAges, needsAll, limit, ChangeSender::waitForEffect);
    }

    Prune(
            List<TargetPackage> targets,
            Planner planner,
            boolean withSnapshotAges,
            boolean needsAll,
            TimeLimit limit,
            Runnable waitForEffect) {
        targets.forEach(target -> this.targets.put(target.ref(), target));
        this.planner = planner;
        this.survey = new Survey(
                withSnapshotAges,
                planner.limits()
                        .branchVersions()
                        .map(named -> new GoneBranches(named, branchWarnings::add))
                        .orElse(null));
        this.needsAll = needsAll;
        this.limit = limit;
        this.waitForEffect = waitForEffect;
    }

    /**
     * Reads everything and decides. Before a run that deletes, what only a stale listing shows is found out first: the versions by
     * which the plan decides are read one by one.
     */
    public Plan plan(boolean dryRun) {
        Plan plan = decide();
        if (!dryRun && !isStopped(plan)) {
            Set<PackageRef> listedAgain = stale(plan);
            if (!listedAgain.isEmpty()) {
                listedAgain.forEach(ref -> histories.put(ref, survey.list(target(ref))));
                plan = redecide();
                stale = withTheirGroups(stale(plan));
            }
        }
        return plan;
    }

    /** What a person should know of a plan: what is not seen, and the plan's own warnings. */
    public List<String> warnings(Plan plan) {
        List<String> warnings = new ArrayList<>(notSeen.warnings());
        warnings.addAll(branchWarnings);
        warnings.addAll(plan.warnings());
        return warnings;
    }

    /** The packages that GitHub does not show. */
    public MissingPackages notSeen() {
        return notSeen;
    }

    /** The time for which the last plan was made. */
    public ServerTime decidedAt() {
        return decidedAt;
    }

    /** The scopes that a run that deletes would be refused for. */
    public List<String> missingScopes() {
        return TargetPackage.missingScopes(targets.values(), Operation.DELETE, "A run that deletes");
    }

    /** Shows a plan without carrying it out. */
    public void preview(Plan plan, RunListener listener) {
        plan.packages().forEach(listener::packagePlanned);
        plan.packages().forEach(ofPackage -> listener.done(ofPackage, Deletions.calledOff(ofPackage)));
    }

    /**
     * Carries a plan out, unless something stops it. What could block a deletion is checked before the first one.
     *
     * @param journals opens the journal of a package's API and owner; the caller closes them
     */
    public End carryOut(Plan plan, Function<TargetPackage, JournalWriter> journals, RunListener listener) {
        if (isStopped(plan)) {
            preview(plan, listener);
            return new End(null, null);
        }
        plan.packages().forEach(listener::packagePlanned);
        Map<PackageRef, JournalWriter> opened = new LinkedHashMap<>();
        Map<GitHubPackages, Integer> requests = new LinkedHashMap<>();
        List<PackagePlan> withWork =
                plan.packages().stream().filter(this::hasWork).toList();
        DeletionCheck.requireScopes(withWork.stream().map(this::target).toList(), Operation.DELETE);
        for (PackagePlan ofPackage : withWork) {
            TargetPackage target = target(ofPackage);
            opened.put(target.ref(), journals.apply(target));
            requests.merge(target.github(), ofPackage.deletePackage() ? 1 : ofPackage.deletionCount(), Integer::sum);
        }
        requests.forEach((github, count) ->
                listener.sending(github.apiUrl(), count, github.estimate(0, count), github.budget()));
        Deletions deletions = new Deletions(listener, waitForEffect, limit);
        for (PackagePlan ofPackage : plan.packages()) {
            JournalWriter journal = opened.get(ofPackage.history().ref());
            listener.done(
                    ofPackage,
                    journal == null ? skipped(ofPackage) : deletions.carryOut(target(ofPackage), ofPackage, journal));
        }
        return new End(deletions.stop(), deletions.refusal());
    }

    private boolean hasWork(PackagePlan plan) {
        return plan.deletionCount() > 0 && !stale.contains(plan.history().ref());
    }

    private static Map<Long, Result> skipped(PackagePlan plan) {
        Result result = new Result(
                Outcome.NOT_ATTEMPTED,
                "the listing still shows versions that are gone, so the newest ones are unknown");
        Map<Long, Result> results = Deletions.calledOff(plan);
        plan.deletions().forEach(verdict -> results.put(verdict.version().id(), result));
        return results;
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
        notSeen = MissingPackages.of(missing, targets.values());
        return redecide();
    }

    private Plan redecide() {
        decidedAt = serverTime();
        Plan plan = planner.plan(List.copyOf(histories.values()), decidedAt);
        if (needsAll) {
            plan = plan.withStops(notSeen.targets().stream()
                    .map(target -> "Package " + target.ref() + " is not seen (onMissingPackage=fail).")
                    .toList());
        }
        DeletionCheck.require(
                plan.packages().stream()
                        .filter(ofPackage -> ofPackage.deletionCount() > 0)
                        .map(this::target)
                        .filter(target -> checked.add(target.ref()))
                        .toList(),
                !planner.judge().namesVersions());
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

    private TargetPackage target(PackageRef ref) {
        return Objects.requireNonNull(targets.get(ref));
    }

    private TargetPackage target(PackagePlan plan) {
        return target(plan.history().ref());
    }
}
