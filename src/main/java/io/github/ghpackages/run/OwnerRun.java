package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A prune of many packages, package by package: the next ones are read and planned while versions of the last one are deleted. Keeps
 * none of them. A package that can't be read is reported, and nothing of it is deleted; the run goes on with the others.
 */
public final class OwnerRun {

    /** How many packages are read ahead of the one of which versions are deleted. */
    private static final int AHEAD = Concurrently.WIDTH;

    /** Failures that are about one package; after any other, the next package would fail for the same reason. */
    private static final Set<Id> OF_ONE_PACKAGE = Set.of(
            Id.INCOMPLETE_LISTING,
            Id.ACCESS_DENIED,
            Id.UNEXPECTED_ANSWER,
            Id.SERVER_ERROR,
            Id.WRONG_ACCOUNT,
            Id.PACKAGE_NOT_FOUND,
            Id.REDIRECTED);

    /** A package of which nothing was decided. */
    public record Failed(PackageRef ref, PackagesException why) {}

    /**
     * How a run ended.
     *
     * @param planned how many packages have a plan
     * @param notReached how many packages were not looked at, because the run ended before
     * @param stops why the plans of some packages were not carried out
     * @param stop what ended the run early; null if nothing did
     * @param refusal why GitHub refused the first one that it refused; null if it refused none, or its words say all
     */
    public record End(
            int planned,
            int notReached,
            List<Failed> failed,
            MissingPackages notSeen,
            List<String> warnings,
            List<String> stops,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal) {}

    private record Planned(TargetPackage target, Prune prune, Plan plan) {}

    private final List<TargetPackage> targets;
    private final Planner planner;
    private final boolean withSnapshotAges;
    private final boolean failFast;
    private final TimeLimit limit;
    private final List<Failed> failed = new ArrayList<>();
    private final List<TargetPackage> notSeen = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private int planned;
    private @Nullable PackagesException stop;
    private @Nullable PackagesException refusal;

    /**
     * A run over these packages.
     *
     * @param planner plans package by package
     * @param withSnapshotAges whether a plan depends on when snapshots were last deployed
     * @param failFast whether the first package that can't be read ends the run
     */
    public OwnerRun(
            List<TargetPackage> targets, Planner planner, boolean withSnapshotAges, boolean failFast, TimeLimit limit) {
        this.targets = List.copyOf(targets);
        this.planner = planner;
        this.withSnapshotAges = withSnapshotAges;
        this.failFast = failFast;
        this.limit = limit;
    }

    /** Plans each package, and carries its plan out unless this is a dry run. */
    public End run(boolean dryRun, Function<TargetPackage, JournalWriter> journals, RunListener listener) {
        ExecutorService readers = Executors.newFixedThreadPool(AHEAD);
        int reached = 0;
        try {
            Deque<Future<Planned>> ahead = new ArrayDeque<>();
            int next = 0;
            while (stop == null && !limit.endsRun() && (next < targets.size() || !ahead.isEmpty())) {
                while (next < targets.size() && ahead.size() < AHEAD) {
                    TargetPackage target = targets.get(next++);
                    ahead.add(readers.submit(() -> plan(target, dryRun)));
                }
                TargetPackage target = targets.get(reached++);
                Planned ready = ready(target, ahead.remove());
                listener.reached(reached, targets.size());
                if (ready != null) {
                    carryOut(ready, dryRun, journals, listener);
                }
            }
        } finally {
            readers.shutdownNow();
        }
        return new End(
                planned,
                targets.size() - reached,
                failed,
                MissingPackages.of(notSeen, targets),
                warnings,
                stops,
                stop,
                refusal);
    }

    /** The scopes that a run that deletes would be refused for. */
    public List<String> missingScopes() {
        return TargetPackage.missingScopes(targets, Operation.DELETE, "A run that deletes");
    }

    private Planned plan(TargetPackage target, boolean dryRun) {
        Prune prune = new Prune(List.of(target), planner, withSnapshotAges, false, limit);
        return new Planned(target, prune, prune.plan(dryRun));
    }

    /** The plan; null if there is none. */
    private @Nullable Planned ready(TargetPackage target, Future<Planned> plan) {
        try {
            return plan.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop = PackagesException.interrupted("Reading several packages was interrupted.");
        } catch (ExecutionException wrapped) {
            if (!(wrapped.getCause() instanceof PackagesException why)) {
                throw wrapped.getCause() instanceof RuntimeException unexpected
                        ? unexpected
                        : new IllegalStateException(wrapped.getCause());
            }
            if (OF_ONE_PACKAGE.contains(why.id()) && !failFast) {
                failed.add(new Failed(target.ref(), why));
            } else {
                stop = why;
            }
        }
        return null;
    }

    private void carryOut(
            Planned ready, boolean dryRun, Function<TargetPackage, JournalWriter> journals, RunListener listener) {
        if (ready.plan().packages().isEmpty()) {
            notSeen.add(ready.target());
            return;
        }
        warnings.addAll(ready.prune().warnings(ready.plan()));
        planned++;
        stops.addAll(ready.plan().stops());
        if (dryRun) {
            ready.prune().preview(ready.plan(), listener);
            return;
        }
        try {
            Prune.End end = ready.prune().carryOut(ready.plan(), journals, listener);
            stop = end.stop();
            refusal = refusal == null ? end.refusal() : refusal;
        } catch (PackagesException e) {
            // Thrown before anything was sent for this package, such as a missing scope or a journal that can't be
            // opened.
            stop = e;
        }
    }
}
