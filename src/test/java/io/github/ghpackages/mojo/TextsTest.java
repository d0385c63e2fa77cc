package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void a_list_that_is_absent_or_empty_is_not_given() {
        assertThat(Texts.areGiven(null)).isFalse();
        assertThat(Texts.areGiven(List.of())).isFalse();
        assertThat(Texts.areGiven(List.of("1.*"))).isTrue();
    }

    @Test
    void blanks_and_empty_places_are_dropped() {
        assertThat(Texts.of(null)).isEmpty();
        assertThat(Texts.of(Arrays.asList(" 1.* ", "", null, "2.0", " "))).containsExactly("1.*", "2.0");
    }
}
