package io.github.ghpackages.retention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An age as users write it: {@code 30d}, {@code 6w}, {@code 12h} or ISO-8601 ({@code P1Y}, calendar-true, UTC). */
public final class Age {

    private static final Pattern SHORT_FORM = Pattern.compile("([0-9]{1,9})([dwh])");
    private static final Pattern ISO_FORM = Pattern.compile("P(?<date>[^T]*)(?<time>T.+)?");

    private final String text;
    private final Period period;
    private final Duration duration;

    private Age(String text, Period period, Duration duration) {
        this.text = text;
        this.period = period;
        this.duration = duration;
    }

    /**
     * Reads what a user wrote.
     *
     * @throws IllegalArgumentException with a message for the user, if it is not an age, or negative
     */
    public static Age parse(String text) {
        String trimmed = text.strip();
        if (trimmed.contains("-")) {
            throw new IllegalArgumentException("'" + trimmed + "' is negative, and an age can't be.");
        }
        try {
            Matcher shortForm = SHORT_FORM.matcher(trimmed);
            return shortForm.matches()
                    ? ofShortForm(trimmed, Integer.parseInt(shortForm.group(1)), shortForm.group(2))
                    : ofIsoForm(trimmed);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + trimmed + "' is not an age: write it like 30d, 6w, 12h, or as ISO-8601 like P30D,"
                            + " P1Y, PT12H.",
                    e);
        }
    }

    private static Age ofShortForm(String text, int count, String unit) {
        return switch (unit) {
            case "h" -> new Age(text, Period.ZERO, Duration.ofHours(count));
            case "w" -> new Age(text, Period.ofWeeks(count), Duration.ZERO);
            default -> new Age(text, Period.ofDays(count), Duration.ZERO);
        };
    }

    private static Age ofIsoForm(String text) {
        Matcher iso = ISO_FORM.matcher(text);
        if (!iso.matches()) {
            throw new DateTimeParseException("neither form", text, 0);
        }
        String date = iso.group("date");
        String time = iso.group("time");
        if (time == null) {
            return new Age(text, Period.parse("P" + date), Duration.ZERO);
        }
        return new Age(text, date.isEmpty() ? Period.ZERO : Period.parse("P" + date), Duration.parse("P" + time));
    }

    /** Whether it is no time at all. */
    public boolean isZero() {
        return period.isZero() && duration.isZero();
    }

    /** The instant that lies this age before {@code now}; the beginning of time where the age reaches beyond it. */
    public Instant before(Instant now) {
        try {
            return now.atZone(ZoneOffset.UTC).minus(period).minus(duration).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            // Everything is younger than that, so everything is kept.
            return Instant.MIN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Age age && period.equals(age.period) && duration.equals(age.duration);
    }

    @Override
    public int hashCode() {
        return 31 * period.hashCode() + duration.hashCode();
    }

    /** As the user wrote it. */
    @Override
    public String toString() {
        return text;
    }
}
