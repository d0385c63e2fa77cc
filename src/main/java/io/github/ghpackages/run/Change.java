package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.ChangeRequest;
import io.github.ghpackages.github.ChangeResponse;
import io.github.ghpackages.github.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a run changes at the registry. {@link ChangeSender} sends it and finds out its outcome. */
sealed interface Change permits DeleteVersion, DeletePackage, RestoreVersion, RestorePackage {

    /** What the registry shows of the effect. */
    enum Effect {
        SEEN,
        NONE,
        /** It can't be read, or no longer. */
        HIDDEN
    }

    /**
     * The outcome of a change.
     *
     * @param result for the report
     * @param answer the last answer; null if none came
     * @param stop why nothing more can be done in this run, such as a rejected token; null if the run can go on
     * @param refusal why GitHub refused, and what to do about it; null if it did not, or its words say all
     */
    record Sent(
            Result result,
            @Nullable ChangeResponse answer,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal) {

        /** Nothing was sent. */
        static Sent nothing(Result result) {
            return new Sent(result, null, null, null);
        }

        /** Nothing was sent, and nothing more can be. */
        static Sent notAttempted(PackagesException stop) {
            return new Sent(new Result(Outcome.NOT_ATTEMPTED, stop.reason()), null, stop, null);
        }

        Sent stoppedBy(PackagesException e) {
            return new Sent(result, answer, e, refusal);
        }

        /** For the journal; 0 if no answer came. */
        int status() {
            return answer == null ? 0 : answer.status();
        }

        /** For the journal. */
        @Nullable
        String requestId() {
            return answer == null ? null : answer.requestId();
        }
    }

    TargetPackage target();

    Operation operation();

    /** Whether it destroys something: then it is sent only if the journal says so first. */
    default boolean isDeletion() {
        return operation() == Operation.DELETE;
    }

    /** How often it may be sent, if the registry shows that it had no effect. */
    default int mostAttempts() {
        return 3;
    }

    ChangeRequest request();

    /** What blocks it, as things are right before it leaves; empty if nothing does. */
    default Optional<Result> blocked() {
        return Optional.empty();
    }

    /** What the registry shows of its effect now. */
    Effect effect();

    /** What the effect looks like, such as {@code it is gone}. */
    default String seen() {
        return isDeletion() ? "it is gone" : "it is there";
    }

    /** What the lack of the effect looks like, such as {@code still there}. */
    default String notSeen() {
        return isDeletion() ? "still there" : "not there";
    }

    /** Writes the line that must be in the journal before it is sent. */
    void writeBefore(JournalWriter journal);

    /** Writes its outcome into the journal. */
    void writeAfter(JournalWriter journal, Sent sent);
}
