package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.Operation;
import io.github.ghpackages.run.Change.Effect;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks for one restore, and finds out what really came of it. */
final class RestoreVersion {

    private static final int ATTEMPTS = 3;

    private final TargetPackage subject;
    private final Change change;

    RestoreVersion(
            TargetPackage subject, Supplier<ChangeResponse> request, BooleanSupplier isLive, Runnable waitForEffect) {
        this.subject = subject;
        this.change = new Change(
                lastLook -> request.get(),
                Optional::empty,
                () -> isLive.getAsBoolean() ? Effect.SEEN : Effect.NONE,
                waitForEffect);
    }

    Fate carryOut() {
        Result result = switch (change.send(ATTEMPTS)) {
            case ANSWERED -> judge(change.answer());
            case TOOK_EFFECT -> new Result(Outcome.RESTORED, change.lostAnswer() + ", and it is there");
            case NO_EFFECT -> new Result(Outcome.FAILED, change.failureAfterAttempts("not there"));
            case OPEN -> new Result(Outcome.FAILED, "sent, and whether it is there can't be read: " + change.failure());
            case NOT_SENT -> new Result(Outcome.NOT_ATTEMPTED, change.failure());
            case CALLED_OFF -> change.calledOff();
        };
        return change.fate(result);
    }

    private Result judge(ChangeResponse answer) {
        if (answer.succeeded()) {
            return Result.of(Outcome.RESTORED);
        }
        if (change.look() == Effect.SEEN) {
            return change.isRepeated()
                    ? new Result(Outcome.RESTORED, "the answer to the first attempt was lost, and it is there")
                    : Result.of(Outcome.ALREADY_ACTIVE);
        }
        return change.refused(subject, Operation.RESTORE);
    }
}
