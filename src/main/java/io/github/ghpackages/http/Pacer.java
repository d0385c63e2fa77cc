package io.github.ghpackages.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all requests of a run under GitHub's 900 points a minute (docs.github.com, secondary rate limits), counted in a
 * window that slides, so that a few requests never wait. A server may allow less than is documented (57 deletions a minute instead of
 * 180 were seen, synthorg#2394). So after each rate limit the pace is at most half of what went through, writes leave one by one at
 * equal distances, and the pace rises again step by step: soon to what went through before, then slowly beyond it.
 */
final class Pacer {

    /** A little under GitHub's 900: others may use the same token. */
    private static final int POINTS = 880;

    private static final int FEWEST_POINTS = 100;

    /** With fewer points in the window, what went through says nothing about the limit: others may have used it up. */
    private static final int ENOUGH_TO_MEASURE = 200;

    /** A little over GitHub's 60 s: requests do not all take the same time to arrive. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    private static final Duration STEP = Duration.ofSeconds(5);

    /** In so many steps the pace is again what counts as safe. */
    private static final int STEPS = 4;

    /** So many points a minute more with each step beyond that. */
    private static final double SLOW_RISE = 0.75;

    /** What went through before was also what was too much, so this much of it counts as safe. */
    private static final double SAFE_PART = 0.88;

    /** The points of one request in the window. Shares are compared by identity. */
    static final class Share {
        private final int points;
        private long nanos;
        private boolean passed;

        private Share(int points, long nanos) {
            this.points = points;
            this.nanos = nanos;
        }

        private boolean isWrite() {
            return points > Method.GET.points();
        }
    }

    private final Ticker ticker;
    private final Deque<Share> window = new ArrayDeque<>();
    private final @Nullable Integer writesPerMinute;
    private int used;
    private double pace = POINTS;
    private double safePace = POINTS;
    private double rise = SLOW_RISE;
    private boolean pacing;
    private boolean isSlowed;
    private long nextWrite;
    private long lastStep;
    private long heldUntil;

    /**
     * @param pacing whether the server is known to have limits
     * @param writesPerMinute the user's own limit; null: none
     */
    Pacer(Ticker ticker, boolean pacing, @Nullable Integer writesPerMinute) {
        this.ticker = ticker;
        this.pacing = pacing;
        this.writesPerMinute = writesPerMinute;
        this.nextWrite = ticker.nanos();
        this.lastStep = ticker.nanos();
        this.heldUntil = ticker.nanos();
    }

    /** Waits until a request of so many points may be sent, and counts it. */
    Share take(int points) throws InterruptedException {
        while (true) {
            Share share = new Share(points, ticker.nanos());
            long wait = takeOrWait(share);
            if (wait <= 0) {
                return share;
            }
            holdUpUntil(share.nanos + wait);
            ticker.pause(Duration.ofNanos(wait));
        }
    }

    private synchronized void holdUpUntil(long time) {
        heldUntil = time;
    }

    /** How long the next request is held up. */
    synchronized Duration holdsUp() {
        return Duration.ofNanos(Math.max(0, heldUntil - ticker.nanos()));
    }

    /** Counts the request from now on: the wait and the look before it took time. */
    synchronized void leaves(Share share) {
        giveBack(share);
        share.nanos = ticker.nanos();
        window.addLast(share);
        used += share.points;
    }

    /** Does not count a request that is not sent. */
    synchronized void giveBack(Share share) {
        if (window.removeLastOccurrence(share)) {
            used -= share.points;
        }
    }

    /** This server has limits: from now on they are kept. */
    synchronized void startPacing() {
        pacing = true;
    }

    /** The request went through. After a rate limit, this raises the pace step by step. */
    synchronized void passed(Share share) {
        share.passed = true;
        long now = ticker.nanos();
        if (!isSlowed || now - lastStep < STEP.toNanos()) {
            return;
        }
        lastStep = now;
        pace = Math.min(POINTS, pace + (pace < safePace ? rise : SLOW_RISE));
        isSlowed = pace < POINTS;
    }

    /** The server found it too fast. */
    synchronized void slowDown() {
        long now = ticker.nanos();
        forget(now);
        pacing = true;
        isSlowed = true;
        int wentThrough = window.stream()
                .filter(share -> share.passed)
                .mapToInt(share -> share.points)
                .sum();
        double measured = wentThrough < ENOUGH_TO_MEASURE ? pace : Math.min(pace, wentThrough);
        safePace = measured * SAFE_PART;
        pace = Math.max(FEWEST_POINTS, measured / 2);
        rise = Math.max(SLOW_RISE, (safePace - pace) / STEPS);
        lastStep = now;
    }

    /** How many writes may be under way at once, of so many at full pace. */
    synchronized int writesAtOnce(int most) {
        return isSlowed ? Math.max(1, (int) (most * pace / POINTS / 2)) : most;
    }

    /** How long requests of so many points will have to wait, all together. */
    synchronized Duration waitFor(long points) {
        forget(ticker.nanos());
        Duration own = writesPerMinute == null
                ? Duration.ZERO
                : Duration.ofMinutes(1)
                        .multipliedBy(points / Method.DELETE.points())
                        .dividedBy(writesPerMinute);
        long allowed = (long) pace;
        long over = used + points - allowed;
        if (!pacing || over <= 0) {
            return own;
        }
        Duration byPace = isSlowed
                ? Duration.ofMinutes(1).multipliedBy(points).dividedBy(allowed)
                : WINDOW.multipliedBy((over + allowed - 1) / allowed);
        return byPace.compareTo(own) > 0 ? byPace : own;
    }

    private synchronized long takeOrWait(Share share) {
        forget(share.nanos);
        if (pacing && used + share.points > pace && !window.isEmpty()) {
            return untilFree((int) Math.ceil(used + share.points - pace), share.nanos);
        }
        long distance = share.isWrite() ? distance(share.points) : 0;
        if (distance > 0) {
            if (share.nanos < nextWrite) {
                return nextWrite - share.nanos;
            }
            nextWrite = share.nanos + distance;
        }
        window.addLast(share);
        used += share.points;
        return 0;
    }

    /** How far one write is from the next, in nanoseconds. */
    private long distance(int points) {
        double minute = Duration.ofMinutes(1).toNanos();
        double bySlowedPace = isSlowed ? minute * points / pace : 0;
        double byUser = writesPerMinute == null ? 0 : minute / writesPerMinute;
        return (long) Math.max(bySlowedPace, byUser);
    }

    private long untilFree(int needed, long now) {
        int freed = 0;
        for (Share share : window) {
            freed += share.points;
            if (freed >= needed) {
                return Math.max(1, share.nanos + WINDOW.toNanos() - now);
            }
        }
        return WINDOW.toNanos();
    }

    private void forget(long now) {
        while (!window.isEmpty() && now - window.getFirst().nanos >= WINDOW.toNanos()) {
            used -= window.removeFirst().points;
        }
    }
}
