package io.github.ghpackages.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.report.Table.DisplayWidth;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {

    @Test
    void wide_characters_count_twice_and_combining_marks_not_at_all() {
        assertThat(DisplayWidth.of("1.0")).isEqualTo(3);
        assertThat(DisplayWidth.of("日本")).isEqualTo(4);
        assertThat(DisplayWidth.of("🚀")).isEqualTo(2);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void pads_to_the_width_that_is_seen() {
        assertThat(DisplayWidth.padded("日本", 6)).isEqualTo("日本  ");
        assertThat(DisplayWidth.padded("1.0", 2)).isEqualTo("1.0");
    }

    @Test
    void shortens_in_the_middle() {
        assertThat(DisplayWidth.shortened("abcdefghijklmnopqrstuvwxyz", 12)).isEqualTo("abcdef...xyz");
        assertThat(DisplayWidth.shortened("abcdefghijkl", 12)).isEqualTo("abcdefghijkl");
        assertThat(DisplayWidth.shortened("日本語日本語日本語", 12)).isEqualTo("日本語...語");
    }

    @Test
    void does_not_cut_a_character_in_two() {
        var rockets = "🚀".repeat(30);
        assertThat(DisplayWidth.shortened(rockets, 20)).isEqualTo("🚀".repeat(6) + "..." + "🚀".repeat(2));
        assertThat(DisplayWidth.wrapped(rockets, 21))
                .containsExactly("🚀".repeat(10), "🚀".repeat(10), "🚀".repeat(10));
    }

    @Test
    void wraps_at_blanks() {
        assertThat(DisplayWidth.wrapped("3rd newest of 5 releases (keepReleases=2)", 24))
                .containsExactly("3rd newest of 5 releases", "(keepReleases=2)");
        assertThat(DisplayWidth.wrapped("", 24)).containsExactly("");
    }

    @Test
    void breaks_a_word_that_is_wider_than_a_line() {
        assertThat(DisplayWidth.wrapped("ab abcdefgh ij", 5)).containsExactly("ab", "abcde", "fgh", "ij");
    }

    @Test
    void comes_to_an_end_where_not_even_one_character_fits() {
        assertThat(DisplayWidth.wrapped("日本", 1)).containsExactly("日", "本");
    }
}
