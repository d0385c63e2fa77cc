package io.github.ghpackages.text;

import java.time.Duration;

/** Times in words for a person. */
public final class English {

    private English() {}

    /** To the second below two minutes, to the minute below two hours, and so on: {@code 58 s}, {@code 12 min}, {@code 3 h}. */
    public static String duration(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return roundedUp(seconds, 60) + " min";
        }
        return seconds < 2 * 86_400 ? roundedUp(seconds, 3600) + " h" : roundedUp(seconds, 86_400) + " days";
    }

    private static long roundedUp(long seconds, long unit) {
        return (seconds + unit - 1) / unit;
    }
}
