package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.text.English;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rate limits: one answer that says "not now" holds up every thread, until the time it names or for a minute and growing.
 * Nothing is held up for longer at a time than the user allows; what goes through in between begins a new time.
 */
final class RateLimiter {

    private static final Duration FALLBACK = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

    private final Ticker ticker;
    private final Duration maxWait;
    private final Consumer<String> progress;

    /** Counts the pauses, so that the answers to requests of before a pause neither end nor prolong it. */
    private long pauses;

    private int fruitless;
    private boolean writesHeld;
    private long heldSince;
    private long heldUntil;
    private @Nullable RateLimitResponse last;

    RateLimiter(Ticker ticker, Duration maxWait, Consumer<String> progress) {
        this.ticker = ticker;
        this.maxWait = maxWait;
        this.progress = progress;
        this.heldUntil = ticker.nanos();
    }

    /** Waits until requests may be sent. */
    void await() throws InterruptedException {
        while (true) {
            long left;
            synchronized (this) {
                left = left();
                if (left <= 0) {
                    return;
                }
                failWhereTooLong();
            }
            ticker.pause(Duration.ofNanos(left));
        }
    }

    /** How many pauses there were, to hand in with the answer. */
    synchronized long pauses() {
        return pauses;
    }

    /** Whether requests may be sent, and no pause has begun since there were so many. */
    synchronized boolean isOpenSince(long pausesThen) {
        return pauses == pausesThen && left() <= 0;
    }

    /** How long requests are held up. */
    Duration holdsUp() {
        return Duration.ofNanos(Math.max(0, left()));
    }

    private synchronized long left() {
        return heldUntil - ticker.nanos();
    }

    /** An answer that was no limit: what was held up has moved on; not where writes are, and a read has passed. */
    synchronized void passed(long pausesThen, Method method) {
        if (pausesThen == pauses && !(writesHeld && method.isRead())) {
            fruitless = 0;
            writesHeld = false;
        }
    }

    /**
     * An answer that says "not now". Fails where that is for longer than the user allows.
     *
     * @return whether it began a new pause, and is not just a late one of the same
     */
    synchronized boolean refused(long pausesThen, Method method, RateLimitResponse answer) {
        long now = ticker.nanos();
        Duration pause = answer.pause().orElse(FALLBACK.multipliedBy(1L << Math.min(fruitless, 6)));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        if (pausesThen == pauses) {
            if (fruitless == 0 || now - heldUntil > maxWait.toNanos()) {
                fruitless = 0;
                writesHeld = false;
                heldSince = now;
            }
            pauses++;
            fruitless++;
            writesHeld |= !method.isRead();
            heldUntil = now + bounded.toNanos();
            last = answer;
            failWhereTooLong();
            progress.accept(answer.reason() + " Continuing in " + English.duration(bounded) + ".");
            return true;
        }
        if (answer.pause().isPresent()) {
            heldUntil = Math.max(heldUntil, now + bounded.toNanos());
            failWhereTooLong();
        }
        return false;
    }

    private void failWhereTooLong() {
        Duration held = Duration.ofNanos(heldUntil - heldSince);
        RateLimitResponse answer = last;
        if (held.compareTo(maxWait) <= 0 || answer == null) {
            return;
        }
        Duration left = Duration.ofNanos(Math.max(0, heldUntil - ticker.nanos()));
        throw new PackagesException(
                PackagesException.Id.RATE_LIMITED,
                "Sending more requests to GitHub failed.",
                answer.reason() + " It asks to wait for another " + English.duration(left)
                        + ", which would make the wait longer than maxWait (" + English.duration(maxWait) + ").",
                "Wait for " + English.duration(left)
                        + " before you run the goal again, or allow a longer wait: -Dghpackages.maxWait="
                        + (held.toMinutes() + 1) + "m.");
    }
}
