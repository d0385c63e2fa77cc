package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.Answer;
import io.github.ghpackages.journal.JournalWriter;
import io.github.ghpackages.retention.PackagePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes a whole package, because the user asked for that. It removes every version at once, also one that was published
 * since the listing, so the package is listed again right before, and left alone unless the same versions are there.
 */
final class PackageDeletion {

    private final Subject subject;
    private final PackagePlan plan;
    private final JournalWriter journal;

    PackageDeletion(Subject subject, PackagePlan plan, JournalWriter journal) {
        this.subject = subject;
        this.plan = plan;
        this.journal = journal;
    }

    Result carryOut() {
        List<PackageVersion> fresh = subject.github().versions(subject.owner(), subject.name(), State.ACTIVE);
        if (!same(fresh, plan.history().versions())) {
            return new Result(Outcome.CHANGED, "versions came or went since the plan was made");
        }
        journal.beforePackage(subject.ref(), "nothing of it is kept (onLastVersion=deletePackage)", fresh);
        Result result;
        int status = 0;
        String requestId = null;
        try {
            Answer answer = subject.github().deletePackage(subject.owner(), subject.name());
            status = answer.status();
            requestId = answer.requestId();
            result = judge(answer);
        } catch (PackagesException e) {
            if (!Deletion.leavesEffectOpen(e)) {
                journal.afterPackage(subject.ref(), new Result(Outcome.FAILED, e.reason()), 0, null);
                throw e;
            }
            result = judgeByRegistry(e.reason());
        }
        journal.afterPackage(subject.ref(), result, status, requestId);
        return result;
    }

    private static boolean same(List<PackageVersion> fresh, List<PackageVersion> planned) {
        Set<PackageVersion> left = new HashSet<>(fresh);
        return left.equals(new HashSet<>(planned));
    }

    private Result judge(Answer answer) {
        if (answer.succeeded()) {
            return Result.of(Outcome.DELETED);
        }
        if (answer.isUnclear()) {
            return judgeByRegistry(answer.words());
        }
        if (answer.isNotFound()
                && subject.github().find(subject.owner(), subject.name()).isEmpty()) {
            return Result.of(Outcome.ALREADY_GONE);
        }
        return new Result(Deletion.isDeclinedByRule(answer) ? Outcome.RETAINED : Outcome.REFUSED, answer.words());
    }

    private Result judgeByRegistry(String doubt) {
        try {
            return subject.github().find(subject.owner(), subject.name()).isPresent()
                    ? new Result(Outcome.FAILED, "still there after " + doubt)
                    : new Result(Outcome.DELETED, "answered with " + doubt + ", and it is gone");
        } catch (PackagesException e) {
            return new Result(Outcome.UNKNOWN, doubt);
        }
    }
}
