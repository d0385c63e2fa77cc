package io.github.ghpackages.retention;

import java.time.Instant;

/** A span of time as users write it: {@code 30d}, {@code 6w}, {@code 12h} or ISO-8601 ({@code P1Y}, calendar-true, UTC). */
public final class Age {

    private Age() {}

    /**
     * Reads what a user wrote.
     *
     * @throws IllegalArgumentException with a message for the user, when it is no age or negative
     */
    public static Age parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** The instant that lies this age before {@code now}. */
    public Instant before(Instant now) {
        throw new UnsupportedOperationException(now.toString());
    }
}
