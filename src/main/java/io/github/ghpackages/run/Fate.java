package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import io.github.ghpackages.github.ChangeResponse;
import org.jspecify.annotations.Nullable;

/**
 * What came of one change.
 *
 * @param result as it stands in reports
 * @param answer the last answer; null where none came
 * @param stop why nothing more can be done in this run, such as a rejected token; null where the run can go on
 * @param refusal why GitHub refused, and what to do about it; null where it did not, or its words say all
 */
record Fate(
        Result result,
        @Nullable ChangeResponse answer,
        @Nullable PackagesException stop,
        @Nullable PackagesException refusal) {

    /** Nothing was sent, and nothing more can be. */
    static Fate notAttempted(PackagesException stop) {
        return new Fate(new Result(Outcome.NOT_ATTEMPTED, stop.reason()), null, stop, null);
    }

    Fate stoppedBy(PackagesException e) {
        return new Fate(result, answer, e, refusal);
    }

    /** For the journal; 0 where no answer came. */
    int status() {
        return answer == null ? 0 : answer.status();
    }

    /** For the journal. */
    @Nullable
    String requestId() {
        return answer == null ? null : answer.requestId();
    }
}
