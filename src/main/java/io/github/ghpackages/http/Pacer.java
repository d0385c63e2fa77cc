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

    private record Sent(long nanos, int points) {}

    private final Waiter waiter;
    private final Deque<Sent> window = new ArrayDeque<>();
    private int used;
    private int allowed = POINTS;
    private boolean pacing;

    Pacer(Waiter waiter, boolean pacing) {
        this.waiter = waiter;
        this.pacing = pacing;
    }

    /** Waits until a request of so many points may be sent, and counts it. */
    void take(int points) throws InterruptedException {
        while (true) {
            long wait = takeOrTellWait(points);
            if (wait <= 0) {
                return;
            }
            waiter.pause(Duration.ofNanos(wait));
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
        forget(waiter.nanos());
        long over = used + points - allowed;
        return !pacing || over <= 0 ? Duration.ZERO : WINDOW.multipliedBy((over + allowed - 1) / allowed);
    }

    private synchronized long takeOrTellWait(int points) {
        long now = waiter.nanos();
        forget(now);
        if (pacing && used + points > allowed && !window.isEmpty()) {
            return untilFree(used + points - allowed, now);
        }
        window.addLast(new Sent(now, points));
        used += points;
        return 0;
    }

    private long untilFree(int needed, long now) {
        int freed = 0;
        for (Sent sent : window) {
            freed += sent.points();
            if (freed >= needed) {
                return Math.max(1, sent.nanos() + WINDOW.toNanos() - now);
            }
        }
        return WINDOW.toNanos();
    }

    private void forget(long now) {
        while (!window.isEmpty() && now - window.getFirst().nanos() >= WINDOW.toNanos()) {
            used -= window.removeFirst().points();
        }
    }
}
