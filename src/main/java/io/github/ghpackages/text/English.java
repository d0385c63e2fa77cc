package io.github.ghpackages.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts, durations and lists in words. */
public final class English {

    private English() {}

    /** Rounded up; to the second below two minutes, to the minute below two hours, and so on: {@code 58 s}, {@code 12 min}, {@code 3 h}. */
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

    /** {@code no releases}, {@code 1 release}, {@code 5 releases}. */
    public static String count(long number, Object noun) {
        return (number == 0 ? "no" : Long.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code newest}, {@code 2nd newest}; {@code only} if there is no other. */
    public static String newest(int rank, int of) {
        if (of == 1) {
            return "only";
        }
        return rank == 1 ? "newest" : rank + ordinalSuffix(rank) + " newest";
    }

    private static String ordinalSuffix(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return switch (teen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** {@code 45 days}: in the largest unit of which there are at least two. */
    public static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() >= 2 ? span.toMinutes() + " minutes" : "less than two minutes";
    }

    /** {@code a, b and 3 more}. */
    public static String firstOf(List<String> names, int most) {
        int more = names.size() - most;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + more + " more";
    }

    private static long roundedUp(long seconds, long unit) {
        return (seconds + unit - 1) / unit;
    }
}
