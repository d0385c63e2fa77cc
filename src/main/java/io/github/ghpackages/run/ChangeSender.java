package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.run.Change.Effect;
import io.github.ghpackages.run.Change.Sent;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends one change: into the journal, over the wire, and its outcome into the journal. If the answer leaves the outcome open, the
 * registry is asked: a DELETE that was answered with 500 may have worked (dataaxiom/ghcr-cleanup-action#74). The change is sent
 * again only if the registry shows that it had no effect.
 */
final class ChangeSender {

    /** How long an effect may take to be seen after its answer was lost. */
    private static final Duration EFFECT_DELAY = Duration.ofSeconds(2);

    /** If GitHub refuses one request for such a reason, it would refuse every further one. */
    private static final Set<Id> ENDS_THE_RUN =
            Set.of(Id.TOKEN_REJECTED, Id.SINGLE_SIGN_ON, Id.TOKEN_FORBIDDEN, Id.ADDRESS_NOT_ALLOWED);

    private final Change change;
    private final Runnable waitForEffect;
    private @Nullable ChangeResponse answer;
    private @Nullable PackagesException stop;
    private @Nullable PackagesException refusal;
    private @Nullable Result calledOff;
    private int attempts;
    private String failure = "";

    ChangeSender(Change change, Runnable waitForEffect) {
        this.change = change;
        this.waitForEffect = waitForEffect;
    }

    /** Waits as long as an effect may take; a build that is cancelled ends the wait, and the next request says so. */
    static void waitForEffect() {
        LockSupport.parkNanos(EFFECT_DELAY.toNanos());
    }

    /**
     * Sends the change. A deletion that can't be written into the journal is not sent, and the run stops once its outcome can't be
     * written. A restore, which destroys nothing, goes on: the journal keeps its failure, from which the run makes a warning.
     */
    Sent send(JournalWriter journal) {
        try {
            change.writeBefore(journal);
        } catch (PackagesException e) {
            return change.isDeletion() ? Sent.notAttempted(e) : sent(outcome());
        }
        Sent sent = sent(outcome());
        change.writeAfter(journal, sent);
        return change.isDeletion() && sent.stop() == null
                ? journal.failure().map(sent::stoppedBy).orElse(sent)
                : sent;
    }

    private Sent sent(Result result) {
        return new Sent(result, answer, stop, refusal);
    }

    private Result outcome() {
        while (true) {
            attempts++;
            try {
                answer = sendOnce();
            } catch (PackagesException e) {
                answer = null;
                failure = e.reason();
                if (!mayPass(e)) {
                    return stoppedBy(e);
                }
            }
            if (calledOff != null) {
                failure = "called off: " + calledOff.message();
                return unlessAnEarlierTookEffect(calledOff);
            }
            // Not within the try: a failure to judge a clear answer must not look like one to send, which is repeated.
            if (answer != null && !answer.isUnclear()) {
                return judge(answer);
            }
            failure = answer == null ? failure : answer.words();
            Effect effect = lookOnceSettled();
            if (effect != Effect.NONE || attempts == change.mostAttempts()) {
                return judge(effect);
            }
        }
    }

    /** The answer; null if the change was called off while it held its turn. */
    private @Nullable ChangeResponse sendOnce() {
        ChangeRequest request = change.request();
        while (true) {
            try (ChangeRequest.Turn turn = request.turn()) {
                calledOff = blocked().orElse(null);
                if (calledOff != null) {
                    return null;
                }
                Optional<ChangeResponse> response = turn.send();
                if (response.isPresent()) {
                    return response.get();
                }
            }
        }
    }

    private Optional<Result> blocked() {
        try {
            return change.blocked();
        } catch (PackagesException e) {
            stop = e;
            return Optional.of(new Result(Outcome.NOT_ATTEMPTED, e.reason()));
        }
    }

    private Result stoppedBy(PackagesException e) {
        Result notSent = new Result(Outcome.NOT_ATTEMPTED, failure);
        Effect effect = e.id() == Id.REDIRECTED ? lookOnceSettled() : attempts == 1 ? Effect.NONE : look();
        stop = e;
        return e.id() == Id.RATE_LIMITED && attempts == 1 ? notSent : judge(effect);
    }

    /** An attempt before this one may have taken effect after it was looked for, and may even do so later. */
    private Result unlessAnEarlierTookEffect(Result result) {
        return attempts == 1 ? result : judge(look());
    }

    /** The outcome if there was no clear answer. */
    private Result judge(Effect effect) {
        return switch (effect) {
            case SEEN -> new Result(done(), lostAnswer() + ", and " + change.seen());
            case NONE -> new Result(Outcome.FAILED, noEffect());
            case HIDDEN ->
                new Result(
                        change.isDeletion() ? Outcome.UNKNOWN : Outcome.FAILED,
                        "sent, and whether " + change.seen() + " can't be read: " + failure);
        };
    }

    /**
     * The outcome by a clear answer. GitHub says "not found" of what is gone, and also to whoever may not delete it
     * (apalache-mc/apalache#2056). Whatever it says to a second attempt, the first may have taken effect meanwhile.
     */
    private Result judge(ChangeResponse clear) {
        if (clear.succeeded()) {
            return Result.of(done());
        }
        if (change.isDeletion() && !clear.isNotFound() && attempts == 1) {
            return declined(clear);
        }
        return switch (look()) {
            case SEEN ->
                attempts > 1
                        ? new Result(done(), "the answer to the first attempt was lost, and " + change.seen())
                        : Result.of(change.isDeletion() ? Outcome.ALREADY_GONE : Outcome.ALREADY_ACTIVE);
            case NONE -> declined(clear);
            case HIDDEN -> change.isDeletion() ? hidden(clear) : declined(clear);
        };
    }

    private Result hidden(ChangeResponse clear) {
        return failure.isEmpty()
                ? new Result(Outcome.REFUSED, clear.words() + " This token can no longer see the package.")
                : new Result(
                        Outcome.UNKNOWN, clear.words() + " Whether " + change.seen() + " can't be read: " + failure);
    }

    /** By one of the two rules of its own for which GitHub is known to decline a deletion, or for want of a right. */
    private Result declined(ChangeResponse clear) {
        if (change.isDeletion() && (clear.isLastVersion() || clear.isTooPopular())) {
            return new Result(Outcome.RETAINED, clear.words());
        }
        if (!clear.isDenied()) {
            return new Result(Outcome.REFUSED, clear.words());
        }
        PackagesException why = change.target().explainRefusal(change.operation(), clear);
        if (ENDS_THE_RUN.contains(why.id())) {
            stop = why;
        }
        refusal = why;
        return new Result(Outcome.REFUSED, why.reason());
    }

    private Outcome done() {
        return change.isDeletion() ? Outcome.DELETED : Outcome.RESTORED;
    }

    /** How the answer was lost, if the change took effect all the same. */
    private String lostAnswer() {
        if (stop != null || calledOff != null) {
            return attempts > 1
                    ? "the answer to the first attempt was lost"
                    : "the answer was a redirect that is not followed";
        }
        return answer == null ? "no answer came" : "the answer was '" + answer.words() + "'";
    }

    private String noEffect() {
        if (attempts > 1) {
            return change.notSeen() + " after " + attempts + " attempts, the last one: " + failure;
        }
        return change.mostAttempts() == 1 ? change.notSeen() + ": " + failure : failure;
    }

    private Effect lookOnceSettled() {
        Effect atOnce = look();
        if (atOnce != Effect.NONE) {
            return atOnce;
        }
        waitForEffect.run();
        return look();
    }

    private Effect look() {
        try {
            return change.effect();
        } catch (PackagesException e) {
            failure = failure.isEmpty() || failure.equals(e.reason()) ? e.reason() : failure + " " + e.reason();
            if (!mayPass(e)) {
                stop = e;
            }
            return Effect.HIDDEN;
        }
    }

    /** Whether the next request may succeed; any other failure, such as a rejected token, would meet every further one. */
    private static boolean mayPass(PackagesException e) {
        return e.id() == Id.CONNECTION_FAILED || e.id() == Id.SERVER_ERROR || e.id() == Id.UNEXPECTED_ANSWER;
    }
}
