package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.Change.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries out the deletions of a plan, oldest first, each in the journal before it is sent, and keeps their outcomes. */
final class Deletions {

    private static final int MOST_UNKNOWN = 3;

    private final Progress progress;
    private final Runnable waitForEffect;
    private final Map<PackageRef, Map<Long, Result>> results = new LinkedHashMap<>();
    private final AtomicReference<@Nullable PackagesException> stop = new AtomicReference<>();
    private final AtomicReference<@Nullable PackagesException> refusal = new AtomicReference<>();
    private int unknownInARow;

    Deletions(Progress progress, Runnable waitForEffect) {
        this.progress = progress;
        this.waitForEffect = waitForEffect;
    }

    /** What ended the run before all was attempted; null where nothing did. */
    @Nullable
    PackagesException stop() {
        return stop.get();
    }

    /** Why GitHub refused the first one that it refused; null where it refused none, or its words say all. */
    @Nullable
    PackagesException refusal() {
        return refusal.get();
    }

    /** Outcomes by package and version id. What has none here was not attempted. */
    Map<PackageRef, Map<Long, Result>> results() {
        return results;
    }

    /** Records the outcomes of the deletions that were called off when the plan was made. */
    synchronized void recordCalledOff(PackagePlan plan) {
        for (Verdict verdict : plan.verdicts()) {
            Result calledOff = verdict.calledOff();
            if (calledOff != null) {
                record(plan.history().ref(), verdict.version().id(), calledOff);
            }
        }
    }

    /** Records an outcome. */
    synchronized void record(PackageRef ref, long id, Result result) {
        resultsOf(ref).put(id, result);
    }

    /** What goes of a package and is not settled yet, oldest first. */
    synchronized List<Verdict> pending(PackagePlan plan) {
        Map<Long, Result> settled = resultsOf(plan.history().ref());
        return plan.deletions().stream()
                .filter(verdict -> !settled.containsKey(verdict.version().id()))
                .toList();
    }

    /** Deletes what goes of one package; does nothing once the run has been stopped. */
    void carryOut(TargetPackage target, PackagePlan plan, JournalWriter journal) {
        if (isStopped()) {
            return;
        }
        if (plan.deletePackage()) {
            deletePackage(target, plan, journal);
        } else {
            deleteVersions(target, plan, journal);
        }
    }

    /** One at a time until GitHub has agreed once, so that a missing right is met five times and not more. */
    private void deleteVersions(TargetPackage target, PackagePlan plan, JournalWriter journal) {
        List<Verdict> oldestFirst = pending(plan);
        Refusals refusals = new Refusals();
        int next = 0;
        while (next < oldestFirst.size() && !refusals.isRightProven()) {
            deleteOne(target, plan, oldestFirst.get(next++), journal, refusals);
        }
        Concurrently.forEach(
                oldestFirst.subList(next, oldestFirst.size()),
                verdict -> deleteOne(target, plan, verdict, journal, refusals));
    }

    private void deleteOne(
            TargetPackage target, PackagePlan plan, Verdict verdict, JournalWriter journal, Refusals refusals) {
        PackageRef ref = target.ref();
        long id = verdict.version().id();
        if (isStopped()) {
            return;
        }
        if (refusals.areTooMany()) {
            record(ref, id, new Result(Outcome.NOT_ATTEMPTED, "five refusals in a row stopped this package"));
            return;
        }
        Sent sent = new ChangeSender(new DeleteVersion(target, plan.history(), verdict), waitForEffect).send(journal);
        stopWhere(sent.stop());
        stopWhere(silence(sent.result()));
        refusal.compareAndSet(null, sent.refusal());
        refusals.saw(sent.result().outcome());
        record(ref, id, sent.result());
        tell(1);
    }

    /** The run would wait for a server that has stopped answering at every further deletion, for minutes each time. */
    private synchronized @Nullable PackagesException silence(Result result) {
        unknownInARow = result.outcome() == Outcome.UNKNOWN ? unknownInARow + 1 : 0;
        return unknownInARow < MOST_UNKNOWN
                ? null
                : new PackagesException(
                        PackagesException.Id.CONNECTION_FAILED,
                        "Deleting was stopped.",
                        "The outcome of " + MOST_UNKNOWN + " deletions in a row is unknown. The last one: "
                                + sentence(String.valueOf(result.message())),
                        "Check the network and the server.");
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private void deletePackage(TargetPackage target, PackagePlan plan, JournalWriter journal) {
        Sent sent = new ChangeSender(new DeletePackage(target, plan.history()), waitForEffect).send(journal);
        stopWhere(sent.stop());
        refusal.compareAndSet(null, sent.refusal());
        plan.deletions()
                .forEach(verdict -> record(target.ref(), verdict.version().id(), sent.result()));
        tell(plan.deletionCount());
    }

    private synchronized void tell(int more) {
        progress.deleted(more);
    }

    private boolean isStopped() {
        return stop.get() != null;
    }

    /** The first reason to stop is reported. */
    private void stopWhere(@Nullable PackagesException reason) {
        if (reason != null) {
            stop.compareAndSet(null, reason);
        }
    }

    private Map<Long, Result> resultsOf(PackageRef ref) {
        return results.computeIfAbsent(ref, key -> new LinkedHashMap<>());
    }

    /** Counts refusals in a row: a token without the right is refused every time, so it need not try a hundred times. */
    private static final class Refusals {

        private static final int TOO_MANY = 5;

        private int inARow;
        private boolean tooMany;
        private boolean agreed;

        synchronized void saw(Outcome outcome) {
            inARow = outcome == Outcome.REFUSED ? inARow + 1 : 0;
            tooMany |= inARow == TOO_MANY;
            agreed |= outcome == Outcome.DELETED;
        }

        synchronized boolean areTooMany() {
            return tooMany;
        }

        /** Whether GitHub has agreed to a deletion, so that the right is there. */
        synchronized boolean isRightProven() {
            return agreed;
        }
    }
}
