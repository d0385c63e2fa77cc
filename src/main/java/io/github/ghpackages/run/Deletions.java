package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.journal.JournalWriter;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out the deletions of a plan, oldest first, each in the journal before it is sent, and keeps count of what came of them. */
final class Deletions {

    private static final int REFUSALS_THAT_STOP_A_PACKAGE = 5;

    private final Function<Subject, JournalWriter> journals;
    private final Progress progress;
    private final Map<PackageRef, Map<Long, Result>> results = new LinkedHashMap<>();
    private volatile @Nullable PackagesException stop;

    Deletions(Function<Subject, JournalWriter> journals, Progress progress) {
        this.journals = journals;
        this.progress = progress;
    }

    /** What ended the run before all was attempted; null where nothing did. */
    @Nullable
    PackagesException stop() {
        return stop;
    }

    /** Outcomes by package and version id. What has none here was not attempted. */
    Map<PackageRef, Map<Long, Result>> results() {
        return results;
    }

    /** Records an outcome that needed no request. */
    void record(PackageRef ref, long id, Result result) {
        resultsOf(ref).put(id, result);
    }

    /** Deletes what goes of one package; does nothing once the run has been stopped. */
    void carryOut(Subject subject, PackagePlan plan) {
        Map<Long, Result> settled = resultsOf(subject.ref());
        List<Verdict> oldestFirst = plan.deletions().stream()
                .filter(verdict -> !settled.containsKey(verdict.version().id()))
                .toList();
        if (stop != null || oldestFirst.isEmpty()) {
            return;
        }
        JournalWriter journal = journals.apply(subject);
        try {
            if (plan.deletePackage()) {
                deletePackage(subject, plan, journal);
            } else {
                deleteVersions(subject, oldestFirst, journal);
            }
        } catch (PackagesException e) {
            stop = e;
        }
    }

    /** One at a time until GitHub has agreed once, so that a missing right is met five times and not more. */
    private void deleteVersions(Subject subject, List<Verdict> oldestFirst, JournalWriter journal) {
        int refusalsInARow = 0;
        boolean agreed = false;
        int next = 0;
        while (next < oldestFirst.size() && refusalsInARow < REFUSALS_THAT_STOP_A_PACKAGE && stop == null) {
            int end = agreed ? Math.min(next + Concurrently.WIDTH, oldestFirst.size()) : next + 1;
            List<Verdict> batch = oldestFirst.subList(next, end);
            List<Result> batchResults = deleteBatch(subject, batch, journal);
            for (int i = 0; i < batch.size() && i < batchResults.size(); i++) {
                Result result = batchResults.get(i);
                record(subject.ref(), batch.get(i).version().id(), result);
                refusalsInARow = result.outcome() == Outcome.REFUSED ? refusalsInARow + 1 : 0;
                agreed = result.outcome() != Outcome.REFUSED;
            }
            next = end;
            progress.deleted(batch.size());
        }
        if (refusalsInARow >= REFUSALS_THAT_STOP_A_PACKAGE) {
            for (Verdict verdict : oldestFirst.subList(next, oldestFirst.size())) {
                record(
                        subject.ref(),
                        verdict.version().id(),
                        new Result(Outcome.NOT_ATTEMPTED, "five refusals in a row stopped this package"));
            }
        }
    }

    private List<Result> deleteBatch(Subject subject, List<Verdict> batch, JournalWriter journal) {
        return Concurrently.map(batch, verdict -> deleteOne(subject, verdict, journal));
    }

    private Result deleteOne(Subject subject, Verdict verdict, JournalWriter journal) {
        long id = verdict.version().id();
        if (stop != null) {
            return Result.of(Outcome.NOT_ATTEMPTED);
        }
        try {
            journal.before(subject.ref(), verdict.version(), verdict.rule(), verdict.reason());
            Deletion.Fate fate = new Deletion(subject, verdict.version()).carryOut();
            journal.after(
                    subject.ref(),
                    id,
                    fate.result(),
                    fate.answer() == null ? 0 : fate.answer().status(),
                    fate.answer() == null ? null : fate.answer().requestId());
            return fate.result();
        } catch (PackagesException e) {
            return stoppedBy(e, subject, id, journal);
        }
    }

    private synchronized Result stoppedBy(PackagesException e, Subject subject, long id, JournalWriter journal) {
        if (stop == null) {
            stop = e;
        }
        boolean unsent = e.id() == Id.JOURNAL_NOT_WRITABLE || e.id() == Id.RATE_LIMITED;
        Result result = new Result(unsent ? Outcome.NOT_ATTEMPTED : Outcome.FAILED, e.reason());
        if (e.id() != Id.JOURNAL_NOT_WRITABLE) {
            journal.after(subject.ref(), id, result, 0, null);
        }
        return result;
    }

    private void deletePackage(Subject subject, PackagePlan plan, JournalWriter journal) {
        Result result = new PackageDeletion(subject, plan, journal).carryOut();
        plan.deletions()
                .forEach(verdict -> record(subject.ref(), verdict.version().id(), result));
        progress.deleted(plan.deletions().size());
    }

    private Map<Long, Result> resultsOf(PackageRef ref) {
        return results.computeIfAbsent(ref, key -> new LinkedHashMap<>());
    }
}
