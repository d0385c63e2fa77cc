package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.History.daysAgo;
import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.keepSnapshots;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import org.junit.jupiter.api.Test;

/** Branch builds, flavours and builds of commits are counted beside the plain versions, and take no place from them. */
class QualifiedVersionsTest {

    @Test
    void branch_builds_do_not_evict_the_releases() {
        Plan plan = plan(
                keepReleases(3),
                History.with("3.0.0.3.my-branch", "3.0.0.2.my-branch", "3.0.0.1.my-branch", "3.0.0", "2.3.1", "2.3.0"));
        assertThat(deleted(plan)).isEmpty();
        assertThat(reason(plan, "2.3.0")).isEqualTo("3rd newest of 3 releases (keepReleases=3)");
        assertThat(reason(plan, "3.0.0.1.my-branch")).isEqualTo("3rd newest of 3 qualified releases (keepReleases=3)");
    }

    @Test
    void each_group_keeps_its_own_newest() {
        Plan plan = plan(keepReleases(1), History.with("32.1-jre", "32.1", "32.0-jre", "32.0", "31.0+build.7", "30.0"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("32.1-jre", "keep keepReleases: newest of 3 qualified releases (keepReleases=1)"),
                        entry("32.1", "keep keepReleases: newest of 3 releases (keepReleases=1)"),
                        entry("32.0-jre", "delete keepReleases: 2nd newest of 3 qualified releases (keepReleases=1)"),
                        entry("32.0", "delete keepReleases: 2nd newest of 3 releases (keepReleases=1)"),
                        entry(
                                "31.0+build.7",
                                "delete keepReleases: 3rd newest of 3 qualified releases (keepReleases=1)"),
                        entry("30.0", "delete keepReleases: 3rd newest of 3 releases (keepReleases=1)"));
    }

    @Test
    void the_only_one_of_its_group_says_so() {
        Plan plan = plan(keepReleases(2), History.with("1.0-jre", "1.0"));
        assertThat(reason(plan, "1.0-jre")).isEqualTo("only qualified release (keepReleases=2)");
        assertThat(reason(plan, "1.0")).isEqualTo("only release (keepReleases=2)");
    }

    @Test
    void prereleases_and_snapshots_have_the_two_groups_too() {
        Plan prereleases = plan(
                new Policy.Builder().rule(new KeepNewest(VersionKind.PRERELEASE, 1)),
                History.with("2.0-rc1-jre", "2.0-rc1", "2.0-nightly.20240101", "1.0-rc1-jre", "1.0-rc1"));
        assertThat(kept(prereleases)).containsExactly("2.0-nightly.20240101", "2.0-rc1-jre");
        assertThat(reason(prereleases, "1.0-rc1-jre"))
                .isEqualTo("2nd newest of 2 qualified prereleases (keepPrereleases=1)");
        Plan snapshots = plan(keepSnapshots(1), History.with("2.0-my-branch-SNAPSHOT", "1.1-SNAPSHOT", "1.0-SNAPSHOT"));
        assertThat(deleted(snapshots)).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void a_branch_build_opens_no_line_among_the_releases() {
        Plan plan = plan(
                keepReleases(1).keepPer(KeepPer.MAJOR).keepLines(1),
                History.with("9.0-my-branch", "8.0-my-branch", "2.0", "1.0"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "9.0-my-branch",
                                "keep keepReleases: only qualified release in line 9 (keepReleases=1, keepPer=major)"),
                        entry(
                                "8.0-my-branch",
                                "delete keepReleases: line 8 is the 2nd newest of 2 lines with qualified releases "
                                        + "(keepLines=1, keepPer=major)"),
                        entry("2.0", "keep keepReleases: only release in line 2 (keepReleases=1, keepPer=major)"),
                        entry(
                                "1.0",
                                "delete keepReleases: line 1 is the 2nd newest of 2 lines with releases "
                                        + "(keepLines=1, keepPer=major)"));
    }

    @Test
    void marks_the_places_of_both_groups() {
        Plan plan =
                plan(keepReleases(1).keepVersions(patterns("2.0*")), History.with("2.0-jre", "2.0", "1.0-jre", "1.0"));
        assertThat(plan.packages().get(0).verdicts())
                .filteredOn(Verdict::keptByCount)
                .extracting(verdict -> verdict.version().name())
                .containsExactly("2.0-jre", "2.0");
    }

    @Test
    void builds_of_commits_are_ranked_by_their_dates() {
        Plan plan = plan(
                keepReleases(1),
                History.of("app")
                        .version("1.0.0-fffffff", 3)
                        .version("1.0.0-3b4ea12", 2)
                        .version("1.0.0-0abc123", 1));
        assertThat(kept(plan)).containsExactly("1.0.0-0abc123");
        assertThat(deleted(plan)).containsExactly("1.0.0-3b4ea12", "1.0.0-fffffff");
    }

    @Test
    void so_are_those_with_a_word_directly_in_front_of_the_hash() {
        for (String word : new String[] {"g", "git", "sha"}) {
            Plan plan = plan(
                    keepReleases(1),
                    History.of("app")
                            .version("1.0.0-" + word + "fffffff", 3)
                            .version("1.0.0-" + word + "1234567", 2)
                            .version("1.0.0-" + word + "0abc123", 1));
            assertThat(kept(plan)).containsExactly("1.0.0-" + word + "0abc123");
        }
    }

    @Test
    void what_is_in_front_of_a_hash_ranks_before_its_date() {
        Plan plan = plan(
                keepReleases(1), History.of("app").version("1.1-5-g3b4ea12", 9).version("1.0-6-gfffffff", 2));
        assertThat(kept(plan)).containsExactly("1.1-5-g3b4ea12");
    }

    @Test
    void a_hash_opens_no_line() {
        Plan plan = plan(
                keepReleases(1).keepPer(KeepPer.MINOR),
                History.of("app").version("1.9bc1234", 2).version("1.8bc1234", 1));
        assertThat(kept(plan)).containsExactly("1.8bc1234");
        assertThat(reason(plan, "1.9bc1234"))
                .isEqualTo("2nd newest of 2 qualified releases in line 1.0 (keepReleases=1, keepPer=minor)");
    }

    @Test
    void the_snapshot_of_a_commit_does_not_displace_a_snapshot() {
        Plan plan = plan(keepSnapshots(1), History.with("9bc1234-SNAPSHOT", "1.1-SNAPSHOT", "1.0-SNAPSHOT"));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "9bc1234-SNAPSHOT",
                                "keep keepSnapshots: its name has no place in version order, so it can't be counted "
                                        + "(keepSnapshots=1)"),
                        entry("1.1-SNAPSHOT", "keep keepSnapshots: newest of 2 snapshots (keepSnapshots=1)"),
                        entry("1.0-SNAPSHOT", "delete keepSnapshots: 2nd newest of 2 snapshots (keepSnapshots=1)"));
    }

    @Test
    void a_capital_v_in_front_of_a_number_changes_nothing() {
        Plan plan = plan(keepReleases(2).keepPer(KeepPer.MAJOR), History.with("V1.2", "v1.1", "1.0", "V2.0"));
        assertThat(deleted(plan)).containsExactly("1.0");
        assertThat(reason(plan, "V1.2")).isEqualTo("newest of 3 releases in line 1 (keepReleases=2, keepPer=major)");
    }

    @Test
    void a_plain_release_is_the_last_version_to_stay() {
        Plan plan = plan(
                keepReleasesNewerThan("1d"),
                History.of("app").version("2.0-my-branch", 5).version("1.0", 9).version("0.9", 9));
        assertThat(kept(plan)).containsExactly("1.0");
    }

    @Test
    void without_a_plain_release_a_qualified_one_stays_before_others() {
        var policy = keepReleasesNewerThan("1d").rule(new KeepNewerThan(VersionKind.PRERELEASE, Age.parse("1d")));
        Plan plan = plan(
                policy,
                History.of("app").dated("2.0-rc1", daysAgo(5), daysAgo(5)).version("1.0-jre", 9));
        assertThat(kept(plan)).containsExactly("1.0-jre");
    }
}
