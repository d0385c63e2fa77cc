package io.github.ghpackages.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long a run may go on. It is looked at between two changes, so that each change comes to its end. */
public final class TimeLimit {

    private final @Nullable Duration longest;
    private final LongSupplier nanos;
    private final long start;
    private volatile boolean hasEndedRun;
    private volatile boolean cancelled;

    /**
     * A time that begins now.
     *
     * @param longest null: no limit
     * @param nanos a clock that only moves forward
     */
    public TimeLimit(@Nullable Duration longest, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** No limit. */
    public static TimeLimit none() {
        return new TimeLimit(null, System::nanoTime);
    }

    /** Ends the time now: the build was cancelled. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the time is over, so that nothing more may begin. Whoever asks has something left to do. */
    boolean endsRun() {
        boolean over = longest != null && nanos.getAsLong() - start >= longest.toNanos();
        hasEndedRun |= over;
        return over || cancelled;
    }

    /** Whether something was left undone because of it. */
    public boolean hasEndedRun() {
        return hasEndedRun;
    }
}
