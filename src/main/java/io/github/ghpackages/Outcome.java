package io.github.ghpackages;

import java.util.Locale;

/** The outcome of a planned deletion or restore. Reports show the name in kebab case. */
public enum Outcome {
    /** Would be deleted or restored; this was a dry run. */
    PLANNED(Verdict.FINE),
    /** Deleted by this run. */
    DELETED(Verdict.FINE),
    /** Someone else had already deleted it. */
    ALREADY_GONE(Verdict.WARN),
    /** Changed since the plan was made, so it was skipped. */
    CHANGED(Verdict.WARN),
    /** GitHub declined with one of its two known messages: last version, or more than 5,000 downloads. */
    RETAINED(Verdict.WARN),
    /** GitHub declined for another reason. */
    REFUSED(Verdict.FAIL),
    /** A snapshot that now has only its newest builds. */
    COMPACTED(Verdict.FINE),
    /** Left as it is, for a reason that the report shows. */
    SKIPPED(Verdict.WARN),
    /** Attempted without success. */
    FAILED(Verdict.FAIL),
    /** Sent, and its outcome is unknown. */
    UNKNOWN(Verdict.FAIL),
    /** The run ended before it was sent. */
    NOT_ATTEMPTED(Verdict.FAIL),
    /** Restored by this run. */
    RESTORED(Verdict.FINE),
    /** Was not deleted, so there was nothing to restore. */
    ALREADY_ACTIVE(Verdict.FINE),
    /** A live version with the same name prevents the restore. */
    CONFLICT(Verdict.FAIL),
    /** Deleted more than 30 days ago, so GitHub no longer restores it. */
    EXPIRED(Verdict.FAIL);

    private enum Verdict {
        FINE,
        WARN,
        FAIL
    }

    private final Verdict verdict;

    Outcome(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Whether this outcome fails the build. */
    public boolean isFailure() {
        return verdict == Verdict.FAIL;
    }

    /** Whether this outcome causes a warning, while the build continues. */
    public boolean isWarning() {
        return verdict == Verdict.WARN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
