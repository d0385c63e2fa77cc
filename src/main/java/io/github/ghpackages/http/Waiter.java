package io.github.ghpackages.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The clock and the patience of the client. Tests have one that waits in no time. */
class Waiter {

    private final CountDownLatch closed = new CountDownLatch(1);

    Instant now() {
        return Instant.now();
    }

    /** A clock that only goes forward, for measuring. */
    long nanos() {
        return System.nanoTime();
    }

    /** Waits; false when that was cut short because the client was closed. */
    boolean pause(Duration time) throws InterruptedException {
        return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void close() {
        closed.countDown();
    }
}
