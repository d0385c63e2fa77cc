package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.retention.BranchVersions.Candidate.Branch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchVersionsTest {

    private static String candidates(String pattern, String name) {
        return BranchVersions.of(List.of(pattern)).candidates(name).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*-{branch}-SNAPSHOT | 1.0-login-SNAPSHOT     | branch login",
                "*-{branch}-SNAPSHOT | 1.0-fix-login-SNAPSHOT | branch fix-login, branch login",
                "{branch}-SNAPSHOT   | main-SNAPSHOT          | branch main",
                "PR-{pr}-*           | PR-12-a1b2c3d          | pull request 12",
                "*-PR{pr}-SNAPSHOT   | 1.0-PR7-SNAPSHOT       | pull request 7",
                "PR-{pr}*            | PR-12                  | pull request 1, pull request 12",
                "PR-{pr}-*           | PR-x-1                 | ''",
                "*-{branch}-SNAPSHOT | 1.0-SNAPSHOT           | ''",
                "*-{branch}-SNAPSHOT | 1.0-login              | ''",
            })
    void knows_every_branch_and_pull_request_that_a_name_may_mean(String pattern, String name, String expected) {
        assertThat(candidates(pattern, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0-rc1-SNAPSHOT", "2.0-alpha-1-SNAPSHOT", "1.0-final-SNAPSHOT", "2.0-M1-SNAPSHOT"})
    void a_name_with_only_words_of_maven_is_of_no_branch(String name) {
        assertThat(candidates("*-{branch}-SNAPSHOT", name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "feature-a-b, feature/a_b, true",
        "feature-a-b, feature-a-b, true",
        "feature_a,   feature/a,   true",
        "Feature-a,   feature/a,   false",
        "feature-a,   feature/ab,  false",
        "a,           feature/a,   false",
    })
    void other_characters_stand_for_one_another_and_case_matters(String text, String branch, boolean same) {
        assertThat(new Branch(text).mayBe(branch)).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-SNAPSHOT", "{branch}-{branch}", "{branch}-{pr}", "{pr}{pr}"})
    void a_pattern_without_exactly_one_placeholder_is_refused(String pattern) {
        assertThatThrownBy(() -> BranchVersions.of(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pattern has exactly one {branch} or {pr}");
    }

    @Test
    void no_name_takes_long() {
        String name = "1.0-" + "a-".repeat(100) + "SNAPSHOT";

        assertThat(BranchVersions.of(List.of("*-*-{branch}-*-SNAPSHOT")).candidates(name))
                .isNotEmpty();
    }
}
