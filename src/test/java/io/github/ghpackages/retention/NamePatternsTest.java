package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "1.*, 1.0",
        "1.*, 1.",
        "*, ''",
        "*, 1.0",
        "**, 1.0",
        "*-SNAPSHOT, 1.0-SNAPSHOT",
        "1.?, 1.0",
        "1.?, 1.😀",
        "?.?, 1.0",
        "*1*2*, 0112",
        "*0, 100",
        "1*0*3, 102033",
        "1.0, 1.0",
        "'', ''",
        "*😀*, a😀😁",
        "*[1]*, a[1]b"
    })
    void match(String pattern, String name) {
        assertThat(NamePatterns.of(List.of(pattern)).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.*, 11.0",
        "1.*, 0.1.0",
        "1.0, 1.0.1",
        "1.0, 11.0",
        "1.?, 1.",
        "1.?, 1.00",
        "?, ''",
        "1.0, 1x0",
        "*-snapshot, 1.0-SNAPSHOT",
        "'', 1",
        "*a, b",
        "a*b*c, acb",
        "1.0*, 1.",
        "[0-9]*, 1"
    })
    void do_not_match(String pattern, String name) {
        assertThat(NamePatterns.of(List.of(pattern)).matches(name)).isFalse();
    }

    @Test
    void tell_the_first_that_matches() {
        var patterns = NamePatterns.of(List.of("2.*", "1.*", "1.0"));
        assertThat(patterns.match("1.0")).isEqualTo("1.*");
        assertThat(patterns.match("3.0")).isNull();
        assertThat(NamePatterns.none().matches("")).isFalse();
    }

    @Test
    void tell_names_from_patterns() {
        var patterns = NamePatterns.of(List.of("2.*", "1.0", "1.?", "main"));
        assertThat(patterns.literals()).containsExactly("1.0", "main");
        assertThat(patterns.texts()).containsExactly("2.*", "1.0", "1.?", "main");
        assertThat(patterns).hasToString("2.*,1.0,1.?,main");
    }

    @Test
    void are_equal_by_text() {
        assertThat(NamePatterns.of(List.of("1.*")))
                .isEqualTo(NamePatterns.of(List.of("1.*")))
                .hasSameHashCodeAs(NamePatterns.of(List.of("1.*")))
                .isNotEqualTo(NamePatterns.of(List.of("2.*")))
                .isNotEqualTo("1.*");
        assertThat(NamePatterns.of(List.of("1.*")).hashCode()).isNotZero();
    }

    @Test
    void many_stars_take_no_time() {
        var patterns = NamePatterns.of(List.of("*a".repeat(2_000) + "b"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(patterns.matches("a".repeat(5_000))).isFalse());
    }
}
