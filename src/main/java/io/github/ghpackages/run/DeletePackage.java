package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.run.Change.Effect;
import io.github.ghpackages.text.SafeText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a whole package, because the user asked for that. It removes every version at once, also one that was published
 * since the listing, so the package is listed again right before, and left alone unless the same versions are there. For the
 * same reason it is sent once only.
 */
final class DeletePackage {

    private final TargetPackage subject;
    private final PackagePlan plan;
    private final Change change;

    DeletePackage(TargetPackage subject, PackagePlan plan, Runnable waitForEffect) {
        this.subject = subject;
        this.plan = plan;
        this.change = new Change(
                lastLook -> subject.github().deletePackage(subject.owner(), subject.name(), lastLook),
                this::changed,
                this::effect,
                waitForEffect);
    }

    /** Deletes; where the journal can't be written, or the package can't be listed again, nothing is attempted. */
    Fate carryOut(JournalWriter journal) {
        return Journalled.send(
                journal,
                () -> journal.beforePackage(
                        subject.ref(),
                        "nothing of it is kept (onLastVersion=deletePackage)",
                        plan.history().versions()),
                () -> change.fate(delete()),
                fate -> journal.afterPackage(subject.ref(), fate.result(), fate.status(), fate.requestId()));
    }

    /** What is not any more as it was planned. */
    private Optional<Result> changed() {
        Optional<String> redeployed = Concurrently.map(plan.history().versions(), this::redeployed).stream()
                .flatMap(Optional::stream)
                .findFirst();
        // Last, since the listing is what the deletion goes by.
        List<PackageVersion> fresh = subject.github().versions(subject.owner(), subject.name(), State.ACTIVE);
        return new HashSet<>(fresh).equals(new HashSet<>(plan.history().versions()))
                ? redeployed.map(why -> new Result(Outcome.CHANGED, why))
                : Optional.of(new Result(Outcome.CHANGED, "versions came or went since the plan was made"));
    }

    private Optional<String> redeployed(PackageVersion version) {
        return Redeploys.since(plan.history(), subject, version)
                .map(result -> SafeText.harmless(version.name()) + ": " + result.message());
    }

    private Result delete() {
        return switch (change.send(1)) {
            case ANSWERED -> judge(change.answer());
            case TOOK_EFFECT -> new Result(Outcome.DELETED, change.lostAnswer() + ", and the package is gone");
            case NO_EFFECT -> new Result(Outcome.FAILED, "the package is still there: " + change.failure());
            case OPEN ->
                new Result(Outcome.UNKNOWN, "sent, and whether the package is gone can't be read: " + change.failure());
            case NOT_SENT -> new Result(Outcome.NOT_ATTEMPTED, change.failure());
            case CALLED_OFF -> change.calledOff();
        };
    }

    private Result judge(ChangeResponse answer) {
        if (answer.succeeded()) {
            return Result.of(Outcome.DELETED);
        }
        if (!answer.isNotFound()) {
            return DeleteVersion.isDeclinedByRule(answer)
                    ? new Result(Outcome.RETAINED, answer.words())
                    : change.refused(subject, Operation.DELETE);
        }
        return switch (change.look()) {
            case SEEN -> Result.of(Outcome.ALREADY_GONE);
            case NONE -> change.refused(subject, Operation.DELETE);
            case HIDDEN ->
                new Result(
                        Outcome.UNKNOWN,
                        answer.words() + " Whether the package is gone can't be read: " + change.failure());
        };
    }

    private Effect effect() {
        return subject.github().find(subject.owner(), subject.name()).isPresent() ? Effect.NONE : Effect.SEEN;
    }
}
