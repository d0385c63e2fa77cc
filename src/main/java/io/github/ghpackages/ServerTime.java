package io.github.ghpackages;

import java.time.Duration;
import java.time.Instant;

/**
 * The current time by two clocks.
 *
 * @param now the server's time, from its {@code Date} header
 * @param local this machine's time at the same moment
 */
public record ServerTime(Instant now, Instant local) {

    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** The earlier of the two, so that nothing seems too old because one clock is wrong. */
    public Instant earlier() {
        return now.isBefore(local) ? now : local;
    }

    /**
     * Whether the clocks differ by at most a day. If not, one of them is wrong, and every age is unknown: a single
     * wrong {@code Date} would make everything seem old.
     */
    public boolean isCertain() {
        return Duration.between(now, local).abs().compareTo(TOLERANCE) <= 0;
    }
}
