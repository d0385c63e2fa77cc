package io.github.ghpackages.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a request again where that is safe and may help: reads after faults that may pass, writes only where the server
 * never saw them. Each attempt has a deadline of its own, so the call as a whole has one too.
 */
record Retries(Ticker waiter, HttpSettings settings) {

    private static final int MOST = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** One attempt. */
    @FunctionalInterface
    interface Attempt {
        Response send() throws IOException, InterruptedException;
    }

    Response at(Method method, URI url, Attempt attempt) {
        try {
            for (int count = 1; count < MOST; count++) {
                try {
                    Response response = attempt.send();
                    if (!method.isRead() || !HttpFailures.mayPass(method, response)) {
                        return response;
                    }
                } catch (IOException e) {
                    if (!isSafe(method, e) || !HttpFailures.mayPass(e)) {
                        throw HttpFailures.connectionFailed(method, url, e, count, settings);
                    }
                }
                pauseAfter(count);
            }
            return attempt.send();
        } catch (IOException e) {
            throw HttpFailures.connectionFailed(method, url, e, MOST, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HttpFailures.interrupted();
        }
    }

    private static boolean isSafe(Method method, IOException failure) {
        return method.isRead() || HttpExchange.neverSent(failure);
    }

    /** Twice as long each time, and not the same for all: requests that failed together should not return together. */
    private void pauseAfter(int count) throws InterruptedException {
        long longest = FIRST_PAUSE.toMillis() << (count - 1);
        long jittered = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2);
        waiter.pause(Duration.ofMillis(jittered));
    }
}
