package io.github.ghpackages.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long an effect may be on its way when its answer was lost. */
final class EffectDelay {

    private static final Duration USUAL = Duration.ofSeconds(2);

    private EffectDelay() {}

    /** Waits that long; a build that is cancelled ends it, and the next request says so. */
    static void pass() {
        LockSupport.parkNanos(USUAL.toNanos());
    }
}
