package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.retention.KeepNewest.Ranking;
import io.github.ghpackages.retention.Policy.KeepPer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

    @ParameterizedTest
    @CsvSource({
        "1.4.2, 1, 1.4",
        "v1.4, 1, 1.4",
        "V1.4, 1, 1.4",
        "1.9bc1234, 1, 1.0",
        "1.9bc123, 1, 1.9",
        "1, 1, 1.0",
        "1-2, 1, 1.0",
        "1_2, 1, 1.0",
        "1.RC1, 1, 1.0",
        "1rc1, 1, 1.0",
        "1.4rc1, 1, 1.4",
        "1..4, 1, 1.0",
        "01.04, 1, 1.4",
        "0.0, 0, 0.0",
        "000, 0, 0.0",
        "20240101, 20240101, 20240101.0",
        "99999999999999999999.88888888888888888888.1, 99999999999999999999, 99999999999999999999.88888888888888888888",
        "'1.4\n', 1, 1.4"
    })
    void consists_of_the_leading_numbers(String name, String major, String minor) {
        assertThat(Ranking.Line.label(name, KeepPer.MAJOR)).isEqualTo(major);
        assertThat(Ranking.Line.label(name, KeepPer.MINOR)).isEqualTo(minor);
        assertThat(Ranking.Line.label(name, KeepPer.PACKAGE)).isEmpty();
    }
}
