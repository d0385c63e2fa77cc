package io.github.ghpackages.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Times as GitHub writes them, {@code 2026-01-31T09:05:00Z}. That one form is read by hand: a list of 10,000 versions has 20,000
 * times, and in a JVM that has just started the formatters of the JDK take longer for them than everything else.
 */
public final class Instants {

    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final int NO_NUMBER = -1;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    /** {@code Sat, 31 Jan 2026 09:05:00 GMT}, as all servers write the header {@code Date}. */
    private static final int LENGTH_OF_HTTP_DATE = 29;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** The year 1970 began on a Thursday. */
    private static final String DAYS = "Thu, Fri, Sat, Sun, Mon, Tue, Wed, ";

    /** Days from the year 0 to 1970, by the rules of today. */
    private static final long DAYS_TO_EPOCH = 719_528;

    private Instants() {}

    /** The time; empty where the text is none. */
    static Optional<Instant> parse(String text) {
        long seconds = secondsOf(text);
        if (seconds != NO_NUMBER) {
            return Optional.of(Instant.ofEpochSecond(seconds));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time of an HTTP date; empty where the text is none. */
    public static Optional<Instant> parseHttpDate(String text) {
        String stripped = text.strip();
        long seconds = secondsOfHttpDate(stripped);
        if (seconds != NO_NUMBER) {
            return Optional.of(Instant.ofEpochSecond(seconds));
        }
        try {
            return Optional.of(ZonedDateTime.parse(stripped, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long secondsOfHttpDate(String text) {
        if (text.length() != LENGTH_OF_HTTP_DATE || !text.endsWith(" GMT")) {
            return NO_NUMBER;
        }
        int month = MONTHS.indexOf(text.substring(8, 11)) / 3 + 1;
        String sameTime = text.substring(12, 16) + (month < 10 ? "-0" : "-") + month + "-" + text.substring(5, 7) + "T"
                + text.substring(17, 25) + "Z";
        long seconds = secondsOf(sameTime);
        if (seconds == NO_NUMBER) {
            return NO_NUMBER;
        }
        int day = 5 * (int) (seconds / 86_400 % 7);
        String monthName = MONTHS.substring(3 * (month - 1), 3 * month);
        boolean isSame = text.startsWith(DAYS.substring(day, day + 5) + text.substring(5, 7) + " " + monthName + " ")
                && text.charAt(16) == ' ';
        return isSame ? seconds : NO_NUMBER;
    }

    /** Seconds since 1970 of a time in GitHub's form from 1970 on; {@link #NO_NUMBER} where anything else is to be read. */
    private static long secondsOf(String text) {
        if (!hasForm(text)) {
            return NO_NUMBER;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean isTime = year >= 1970 && month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60;
        if (!isTime || day < 1 || day > daysOf(year, month)) {
            return NO_NUMBER;
        }
        int leapDay = month > 2 && isLeap(year) ? 1 : 0;
        long days = daysBefore(year) - DAYS_TO_EPOCH + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1;
        return ((days * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = FORM.charAt(i);
            char found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static int daysOf(int year, int month) {
        int days = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
        return month == 2 && isLeap(year) ? days + 1 : days;
    }

    /** Days from the year 0, which is a leap year, to the first of this one. */
    private static long daysBefore(int year) {
        int before = year - 1;
        return 365L * year + before / 4 - before / 100 + before / 400 + 1;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
