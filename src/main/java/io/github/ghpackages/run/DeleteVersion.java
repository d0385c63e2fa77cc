package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.run.Change.Effect;
import java.util.Optional;
import java.util.function.Supplier;

/** Deletes one version and finds out what really came of it. */
final class DeleteVersion {

    private static final int ATTEMPTS = 3;

    private final TargetPackage subject;
    private final PackageVersion version;
    private final Change change;

    /**
     * A deletion.
     *
     * @param lastLook what keeps the version from going, as things stand right before a request leaves
     */
    DeleteVersion(
            TargetPackage subject,
            PackageVersion version,
            Supplier<Optional<Result>> lastLook,
            Runnable waitForEffect) {
        this.subject = subject;
        this.version = version;
        this.change = new Change(
                look -> subject.github().delete(subject.owner(), subject.name(), version.id(), look),
                lastLook,
                this::effect,
                waitForEffect);
    }

    Fate carryOut() {
        Result result = switch (change.send(ATTEMPTS)) {
            case ANSWERED -> judge(change.answer());
            case TOOK_EFFECT -> new Result(Outcome.DELETED, change.lostAnswer() + ", and it is gone");
            case NO_EFFECT -> new Result(Outcome.FAILED, change.failureAfterAttempts("still there"));
            case OPEN -> new Result(Outcome.UNKNOWN, "sent, and whether it is gone can't be read: " + change.failure());
            case NOT_SENT -> new Result(Outcome.NOT_ATTEMPTED, change.failure());
            case CALLED_OFF -> change.calledOff();
        };
        return change.fate(result);
    }

    private Result judge(ChangeResponse answer) {
        if (answer.succeeded()) {
            return Result.of(Outcome.DELETED);
        }
        return answer.isNotFound() || change.isRepeated() ? lookAndJudge(answer) : declined(answer);
    }

    /**
     * GitHub says "not found" of what is gone, and also to whoever may not delete it (apalache-mc/apalache#2056). Whatever it
     * says to a second attempt, the first may have taken effect meanwhile.
     */
    private Result lookAndJudge(ChangeResponse answer) {
        return switch (change.look()) {
            case SEEN ->
                change.isRepeated()
                        ? new Result(Outcome.DELETED, "the answer to the first attempt was lost, and it is gone")
                        : Result.of(Outcome.ALREADY_GONE);
            case NONE -> declined(answer);
            case HIDDEN ->
                change.failure().isEmpty()
                        ? new Result(Outcome.REFUSED, answer.words() + " This token can't see the package any more.")
                        : new Result(
                                Outcome.UNKNOWN,
                                answer.words() + " Whether it is gone can't be read: " + change.failure());
        };
    }

    private Result declined(ChangeResponse answer) {
        return isDeclinedByRule(answer)
                ? new Result(Outcome.RETAINED, answer.words())
                : change.refused(subject, Operation.DELETE);
    }

    private Effect effect() {
        Optional<PackageVersion> found = subject.github().version(subject.owner(), subject.name(), version.id());
        if (found.isPresent()) {
            return found.get().state() == State.ACTIVE ? Effect.NONE : Effect.SEEN;
        }
        // Whoever can't see the package is told of no version either.
        return subject.github().find(subject.owner(), subject.name()).isPresent() ? Effect.SEEN : Effect.HIDDEN;
    }

    /** One of the two texts with which GitHub is known to decline a deletion by a rule of its own. */
    static boolean isDeclinedByRule(ChangeResponse answer) {
        return answer.isLastVersion() || answer.isTooPopular();
    }
}
