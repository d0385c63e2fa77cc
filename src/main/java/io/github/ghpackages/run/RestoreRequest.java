package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.Answer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for one restore, and where the answer leaves open what came of it, asks the registry. */
final class RestoreRequest {

    private static final int ATTEMPTS = 3;
    private static final Duration EFFECT_MAY_TAKE = Duration.ofSeconds(2);

    /** What came of it, with the answer that told so where there was one. */
    record Fate(Result result, @Nullable Answer answer) {}

    private final Supplier<Answer> request;
    private final BooleanSupplier isLive;

    RestoreRequest(Supplier<Answer> request, BooleanSupplier isLive) {
        this.request = request;
        this.isLive = isLive;
    }

    /**
     * Restores.
     *
     * @throws PackagesException when nothing more can be restored in this run, such as for a rejected token
     */
    Fate carryOut() {
        String doubt = "";
        Answer answer = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                answer = request.get();
                if (!answer.isUnclear()) {
                    return new Fate(judge(answer), answer);
                }
                doubt = answer.words();
            } catch (PackagesException e) {
                if (!Deletion.leavesEffectOpen(e)) {
                    throw e;
                }
                doubt = e.reason();
            }
            if (isLiveOnceSettled()) {
                return new Fate(new Result(Outcome.RESTORED, "answered with " + doubt + ", and it is there"), answer);
            }
        }
        return new Fate(new Result(Outcome.FAILED, doubt), answer);
    }

    private static Result judge(Answer answer) {
        return answer.succeeded() ? Result.of(Outcome.RESTORED) : new Result(Outcome.REFUSED, answer.words());
    }

    private boolean isLiveOnceSettled() {
        try {
            if (isLive.getAsBoolean()) {
                return true;
            }
            Pause.of(EFFECT_MAY_TAKE);
            return isLive.getAsBoolean();
        } catch (PackagesException e) {
            if (Deletion.leavesEffectOpen(e)) {
                return false;
            }
            throw e;
        }
    }
}
