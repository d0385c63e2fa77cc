package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries out the deletions of a plan, oldest first, each in the journal before it is sent, and keeps count of what came of them. */
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
    void carryOut(TargetPackage subject, PackagePlan plan, JournalWriter journal) {
        if (isStopped()) {
            return;
        }
        if (plan.deletePackage()) {
            deletePackage(subject, plan, journal);
        } else {
            deleteVersions(subject, plan, journal);
        }
    }

    /** One at a time until GitHub has agreed once, so that a missing right is met five times and not more. */
    private void deleteVersions(TargetPackage subject, PackagePlan plan, JournalWriter journal) {
        List<Verdict> oldestFirst = pending(plan);
        Refusals refusals = new Refusals();
        int next = 0;
        while (next < oldestFirst.size() && !refusals.isRightProven()) {
            deleteOne(subject, plan, oldestFirst.get(next++), journal, refusals);
        }
        Concurrently.forEach(
                oldestFirst.subList(next, oldestFirst.size()),
                verdict -> deleteOne(subject, plan, verdict, journal, refusals));
    }

    private void deleteOne(
            TargetPackage subject, PackagePlan plan, Verdict verdict, JournalWriter journal, Refusals refusals) {
        PackageRef ref = subject.ref();
        long id = verdict.version().id();
        if (isStopped()) {
            return;
        }
        if (refusals.areTooMany()) {
            record(ref, id, new Result(Outcome.NOT_ATTEMPTED, "five refusals in a row stopped this package"));
            return;
        }
        Fate fate = Journalled.send(
                journal,
                () -> journal.before(ref, verdict.version(), verdict.rule(), verdict.reason()),
                () -> new DeleteVersion(
                                subject,
                                verdict.version(),
                                () -> Redeploys.since(plan.history(), subject, verdict.version()),
                                waitForEffect)
                        .carryOut(),
                done -> journal.after(ref, id, done.result(), done.status(), done.requestId()));
        stopWhere(fate.stop());
        stopWhere(silence(fate.result()));
        refusal.compareAndSet(null, fate.refusal());
        refusals.saw(fate.result().outcome());
        record(ref, id, fate.result());
        tell(1);
    }

    /** A server that has stopped to answer would be waited for at every further deletion, for minutes each time. */
    private synchronized @Nullable PackagesException silence(Result result) {
        unknownInARow = result.outcome() == Outcome.UNKNOWN ? unknownInARow + 1 : 0;
        return unknownInARow < MOST_UNKNOWN
                ? null
                : new PackagesException(
                        PackagesException.Id.CONNECTION_FAILED,
                        "Deleting was given up.",
                        "Of " + MOST_UNKNOWN
                                + " deletions in a row it can't be told what came of them. Of the last one: "
                                + sentence(String.valueOf(result.message())),
                        "Check the network and the server.");
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private void deletePackage(TargetPackage subject, PackagePlan plan, JournalWriter journal) {
        Fate fate = new DeletePackage(subject, plan, waitForEffect).carryOut(journal);
        stopWhere(fate.stop());
        refusal.compareAndSet(null, fate.refusal());
        plan.deletions()
                .forEach(verdict -> record(subject.ref(), verdict.version().id(), fate.result()));
        tell(plan.deletionCount());
    }

    private synchronized void tell(int more) {
        progress.deleted(more);
    }

    private boolean isStopped() {
        return stop.get() != null;
    }

    /** The first reason to stop is the one that is told. */
    private void stopWhere(@Nullable PackagesException reason) {
        if (reason != null) {
            stop.compareAndSet(null, reason);
        }
    }

    private Map<Long, Result> resultsOf(PackageRef ref) {
        return results.computeIfAbsent(ref, key -> new LinkedHashMap<>());
    }
}
