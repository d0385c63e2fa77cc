package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "30d, 2024-03-31T12:00:00Z, 2024-03-01T12:00:00Z",
        "6w, 2024-03-31T12:00:00Z, 2024-02-18T12:00:00Z",
        "12h, 2024-03-31T12:00:00Z, 2024-03-31T00:00:00Z",
        "0d, 2024-03-31T12:00:00Z, 2024-03-31T12:00:00Z",
        "' 1d ', 2024-03-31T12:00:00Z, 2024-03-30T12:00:00Z",
        "P30D, 2024-03-31T12:00:00Z, 2024-03-01T12:00:00Z",
        "P1M, 2024-03-31T12:00:00Z, 2024-02-29T12:00:00Z",
        "P1Y, 2024-02-29T12:00:00Z, 2023-02-28T12:00:00Z",
        "P2W, 2024-03-31T12:00:00Z, 2024-03-17T12:00:00Z",
        "PT36H, 2024-03-31T12:00:00Z, 2024-03-30T00:00:00Z",
        "P1Y2M3DT4H5M6S, 2024-03-31T12:00:00Z, 2023-01-28T07:54:54Z",
        "P1DT12H, 2024-03-31T12:00:00Z, 2024-03-30T00:00:00Z"
    })
    void lies_before_now(String age, Instant now, Instant expected) {
        assertThat(Age.parse(age).before(now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-30d", "P-1D", "-P1D", "P1M-5D", "PT-1H", "-1"})
    void refuses_negative_ages(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Age.parse(text))
                .withMessage("'" + text + "' is negative, and an age can't be.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "d",
                "30m",
                "30 d",
                "30D",
                "1.5d",
                "P",
                "PT",
                "P1DT",
                "P1H",
                "30d6h",
                "month",
                "9999999999d",
                "P99999999999Y",
                "PT99999999999999999999H",
                "P1W2WT1H",
                "NaN"
            })
    void refuses_what_is_no_age(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Age.parse(text))
                .withMessage("'" + text + "' is not an age: write it like 30d, 6w, 12h, or as ISO-8601 like P30D,"
                        + " P1Y, PT12H.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999d", "99999999w", "P2147483647Y", "PT9999999999999H", "P1000000000YT1H"})
    void reaches_back_to_the_beginning_of_time(String age) {
        assertThat(Age.parse(age).before(Instant.parse("2024-01-01T00:00:00Z")))
                .isBefore(Instant.parse("-9999-01-01T00:00:00Z"));
    }

    @Test
    void knows_zero() {
        assertThat(Age.parse("0d").isZero()).isTrue();
        assertThat(Age.parse("PT0S").isZero()).isTrue();
        assertThat(Age.parse("1h").isZero()).isFalse();
        assertThat(Age.parse("1d").isZero()).isFalse();
    }

    @Test
    void is_equal_by_meaning_and_shown_as_written() {
        assertThat(Age.parse("2w"))
                .isEqualTo(Age.parse("P14D"))
                .hasSameHashCodeAs(Age.parse("P14D"))
                .hasToString("2w");
        assertThat(Age.parse("1d")).isNotEqualTo(Age.parse("24h")).isNotEqualTo("1d");
        assertThat(Age.parse("1h")).isNotEqualTo(Age.parse("2h")).doesNotHaveSameHashCodeAs(Age.parse("2h"));
    }
}
