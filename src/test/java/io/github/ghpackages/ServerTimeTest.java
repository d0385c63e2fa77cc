package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT24H, true",
        "PT-24H, true",
        "PT24H0.001S, false",
        "PT-24H-0.001S, false",
        "P1461D, false",
        "P-1461D, false"
    })
    void is_certain_where_the_clocks_agree_to_a_day(Duration ahead, boolean certain) {
        Instant local = Instant.parse("2026-06-01T12:00:00Z");
        assertThat(new ServerTime(local.plus(ahead), local).isCertain()).isEqualTo(certain);
    }
}
