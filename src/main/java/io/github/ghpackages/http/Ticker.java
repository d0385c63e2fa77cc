package io.github.ghpackages.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock and the patience of the client. Tests have one that waits in no time. */
class Ticker {

    private final CountDownLatch closed = new CountDownLatch(1);

    Instant now() {
        return Instant.now();
    }

    /** A clock that only goes forward, for measuring. */
    long nanos() {
        return System.nanoTime();
    }

    /** Waits; fails where the client is closed meanwhile, since then nobody wants the answer. */
    void pause(Duration time) throws InterruptedException {
        if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw HttpFailures.interrupted();
        }
    }

    void close() {
        closed.countDown();
    }
}
