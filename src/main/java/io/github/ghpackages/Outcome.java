package io.github.ghpackages;

import java.util.Locale;

/** What became of a planned deletion or restore. Reports show the name in kebab case. */
public enum Outcome {
    /** A dry run: this is what would be done. */
    PLANNED(Verdict.FINE),
    /** Deleted by this run. */
    DELETED(Verdict.FINE),
    /** Somebody else had deleted it before this run did. */
    ALREADY_GONE(Verdict.WARN),
    /** Not what was planned any more, so it was left alone. */
    CHANGED(Verdict.WARN),
    /** GitHub declined with one of its two known texts: last version, or more than 5,000 downloads. */
    RETAINED(Verdict.WARN),
    /** GitHub declined for another reason. */
    REFUSED(Verdict.FAIL),
    /** It was tried and did not come about. */
    FAILED(Verdict.FAIL),
    /** It was sent, and what came of it can't be told. */
    UNKNOWN(Verdict.FAIL),
    /** The run ended before its turn. */
    NOT_ATTEMPTED(Verdict.FAIL),
    /** Restored by this run. */
    RESTORED(Verdict.FINE),
    /** There was nothing to restore: it is there. */
    ALREADY_ACTIVE(Verdict.FINE),
    /** A live version of the same name is in the way of a restore. */
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

    /** Whether a build in which this happened must fail. */
    public boolean isFailure() {
        return verdict == Verdict.FAIL;
    }

    /** Whether a person should look at it although the build goes on. */
    public boolean isWarning() {
        return verdict == Verdict.WARN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
