package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.Answer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletes one version and finds out what really came of it. Where an answer leaves that open, the registry is asked: a DELETE
 * that was answered with 500 may have worked (dataaxiom/ghcr-cleanup-action#74), and a 404 may mean gone or forbidden.
 */
final class Deletion {

    private static final int ATTEMPTS = 3;
    private static final Duration EFFECT_MAY_TAKE = Duration.ofSeconds(2);
    /** What came of it, with the answer that told so where there was one. */
    record Fate(Result result, @Nullable Answer answer) {}

    private enum Presence {
        THERE,
        GONE,
        UNREADABLE
    }

    private final Subject subject;
    private final PackageVersion version;

    Deletion(Subject subject, PackageVersion version) {
        this.subject = subject;
        this.version = version;
    }

    /**
     * Deletes.
     *
     * @throws PackagesException when nothing more can be deleted in this run, such as for a rejected token
     */
    Fate carryOut() {
        String doubt = "";
        Answer answer = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                answer = subject.github().delete(subject.owner(), subject.name(), version.id());
            } catch (PackagesException e) {
                if (!leavesEffectOpen(e)) {
                    throw e;
                }
                answer = null;
                doubt = e.reason();
            }
            if (answer != null && !answer.isUnclear()) {
                return new Fate(judge(answer, attempt > 1), answer);
            }
            if (answer != null) {
                doubt = answer.words();
            }
            switch (presenceOnceSettled()) {
                case GONE:
                    return new Fate(new Result(Outcome.DELETED, "answered with " + doubt + ", and it is gone"), answer);
                case UNREADABLE:
                    return new Fate(new Result(Outcome.UNKNOWN, doubt), answer);
                case THERE:
            }
        }
        return new Fate(
                new Result(Outcome.FAILED, "still there after " + ATTEMPTS + " attempts, the last: " + doubt), answer);
    }

    static boolean leavesEffectOpen(PackagesException e) {
        return e.id() == Id.CONNECTION_FAILED || e.id() == Id.SERVER_ERROR || e.id() == Id.UNEXPECTED_ANSWER;
    }

    private Result judge(Answer answer, boolean mayHaveWorkedBefore) {
        if (answer.succeeded()) {
            return Result.of(Outcome.DELETED);
        }
        if (answer.isNotFound()) {
            return judgeNotFound(answer, mayHaveWorkedBefore);
        }
        return new Result(isDeclinedByRule(answer) ? Outcome.RETAINED : Outcome.REFUSED, answer.words());
    }

    private Result judgeNotFound(Answer answer, boolean mayHaveWorkedBefore) {
        return switch (presence()) {
            case GONE ->
                mayHaveWorkedBefore
                        ? new Result(Outcome.DELETED, "its first answer was lost, and it is gone")
                        : Result.of(Outcome.ALREADY_GONE);
            case THERE ->
                new Result(
                        Outcome.REFUSED,
                        answer.words()
                                + " It is there, and this token may not delete it: that takes admin rights on the"
                                + " repository that owns the package.");
            case UNREADABLE ->
                new Result(Outcome.REFUSED, answer.words() + " This token can't read the package any more.");
        };
    }

    private Presence presenceOnceSettled() {
        Presence atOnce = presence();
        if (atOnce != Presence.THERE) {
            return atOnce;
        }
        Pause.of(EFFECT_MAY_TAKE);
        return presence();
    }

    private Presence presence() {
        try {
            Optional<PackageVersion> found = subject.github().version(subject.owner(), subject.name(), version.id());
            if (found.isPresent()) {
                return found.get().state() == State.ACTIVE ? Presence.THERE : Presence.GONE;
            }
            return subject.github().find(subject.owner(), subject.name()).isPresent()
                    ? Presence.GONE
                    : Presence.UNREADABLE;
        } catch (PackagesException e) {
            if (leavesEffectOpen(e)) {
                return Presence.UNREADABLE;
            }
            throw e;
        }
    }

    /** One of the two texts with which GitHub is known to decline a deletion by a rule of its own. */
    static boolean isDeclinedByRule(Answer answer) {
        return answer.isLastVersion() || answer.isTooPopular();
    }
}
