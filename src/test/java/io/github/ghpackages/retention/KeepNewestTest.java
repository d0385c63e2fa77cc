package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepSnapshots;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.reason;
import static io.github.ghpackages.retention.Plans.selection;
import static io.github.ghpackages.retention.Plans.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import org.junit.jupiter.api.Test;

class KeepNewestTest {

    @Test
    void keeps_the_three_newest_releases() {
        Plan plan = plan(keepReleases(3), History.with("1.10", "1.9", "1.2", "1.1", "1.0"));
        assertThat(kept(plan)).containsExactly("1.10", "1.9", "1.2");
        assertThat(judgements(plan))
                .containsOnly(
                        entry("1.10", "keep keepReleases: newest of 5 releases (keepReleases=3)"),
                        entry("1.9", "keep keepReleases: 2nd newest of 5 releases (keepReleases=3)"),
                        entry("1.2", "keep keepReleases: 3rd newest of 5 releases (keepReleases=3)"),
                        entry("1.1", "delete keepReleases: 4th newest of 5 releases (keepReleases=3)"),
                        entry("1.0", "delete keepReleases: 5th newest of 5 releases (keepReleases=3)"));
    }

    @Test
    void counts_each_kind_by_itself_and_leaves_a_kind_without_a_rule_alone() {
        Plan plan = plan(
                keepReleases(1).rule(new KeepNewest(VersionKind.PRERELEASE, 1)),
                History.with("2.0", "2.1-SNAPSHOT", "2.0-rc2", "2.0-rc1", "1.0", "1.0-SNAPSHOT"));
        assertThat(deleted(plan)).containsExactly("2.0-rc1", "1.0");
        assertThat(judgements(plan))
                .containsEntry("1.0-SNAPSHOT", "keep no-rule: there is no rule for snapshots")
                .containsEntry("2.0-rc2", "keep keepPrereleases: newest of 2 prereleases (keepPrereleases=1)");
    }

    @Test
    void says_so_of_the_only_one() {
        assertThat(reason(plan(keepReleases(3), History.with("1.0")), "1.0"))
                .isEqualTo("only release (keepReleases=3)");
    }

    @Test
    void counts_the_eleventh_and_the_twenty_first_in_english() {
        var history = History.of("app");
        for (int minor = 0; minor < 123; minor++) {
            history.version("1." + minor, 1);
        }
        Plan plan = plan(keepReleases(5), history);
        assertThat(reason(plan, "1.112")).startsWith("11th newest of 123");
        assertThat(reason(plan, "1.111")).startsWith("12th newest");
        assertThat(reason(plan, "1.110")).startsWith("13th newest");
        assertThat(reason(plan, "1.109")).startsWith("14th newest");
        assertThat(reason(plan, "1.102")).startsWith("21st newest");
        assertThat(reason(plan, "1.101")).startsWith("22nd newest");
        assertThat(reason(plan, "1.100")).startsWith("23rd newest");
        assertThat(reason(plan, "1.12")).startsWith("111th newest");
        assertThat(reason(plan, "1.2")).startsWith("121st newest");
    }

    @Test
    void counts_per_minor_line() {
        Plan plan = plan(
                keepReleases(2).keepPer(KeepPer.MINOR),
                History.with("2.0.0", "1.4.2", "1.4.1", "1.4", "1.3.9", "v1.3.8", "1.3.7.Final", "1", "1.0.1"));
        assertThat(deleted(plan)).containsExactly("1.4", "1.3.7.Final");
        assertThat(judgements(plan))
                .containsEntry(
                        "1.4.1",
                        "keep keepReleases: 2nd newest of 3 releases in line 1.4 (keepReleases=2, keepPer=minor)")
                .containsEntry(
                        "1.4",
                        "delete keepReleases: 3rd newest of 3 releases in line 1.4 (keepReleases=2, keepPer=minor)")
                .containsEntry("2.0.0", "keep keepReleases: only release in line 2.0 (keepReleases=2, keepPer=minor)")
                .containsEntry(
                        "1", "keep keepReleases: 2nd newest of 2 releases in line 1.0 (keepReleases=2, keepPer=minor)");
    }

    @Test
    void counts_per_major_line() {
        Plan plan = plan(
                keepReleases(1).keepPer(KeepPer.MAJOR), History.with("10.0", "2.1", "2.0", "02.0.1", "1.9", "1.8"));
        assertThat(kept(plan)).containsExactly("10.0", "2.1", "1.9");
        assertThat(reason(plan, "1.8")).isEqualTo("2nd newest of 2 releases in line 1 (keepReleases=1, keepPer=major)");
    }

    @Test
    void keeps_in_the_newest_lines_only() {
        Plan plan = plan(
                keepReleases(2).keepPer(KeepPer.MAJOR).keepLines(2),
                History.with("3.1", "3.0", "2.2", "2.1", "2.0", "1.9", "1.8", "0.1"));
        assertThat(kept(plan)).containsExactly("3.1", "3.0", "2.2", "2.1");
        assertThat(judgements(plan))
                .containsEntry(
                        "2.0",
                        "delete keepReleases: 3rd newest of 3 releases in line 2 (keepReleases=2, keepPer=major)")
                .containsEntry(
                        "1.9",
                        "delete keepReleases: line 1 is the 3rd newest of 4 lines with releases (keepLines=2, keepPer=major)")
                .containsEntry(
                        "0.1",
                        "delete keepReleases: line 0 is the 4th newest of 4 lines with releases (keepLines=2, keepPer=major)");
    }

    @Test
    void counts_lines_of_the_kind_so_that_a_line_of_snapshots_takes_no_place() {
        Plan plan = plan(
                keepReleases(1).keepPer(KeepPer.MAJOR).keepLines(2), History.with("3.0-SNAPSHOT", "2.0", "1.0", "0.9"));
        assertThat(kept(plan)).containsExactly("3.0-SNAPSHOT", "2.0", "1.0");
    }

    @Test
    void counts_all_that_versions_selects_whatever_else_keeps_it() {
        Plan plan = plan(
                keepReleases(2).keepVersions(patterns("3.0")),
                History.with("3.0", "2.0", "1.0").guard("2.0", "referenced as a parent"));
        assertThat(kept(plan)).containsExactly("3.0", "2.0");
        assertThat(reason(plan, "1.0")).isEqualTo("3rd newest of 3 releases (keepReleases=2)");
    }

    @Test
    void counts_what_another_rule_deletes() {
        Plan plan = plan(
                keepSnapshots(1).rule(new DeleteReleasedSnapshots(Age.parse("0d"))),
                History.with("2.0-SNAPSHOT", "2.0", "1.9-SNAPSHOT"));
        assertThat(kept(plan)).containsExactly("2.0");
        assertThat(reason(plan, "1.9-SNAPSHOT")).isEqualTo("2nd newest of 2 snapshots (keepSnapshots=1)");
    }

    @Test
    void does_not_count_what_versions_does_not_select() {
        Plan plan = plan(keepReleases(1).versions(selection("1.*")), History.with("2.0", "1.1", "1.0"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("2.0", "keep versions: not selected (versions=1.*)"),
                        entry("1.1", "keep keepReleases: newest of 2 releases (keepReleases=1)"),
                        entry("1.0", "delete keepReleases: 2nd newest of 2 releases (keepReleases=1)"));
    }

    @Test
    void keeps_a_name_without_a_place_and_does_not_count_it() {
        Plan plan = plan(keepReleases(1), History.with("main", "3f2a1bc", "2.0", "1.0"));
        assertThat(kept(plan)).containsExactly("2.0", "main", "3f2a1bc");
        assertThat(verdict(plan, "main").rule()).isEqualTo("keepReleases");
        assertThat(reason(plan, "main"))
                .isEqualTo("its name has no place in version order, so it can't be counted (keepReleases=1)");
        assertThat(reason(plan, "1.0")).isEqualTo("2nd newest of 2 releases (keepReleases=1)");
    }

    @Test
    void leaves_a_name_without_a_place_to_the_age_rule_of_its_kind() {
        var policy = keepReleases(1).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d")));
        Plan plan = plan(
                policy, History.of("app").version("main", 40).version("dev", 20).version("1.0", 50));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("1.0", "keep keepReleases: only release (keepReleases=1)"),
                        entry(
                                "dev",
                                "keep keepReleasesNewerThan: last changed 20 days ago (keepReleasesNewerThan=30d)"),
                        entry(
                                "main",
                                "delete keepReleasesNewerThan: last changed 40 days ago (keepReleasesNewerThan=30d)"));
    }

    @Test
    void an_age_rule_of_another_kind_does_not_decide() {
        var policy = keepReleases(1).rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("30d")));
        Plan plan = plan(policy, History.of("app").version("main", 400).version("1.0", 50));
        assertThat(deleted(plan)).isEmpty();
    }

    @Test
    void a_count_of_zero_keeps_nothing_that_versions_selects() {
        Plan plan = plan(keepReleases(0).versions(selection("1.*", "main")), History.with("2.0", "1.1", "main"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("2.0", "keep versions: not selected (versions=1.*,main)"),
                        entry("1.1", "delete keepReleases: no release is kept (keepReleases=0)"),
                        entry("main", "delete keepReleases: no release is kept (keepReleases=0)"));
    }

    @Test
    void a_count_of_zero_beside_an_age_leaves_it_to_the_age() {
        var policy = keepReleases(0).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d")));
        Plan plan = plan(policy, History.of("app").version("2.0", 10).version("1.0", 40));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "2.0",
                                "keep keepReleasesNewerThan: last changed 10 days ago (keepReleasesNewerThan=30d)"),
                        entry(
                                "1.0",
                                "delete keepReleasesNewerThan: last changed 40 days ago (keepReleasesNewerThan=30d)"));
    }

    @Test
    void marks_what_has_one_of_its_places_whatever_else_keeps_it() {
        Plan plan = plan(
                keepReleases(3).keepPer(KeepPer.MAJOR).keepLines(1).keepVersions(patterns("2.2", "1.0", "2.-1")),
                History.with("2.3", "2.2", "2.1", "2.0", "1.0", "main").guard("2.0", "built here"));
        assertThat(plan.packages().get(0).verdicts())
                .filteredOn(Verdict::keptByCount)
                .extracting(verdict -> verdict.version().name())
                .containsExactly("2.3", "2.2", "2.1");
        assertThat(deleted(plan)).isEmpty();
    }

    @Test
    void does_not_mark_what_goes_although_it_has_a_place() {
        Plan plan = plan(
                keepSnapshots(1).rule(new DeleteReleasedSnapshots(Age.parse("0d"))),
                History.with("1.0-SNAPSHOT", "1.0"));
        assertThat(verdict(plan, "1.0-SNAPSHOT").delete()).isTrue();
        assertThat(verdict(plan, "1.0-SNAPSHOT").keptByCount()).isFalse();
    }

    @Test
    void marks_nothing_for_a_count_of_zero() {
        Plan plan = plan(
                keepReleases(0).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d"))),
                History.with("2.0", "1.0"));
        assertThat(plan.packages().get(0).verdicts()).noneMatch(Verdict::keptByCount);
    }
}
