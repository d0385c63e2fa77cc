package io.github.ghpackages.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @Test
    void reads_every_day_as_the_jdk_does() {
        Instant end = Instant.parse("2500-01-01T00:00:00Z");
        long step = 86_400 + 3_601;
        for (Instant time = Instant.EPOCH; time.isBefore(end); time = time.plusSeconds(step)) {
            assertThat(Instants.parse(time.toString())).contains(time);
        }
        assertThat(Instants.parse("9999-12-31T23:59:59Z")).contains(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void agrees_with_the_jdk_about_what_is_a_time() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            String text = String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02dZ",
                    1900 + random.nextInt(300),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(26),
                    random.nextInt(62),
                    random.nextInt(62));
            assertThat(Instants.parse(text).map(Instant::toString).orElse("none"))
                    .as(text)
                    .isEqualTo(byTheJdk(text));
        }
    }

    private static String byTheJdk(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            return "none";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T10:05:00+01:00",
                "2026-01-31T09:05:00.000Z",
                "2026-01-31T09:05Z",
                "2026-01-31T04:05:00-05:00"
            })
    void reads_other_forms_too(String text) {
        assertThat(Instants.parse(text)).contains(Instant.parse("2026-01-31T09:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-02-29T00:00:00Z",
                "2026-01-31 09:05:00Z",
                "2026-01-31T09:05:00z9",
                "２026-01-31T09:05:00Z",
                "yesterday"
            })
    void takes_nothing_else_for_a_time(String text) {
        assertThat(Instants.parse(text)).isEmpty();
    }

    @Test
    void reads_every_date_of_http_as_the_jdk_does() {
        Instant end = Instant.parse("2200-01-01T00:00:00Z");
        for (Instant time = Instant.EPOCH; time.isBefore(end); time = time.plusSeconds(3 * 86_400 + 3_601)) {
            String text = httpDate(time);
            assertThat(Instants.parseHttpDate(text)).as(text).contains(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 31 Jan 2026 09:05:00 GMT",
                " Sat, 31 Jan 2026 09:05:00 GMT ",
                "sat, 31 JAN 2026 09:05:00 gmt",
                "Sat, 31 Jan 2026 10:05:00 +0100",
                "31 Jan 2026 09:05:00 GMT"
            })
    void reads_dates_of_http_in_all_forms_that_the_jdk_knows(String text) {
        assertThat(Instants.parseHttpDate(text)).contains(Instant.parse("2026-01-31T09:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Fri, 31 Jan 2026 09:05:00 GMT",
                "Sat, 31 anF 2026 09:05:00 GMT",
                "Sat, 31 xyz 2026 09:05:00 GMT",
                "Sat, 31-Jan-2026 09:05:00 GMT",
                "Sat, 31 Jan 2026T09:05:00 GMT",
                "Sat; 31 Jan 2026 09:05:00 GMT",
                "Sat, 31 Jan 2026 25:05:00 GMT"
            })
    void takes_nothing_else_for_a_date_of_http(String text) {
        assertThat(Instants.parseHttpDate(text)).isEmpty();
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(time.atOffset(ZoneOffset.UTC));
    }
}
