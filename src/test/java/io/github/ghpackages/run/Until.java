package io.github.ghpackages.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what will come true. */
final class Until {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Until() {}

    static void seen(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it has not come true");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
