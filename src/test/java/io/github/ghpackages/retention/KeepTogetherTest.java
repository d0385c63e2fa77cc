package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeepTogetherTest {

    private static History module(String artifact, String... names) {
        var history = History.of(artifact).inGroup("reactor");
        for (String name : names) {
            history.version(name, 1);
        }
        return history;
    }

    @Test
    void keeps_in_all_modules_what_one_of_them_keeps() {
        // core was not deployed with 3.0, so 1.0 is still one of its two newest.
        Plan plan =
                plan(keepReleases(2), module("app", "3.0", "2.0", "1.0", "0.9"), module("core", "2.0", "1.0", "0.9"));
        assertThat(kept(plan, 0)).containsExactly("3.0", "2.0", "1.0");
        assertThat(kept(plan, 1)).containsExactly("2.0", "1.0");
        assertThat(verdict(plan, 0, "1.0"))
                .extracting(Verdict::rule, Verdict::reason, Verdict::keptByCount)
                .containsExactly(
                        "coherence", "kept in com.example.core: 2nd newest of 3 releases (keepReleases=2)", false);
    }

    @Test
    void keeps_for_a_guard_of_a_sister() {
        Plan plan = plan(
                keepReleases(1),
                module("app", "2.0", "1.0"),
                module("core", "2.0", "1.0").guard("1.0", "referenced as a dependency in app"));
        assertThat(deleted(plan, 0)).isEmpty();
        assertThat(verdict(plan, 0, "1.0").reason())
                .isEqualTo("kept in com.example.core: referenced as a dependency in app");
    }

    @Test
    void names_the_module_that_keeps_and_not_one_that_follows() {
        Plan plan =
                plan(keepReleases(1), module("a", "3.0", "2.0", "1.0"), module("b", "2.0", "1.0"), module("c", "1.0"));
        assertThat(kept(plan, 0)).containsExactly("3.0", "2.0", "1.0");
        assertThat(verdict(plan, 0, "2.0").reason())
                .isEqualTo("kept in com.example.b: newest of 2 releases (keepReleases=1)");
        assertThat(verdict(plan, 0, "1.0").reason()).isEqualTo("kept in com.example.c: only release (keepReleases=1)");
        assertThat(verdict(plan, 1, "1.0").reason()).isEqualTo("kept in com.example.c: only release (keepReleases=1)");
    }

    @Test
    void judges_packages_without_a_group_and_of_other_groups_one_by_one() {
        Plan plan = plan(
                keepReleases(1),
                module("a", "2.0", "1.0"),
                History.of("b").version("1.0", 1),
                History.of("c").version("1.0", 1).inGroup("another reactor"));
        assertThat(deleted(plan, 0)).containsExactly("1.0");
    }

    @Test
    void last_versions_that_stay_are_kept_together_too() {
        Plan plan = plan(keepReleasesNewerThan("1h"), module("a", "2.0", "1.0", "0.9"), module("b", "1.0", "0.9"));
        assertThat(kept(plan, 0)).containsExactly("2.0", "1.0");
        assertThat(kept(plan, 1)).containsExactly("1.0");
        assertThat(verdict(plan, 0, "1.0").rule()).isEqualTo("coherence");
        assertThat(verdict(plan, 1, "1.0").rule()).isEqualTo("onLastVersion");
    }
}
