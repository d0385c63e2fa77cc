package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.Operation;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request that changes something. Where its answer leaves open what came of it, the registry is asked: a DELETE that was
 * answered with 500 may have worked (dataaxiom/ghcr-cleanup-action#74). It is sent again only where the registry shows that
 * nothing came of it.
 */
final class Change {

    /** What the registry shows of the effect. */
    enum Effect {
        SEEN,
        NONE,
        /** It can't be read, or not any more. */
        HIDDEN
    }

    /** How far it is known what came of it. */
    enum End {
        /** GitHub itself agreed or declined. */
        ANSWERED,
        /** There was no clear answer, and the registry shows that it took effect. */
        TOOK_EFFECT,
        /** The registry, or the way in which it failed, shows that it took none. */
        NO_EFFECT,
        /** There was no clear answer, and the registry can't be asked. */
        OPEN,
        /** It did not leave this machine. */
        NOT_SENT,
        /** The last look before it left showed that it is not meant any more. */
        CALLED_OFF
    }

    /** What GitHub refuses one request for, it would refuse every further one for. */
    private static final Set<Id> ENDS_THE_RUN =
            Set.of(Id.TOKEN_REJECTED, Id.SINGLE_SIGN_ON, Id.TOKEN_FORBIDDEN, Id.ADDRESS_NOT_ALLOWED);

    /** Thrown through the HTTP client, since only that knows when a request leaves. */
    private static final class CalledOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Function<Runnable, ChangeResponse> request;
    private final Supplier<Optional<Result>> lastLook;
    private final Supplier<Effect> registry;
    private final Runnable waitForEffect;
    private @Nullable ChangeResponse answer;
    private @Nullable PackagesException stop;
    private @Nullable PackagesException refusal;
    private @Nullable Result calledOff;
    private int attempts;
    private String failure = "";

    /**
     * A change.
     *
     * @param request sends it, and runs what it is given right before it leaves
     * @param lastLook what keeps it from being sent, as things stand; empty where nothing does
     * @param registry asks for its effect
     * @param waitForEffect an effect may be seen only a little after its answer
     */
    Change(
            Function<Runnable, ChangeResponse> request,
            Supplier<Optional<Result>> lastLook,
            Supplier<Effect> registry,
            Runnable waitForEffect) {
        this.request = request;
        this.lastLook = lastLook;
        this.registry = registry;
        this.waitForEffect = waitForEffect;
    }

    End send(int mostAttempts) {
        while (true) {
            attempts++;
            answer = null;
            try {
                answer = request.apply(this::requireStillMeant);
                if (!answer.isUnclear()) {
                    return End.ANSWERED;
                }
                failure = answer.words();
            } catch (CalledOff e) {
                failure = "called off: " + calledOff().message();
                return unlessAnEarlierTookEffect(End.CALLED_OFF);
            } catch (PackagesException e) {
                failure = e.reason();
                if (!mayPass(e)) {
                    return stoppedBy(e);
                }
            }
            Effect effect = lookOnceSettled();
            if (effect != Effect.NONE || attempts == mostAttempts) {
                return as(effect, End.NO_EFFECT);
            }
        }
    }

    private void requireStillMeant() {
        try {
            calledOff = lastLook.get().orElse(null);
        } catch (PackagesException e) {
            stop = e;
            calledOff = new Result(Outcome.NOT_ATTEMPTED, e.reason());
        }
        if (calledOff != null) {
            throw new CalledOff();
        }
    }

    private End stoppedBy(PackagesException e) {
        End end = switch (e.id()) {
            case REDIRECTED -> as(lookOnceSettled(), End.NO_EFFECT);
            case RATE_LIMITED -> unlessAnEarlierTookEffect(End.NOT_SENT);
            default -> unlessAnEarlierTookEffect(End.NO_EFFECT);
        };
        stop = e;
        return end;
    }

    /** An attempt before this one may have taken effect after it was looked for, and may even do so later. */
    private End unlessAnEarlierTookEffect(End end) {
        return attempts == 1 ? end : as(look(), End.NO_EFFECT);
    }

    private static End as(Effect effect, End ifNone) {
        return switch (effect) {
            case SEEN -> End.TOOK_EFFECT;
            case NONE -> ifNone;
            case HIDDEN -> End.OPEN;
        };
    }

    /** What the registry shows now. */
    Effect look() {
        try {
            return registry.get();
        } catch (PackagesException e) {
            failure = failure.isEmpty() || failure.equals(e.reason()) ? e.reason() : failure + " " + e.reason();
            if (!mayPass(e)) {
                stop = e;
            }
            return Effect.HIDDEN;
        }
    }

    /** GitHub's answer; only where it {@link End#ANSWERED}. */
    ChangeResponse answer() {
        return Objects.requireNonNull(answer);
    }

    /** What the last look showed; only where it was {@link End#CALLED_OFF}. */
    Result calledOff() {
        return Objects.requireNonNull(calledOff);
    }

    /** What comes of a refusal: GitHub's words, or the reason behind them where there is more to say. */
    Result refused(TargetPackage subject, Operation operation) {
        if (!answer().isDenied()) {
            return new Result(Outcome.REFUSED, answer().words());
        }
        PackagesException why = subject.github().explainRefusal(operation, subject.owner(), subject.name(), answer());
        if (ENDS_THE_RUN.contains(why.id())) {
            stop = why;
        }
        refusal = why;
        return new Result(Outcome.REFUSED, why.reason());
    }

    /** Whether an earlier attempt may have been the one that took effect. */
    boolean isRepeated() {
        return attempts > 1;
    }

    /** In a few words, what was lost of the answer, where it took effect all the same. */
    String lostAnswer() {
        if (stop != null || calledOff != null) {
            return isRepeated()
                    ? "the answer to the first attempt was lost"
                    : "the answer was a redirect that is not followed";
        }
        return answer == null ? "no answer came" : "the answer was '" + answer.words() + "'";
    }

    /** Why the outcome is unknown, or why it failed. */
    String failure() {
        return failure;
    }

    /** The same, with how often it was tried where that was more than once. */
    String failureAfterAttempts(String state) {
        return isRepeated() ? state + " after " + attempts + " attempts, the last one: " + failure : failure;
    }

    Fate fate(Result result) {
        return new Fate(result, answer, stop, refusal);
    }

    private Effect lookOnceSettled() {
        Effect atOnce = look();
        if (atOnce != Effect.NONE) {
            return atOnce;
        }
        waitForEffect.run();
        return look();
    }

    /** Whether the next request may fare better; all else, such as a rejected token, would meet every further one. */
    private static boolean mayPass(PackagesException e) {
        return e.id() == Id.CONNECTION_FAILED || e.id() == Id.SERVER_ERROR || e.id() == Id.UNEXPECTED_ANSWER;
    }
}
