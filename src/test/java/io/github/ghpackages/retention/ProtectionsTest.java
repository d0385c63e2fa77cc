package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleteReleasedSnapshots;
import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.selection;
import static io.github.ghpackages.retention.Plans.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectionsTest {

    @Test
    void keep_versions_beats_count_and_age() {
        Plan plan = plan(
                keepReleases(1)
                        .rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("1d")))
                        .keepVersions(patterns("9.*", "1.0*")),
                History.with("3.0", "2.0", "1.0.1", "1.0"));
        assertThat(deleted(plan)).containsExactly("2.0");
        assertThat(verdict(plan, "1.0").reason()).isEqualTo("always kept (keepVersions=1.0*)");
        assertThat(verdict(plan, "1.0").rule()).isEqualTo("keepVersions");
    }

    @Test
    void keep_versions_and_guards_beat_released_snapshots() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d").keepVersions(patterns("1.0-SNAPSHOT")),
                History.with("1.0", "1.0-SNAPSHOT", "1.1", "1.1-SNAPSHOT", "1.2", "1.2-SNAPSHOT")
                        .guard("1.1-SNAPSHOT", "referenced as a dependency in module app"));
        assertThat(deleted(plan)).containsExactly("1.2-SNAPSHOT");
        assertThat(judgements(plan))
                .containsEntry("1.0-SNAPSHOT", "keep keepVersions: always kept (keepVersions=1.0-SNAPSHOT)")
                .containsEntry("1.1-SNAPSHOT", "keep guard: referenced as a dependency in module app");
    }

    @Test
    void a_guard_turns_only_what_would_go() {
        Plan plan = plan(
                keepReleases(1),
                History.with("2.0", "1.0", "0.9")
                        .guard("2.0", "built here")
                        .guard("1.0", "a parent")
                        .guard("1.0", "a dependency"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("2.0", "keep keepReleases: newest of 3 releases (keepReleases=1)"),
                        entry("1.0", "keep guard: a parent"),
                        entry("0.9", "delete keepReleases: 3rd newest of 3 releases (keepReleases=1)"));
    }

    @Test
    void what_is_not_selected_stays_whatever_the_rules_say() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d")
                        .rule(new KeepNewest(VersionKind.RELEASE, 0))
                        .versions(selection("2.*")),
                History.with("1.0", "1.0-SNAPSHOT", "2.0", "2.0-SNAPSHOT"));
        assertThat(deleted(plan)).containsExactly("2.0", "2.0-SNAPSHOT");
    }

    @Test
    void without_a_rule_nothing_goes() {
        Plan plan = plan(
                new Policy.Builder().keepVersions(patterns("1.0")).versions(selection("*")),
                History.with("2.0", "1.0"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("2.0", "keep no-rule: there is no rule for releases"),
                        entry("1.0", "keep keepVersions: always kept (keepVersions=1.0)"));
    }

    @Test
    void deletions_come_oldest_first() {
        Plan plan = plan(keepReleases(1), History.with("1.0", "3.0", "1.10", "2.0"));
        assertThat(plan.packages().get(0).deletions())
                .extracting(verdict -> verdict.version().name())
                .isEqualTo(List.of("1.0", "1.10", "2.0"));
        assertThat(plan.deletionCount()).isEqualTo(3);
    }

    @Test
    void what_is_deleted_already_is_not_judged() {
        Plan plan = plan(keepReleases(1), History.with("1.0").deleted("2.0"));
        assertThat(judgements(plan)).containsOnlyKeys("1.0");
        assertThat(deleted(plan)).isEmpty();
    }
}
