package io.github.ghpackages;

import java.time.Duration;
import java.time.Instant;

/**
 * What time it is.
 *
 * @param now by the server, from its {@code Date}
 * @param local by this machine at the same moment
 */
public record ServerTime(Instant now, Instant local) {

    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** The earlier of the two, by which nothing is too old because one of them is wrong. */
    public Instant earlier() {
        return now.isBefore(local) ? now : local;
    }

    /**
     * Whether the two clocks agree to a day. If they do not, one of them is wrong, and it is unknown how old anything is: a single
     * wrong {@code Date} would make everything old.
     */
    public boolean isCertain() {
        return Duration.between(now, local).abs().compareTo(TOLERANCE) <= 0;
    }
}
