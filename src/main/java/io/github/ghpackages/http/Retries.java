package io.github.ghpackages.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts the attempts of one request, and decides whether it is sent again where that is safe and may help: reads after faults that
 * may pass, writes only if the server never saw them. Each attempt has a deadline of its own, so the request as a whole has one too.
 */
final class Retries {

    private static final int MOST = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Ticker ticker;
    private final HttpSettings settings;
    private int faults;
    private boolean paused = true;

    Retries(Ticker ticker, HttpSettings settings) {
        this.ticker = ticker;
        this.settings = settings;
    }

    /** Whether a response is a fault after which the request is sent again. */
    boolean repeats(Method method, Response response) {
        if (!method.isRead() || !HttpFailures.mayPass(method, response) || faults + 1 == MOST) {
            return false;
        }
        faults++;
        paused = false;
        return true;
    }

    /** Fails unless the request may be sent again after a broken connection. */
    void requireRepeatable(Method method, URI url, IOException failure) {
        faults++;
        boolean isSafe = method.isRead() || HttpExchange.neverSent(failure);
        if (faults == MOST || !isSafe || !HttpFailures.mayPass(failure)) {
            throw HttpFailures.connectionFailed(method, url, failure, faults, settings);
        }
        paused = false;
    }

    /**
     * Waits after a fault: twice as long each time, and not equally long for all, since requests that failed together should not
     * return together.
     */
    void pause() throws InterruptedException {
        if (paused) {
            return;
        }
        paused = true;
        long longest = FIRST_PAUSE.toMillis() << (faults - 1);
        long jittered = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2);
        ticker.pause(Duration.ofMillis(jittered));
    }
}
