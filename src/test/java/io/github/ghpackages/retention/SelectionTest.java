package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.VersionKind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final List<String> NAMES =
            List.of("1.0", "1.5-rc1", "1.5", "1.6-SNAPSHOT", "2.0-rc1", "2.0-SNAPSHOT", "2.0", "2.0.1", "feature-x");

    private static String selected(String... texts) {
        Selection selection = Selection.ofVersions(List.of(texts));
        return String.join(" ", NAMES.stream().filter(selection::matches).toList());
    }

    @Test
    void selects_the_union_of_names_patterns_and_ranges() {
        assertThat(selected("2.0.1", "*-rc1", "[1.0]")).isEqualTo("1.0 1.5-rc1 2.0-rc1 2.0.1");
    }

    @Test
    void an_exclamation_mark_excludes_whatever_else_selects_it() {
        assertThat(selected("!1.5", "1.*")).isEqualTo("1.0 1.5-rc1 1.6-SNAPSHOT");
        assertThat(selected("1.*", "!1.5", "1.5")).isEqualTo("1.0 1.5-rc1 1.6-SNAPSHOT");
    }

    @Test
    void selects_all_others_if_everything_is_excluded_by_name() {
        assertThat(selected("!*-SNAPSHOT", "![1.0,2.0]")).isEqualTo("2.0.1 feature-x");
    }

    @Test
    void selects_nothing_if_it_is_empty() {
        assertThat(selected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,2.0) | 1.0 1.5-rc1 1.5 1.6-SNAPSHOT",
                "[1.0,2.0] | 1.0 1.5-rc1 1.5 1.6-SNAPSHOT 2.0-rc1 2.0-SNAPSHOT 2.0",
                "(1.0,2)   | 1.5-rc1 1.5 1.6-SNAPSHOT",
                "(,1.5)    | 1.0",
                "(,1.5]    | 1.0 1.5-rc1 1.5",
                "[2.0,)    | 2.0 2.0.1",
                "[v2.0.0]  | 2.0",
                "(,2.0-rc1) | 1.0 1.5-rc1 1.5 1.6-SNAPSHOT",
                "(2.0-rc1,2.0) | ''",
                "(,)       | 1.0 1.5-rc1 1.5 1.6-SNAPSHOT 2.0-rc1 2.0-SNAPSHOT 2.0 2.0.1",
            })
    void a_range_is_in_version_order_and_an_open_end_excludes_what_leads_to_it(String range, String expected) {
        assertThat(selected(range)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0-feature-SNAPSHOT, false",
        "2.0.0.Beta1, false",
        "v2.0-rc-1, false",
        "2.0.0-rc1-SNAPSHOT, false",
        "1.9.9-rc1, true",
        "1.2.0-SNAPSHOT, true",
        "1.99.Final, true",
    })
    void an_open_end_excludes_every_spelling_of_what_leads_to_it(String name, boolean selected) {
        assertThat(Selection.ofVersions(List.of("[1.0,2.0)")).matches(name)).isEqualTo(selected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0       | a range begins with [ or ( and ends with ] or )",
                "1.0]       | a range begins with [ or ( and ends with ] or )",
                "[[1.0]]    | a range begins with [ or ( and ends with ] or )",
                "[          | a range begins with [ or ( and ends with ] or )",
                "(1.0)      | a range of one version is written [1.0]",
                "[]         | a range of one version is written [1.0]",
                "[1,2,3]    | a range has two bounds; separate several ranges by commas",
                "[2.0,1.0]  | no version is in this range",
                "(1.0,1.0]  | no version is in this range",
                "[main,2.0] | the bound main does not begin with a number",
                "!          | a name or pattern must follow the exclamation mark",
                "!!1.0      | a name or pattern must follow the exclamation mark",
            })
    void refuses_what_is_malformed(String text, String why) {
        assertThatThrownBy(() -> Selection.ofVersions(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Test
    void names_of_packages_have_no_ranges() {
        assertThat(Selection.ofNames(List.of("[1.0]")).matches("[1.0]")).isTrue();
    }

    @Test
    void knows_the_names_that_it_selects() {
        Selection selection = Selection.ofVersions(List.of("1.0", "2.*", "3.0", "!3.0", "[4.0]"));

        assertThat(selection.literals()).containsExactly("1.0");
        assertThat(selection.hasOnlyNames()).isFalse();
        assertThat(Selection.ofVersions(List.of("1.0", "2.0")).hasOnlyNames()).isTrue();
    }

    @Test
    void reports_the_elements_that_match_nothing() {
        assertThat(Selection.ofVersions(List.of("1.*", "!9", "[3,4]", "2.0")).unmatched(NAMES))
                .containsExactly("!9", "[3,4]");
    }

    @Test
    void a_range_agrees_with_version_order_on_thousands_of_generated_names() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String name = GeneratedNames.any(random);
            String bound = GeneratedNames.any(random);
            if (!VersionOrder.hasPlace(bound)
                    || VersionRange.looksLikeOne(bound)
                    || bound.contains(",")
                    || !bound.equals(bound.strip())) {
                continue;
            }
            int order = VersionOrder.compareNames(name, bound);
            boolean below = VersionRange.parse("(," + bound + ")").contains(name);
            boolean above = VersionRange.parse("(" + bound + ",)").contains(name);
            boolean at = VersionRange.parse("[" + bound + "]").contains(name);
            if (!VersionOrder.hasPlace(name)) {
                assertThat(Stream.of(below, above, at)).containsOnly(false);
                continue;
            }
            assertThat(above).as("%s > %s", name, bound).isEqualTo(order > 0);
            assertThat(at).as("%s = %s", name, bound).isEqualTo(order == 0);
            assertThat(below && order >= 0).as("%s < %s", name, bound).isFalse();
            if (VersionKind.of(name) == VersionKind.RELEASE) {
                assertThat(below).as("%s < %s", name, bound).isEqualTo(order < 0);
            }
        }
    }
}
