package io.github.ghpackages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "dryRun, dryRun, 0",
        "'', abc, 3",
        "keepRelease, keepReleases, 1",
        "dryrun, dryRun, 1",
        "jornal, journal, 1",
        "kitten, sitting, 3",
        "owner, skip, 5"
    })
    void counts_the_letters_to_insert_drop_or_change(String left, String right, int distance) {
        assertThat(Spelling.distance(left, right)).isEqualTo(distance);
        assertThat(Spelling.distance(right, left)).isEqualTo(distance);
    }
}
