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

    /** The right to send one request. Turns are told apart by identity. */
    static final class Turn {
        private final int points;
        private long nanos;

        private Turn(int points, long nanos) {
            this.points = points;
            this.nanos = nanos;
        }
    }

    private final Ticker waiter;
    private final Deque<Turn> window = new ArrayDeque<>();
    private int used;
    private int allowed = POINTS;
    private boolean pacing;

    Pacer(Ticker waiter, boolean pacing) {
        this.waiter = waiter;
        this.pacing = pacing;
    }

    /** Waits until a request of so many points may be sent, and counts it. */
    Turn take(int points) throws InterruptedException {
        while (true) {
            Turn turn = new Turn(points, waiter.nanos());
            long wait = takeOrTellWait(turn);
            if (wait <= 0) {
                return turn;
            }
            waiter.pause(Duration.ofNanos(wait));
        }
    }

    /** Counts the request from now on: what was waited for and looked at before it took its time. */
    synchronized void leaves(Turn turn) {
        giveBack(turn);
        turn.nanos = waiter.nanos();
        window.addLast(turn);
        used += turn.points;
    }

    /** Does not count a request that is not sent. */
    synchronized void giveBack(Turn turn) {
        if (window.removeLastOccurrence(turn)) {
            used -= turn.points;
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

    private synchronized long takeOrTellWait(Turn turn) {
        forget(turn.nanos);
        if (pacing && used + turn.points > allowed && !window.isEmpty()) {
            return untilFree(used + turn.points - allowed, turn.nanos);
        }
        window.addLast(turn);
        used += turn.points;
        return 0;
    }

    private long untilFree(int needed, long now) {
        int freed = 0;
        for (Turn turn : window) {
            freed += turn.points;
            if (freed >= needed) {
                return Math.max(1, turn.nanos + WINDOW.toNanos() - now);
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
