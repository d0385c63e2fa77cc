package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.time.Duration;
import java.time.Instant;

/** The plain words of reasons and messages. */
final class Words {

    private Words() {}

    /** {@code 1 release}, {@code 5 releases}. */
    static String count(int number, Object noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code newest}, {@code 2nd newest}; {@code only} where there is no other. */
    static String newest(int rank, int of) {
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
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toDays() >= 2) {
            return span.toDays() + " days";
        }
        if (span.toHours() >= 2) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() >= 2 ? span.toMinutes() + " minutes" : "less than two minutes";
    }

    static String countParameter(VersionKind kind) {
        return switch (kind) {
            case RELEASE -> "keepReleases";
            case PRERELEASE -> "keepPrereleases";
            case SNAPSHOT -> "keepSnapshots";
        };
    }

    static String ageParameter(VersionKind kind) {
        return countParameter(kind) + "NewerThan";
    }
}
