package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.Change.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Carries out the deletions of a plan, oldest first, each in the journal before it is sent, and keeps their outcomes. */
final class Deletions {

    private static final int MOST_UNKNOWN = 3;

    private final RunListener listener;
    private final Runnable waitForEffect;
    private final TimeLimit limit;
    private final AtomicReference<@Nullable PackagesException> stop = new AtomicReference<>();
    private final AtomicReference<@Nullable PackagesException> refusal = new AtomicReference<>();
    private int unknownInARow;

    Deletions(RunListener listener, Runnable waitForEffect, TimeLimit limit) {
        this.listener = listener;
        this.limit = limit;
        this.waitForEffect = waitForEffect;
    }

    /** What ended the run before all was attempted; null if nothing did. */
    @Nullable
    PackagesException stop() {
        return stop.get();
    }

    /** Why GitHub refused the first one that it refused; null if it refused none, or its words say all. */
    @Nullable
    PackagesException refusal() {
        return refusal.get();
    }

    /** The outcomes of the deletions that were called off when the plan was made, by version id. */
    static Map<Long, Result> calledOff(PackagePlan plan) {
        Map<Long, Result> results = new LinkedHashMap<>();
        for (Verdict verdict : plan.verdicts()) {
            Result calledOff = verdict.calledOff();
            if (calledOff != null) {
                results.put(verdict.version().id(), calledOff);
            }
        }
        return results;
    }

    /**
     * Deletes what the plan deletes of one package; nothing once the run has been stopped.
     *
     * @return the outcomes by version id; what has none was not attempted
     */
    Map<Long, Result> carryOut(TargetPackage target, PackagePlan plan, JournalWriter journal) {
        Map<Long, Result> results = new ConcurrentHashMap<>(calledOff(plan));
        if (isStopped() || limit.endsRun()) {
            return results;
        }
        if (plan.deletePackage()) {
            deletePackage(target, plan, journal, results);
        } else {
            deleteVersions(target, plan, journal, results);
        }
        return results;
    }

    /** One at a time until GitHub has agreed once, so that a missing right is met five times and not more. */
    private void deleteVersions(
            TargetPackage target, PackagePlan plan, JournalWriter journal, Map<Long, Result> results) {
        List<Verdict> oldestFirst = plan.deletions();
        Refusals refusals = new Refusals();
        int next = 0;
        while (next < oldestFirst.size() && !refusals.isRightProven() && !limit.endsRun()) {
            deleteOne(target, plan, oldestFirst.get(next++), journal, refusals, results);
        }
        Concurrently.forEach(
                oldestFirst.subList(next, oldestFirst.size()),
                verdict -> deleteOne(target, plan, verdict, journal, refusals, results));
    }

    private void deleteOne(
            TargetPackage target,
            PackagePlan plan,
            Verdict verdict,
            JournalWriter journal,
            Refusals refusals,
            Map<Long, Result> results) {
        long id = verdict.version().id();
        if (isStopped() || limit.endsRun()) {
            return;
        }
        if (refusals.areTooMany()) {
            results.put(id, new Result(Outcome.NOT_ATTEMPTED, "five refusals in a row stopped this package"));
            return;
        }
        Sent sent = new ChangeSender(new DeleteVersion(target, plan.history(), verdict), waitForEffect).send(journal);
        stopWhere(sent.stop());
        stopWhere(silence(sent.result()));
        refusal.compareAndSet(null, sent.refusal());
        refusals.saw(sent.result().outcome());
        results.put(id, sent.result());
        progress(1);
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

    private void deletePackage(
            TargetPackage target, PackagePlan plan, JournalWriter journal, Map<Long, Result> results) {
        Sent sent =
                new ChangeSender(new DeletePackage(target, plan.history(), reason(plan)), waitForEffect).send(journal);
        stopWhere(sent.stop());
        refusal.compareAndSet(null, sent.refusal());
        plan.deletions().forEach(verdict -> results.put(verdict.version().id(), sent.result()));
        progress(plan.deletionCount());
    }

    private static String reason(PackagePlan plan) {
        return plan.deletions().stream()
                .filter(verdict -> verdict.cause() == Cause.Step.PACKAGE_NAMED)
                .findFirst()
                .map(Verdict::reason)
                .orElse("none of its versions is kept (onLastVersion=deletePackage)");
    }

    private synchronized void progress(int more) {
        listener.progress(more);
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
