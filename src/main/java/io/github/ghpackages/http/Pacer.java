package io.github.ghpackages.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps all requests of a run under GitHub's 900 points a minute (docs.github.com, secondary rate limits), counted in a
 * window that slides, so that a few requests never wait.
 */
final class Pacer {

    /** A little under GitHub's 900: others may use the same token. */
    private static final int POINTS = 880;

    private static final int FEWEST_POINTS = 100;

    /** A little over GitHub's 60 s: requests do not all take the same time to arrive. */
    private static final Duration WINDOW = Duration.ofSeconds(61);

    /** The points of one request in the window. Shares are compared by identity. */
    static final class Share {
        private final int points;
        private long nanos;

        private Share(int points, long nanos) {
            this.points = points;
            this.nanos = nanos;
        }
    }

    private final Ticker ticker;
    private final Deque<Share> window = new ArrayDeque<>();
    private int used;
    private int allowed = POINTS;
    private boolean pacing;

    Pacer(Ticker ticker, boolean pacing) {
        this.ticker = ticker;
        this.pacing = pacing;
    }

    /** Waits until a request of so many points may be sent, and counts it. */
    Share take(int points) throws InterruptedException {
        while (true) {
            Share share = new Share(points, ticker.nanos());
            long wait = takeOrWait(share);
            if (wait <= 0) {
                return share;
            }
            ticker.pause(Duration.ofNanos(wait));
        }
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

    /** The server found it too fast. */
    synchronized void slowDown() {
        pacing = true;
        allowed = Math.max(FEWEST_POINTS, allowed / 2);
    }

    /** How long requests of so many points will have to wait, all together. */
    synchronized Duration waitFor(long points) {
        forget(ticker.nanos());
        long over = used + points - allowed;
        return !pacing || over <= 0 ? Duration.ZERO : WINDOW.multipliedBy((over + allowed - 1) / allowed);
    }

    private synchronized long takeOrWait(Share share) {
        forget(share.nanos);
        if (pacing && used + share.points > allowed && !window.isEmpty()) {
            return untilFree(used + share.points - allowed, share.nanos);
        }
        window.addLast(share);
        used += share.points;
        return 0;
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
