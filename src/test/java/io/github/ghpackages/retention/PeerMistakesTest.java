package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleteReleasedSnapshots;
import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.keepSnapshots;
import static io.github.ghpackages.retention.Plans.keepSnapshotsNewerThan;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.reason;
import static io.github.ghpackages.retention.Plans.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What other clean-up tools for GitHub Packages get wrong, and what a plan makes of it here. The numbers are those of the
 * collection of their mistakes; those that are missing concern requests and reports, and stand beside these.
 */
class PeerMistakesTest {

    @Test
    void row_01_a_snapshot_deployed_long_ago_and_again_a_minute_ago_stays() {
        var history = History.of("app").snapshot("1.0-SNAPSHOT", 400, 0).snapshot("2.0-SNAPSHOT", 40, 40);
        assertThat(kept(plan(keepSnapshotsNewerThan("30d"), history))).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void row_01_a_snapshot_whose_metadata_can_not_be_read_stays_and_the_reason_says_so() {
        Plan plan = plan(keepSnapshotsNewerThan("30d"), History.of("app").version("1.0-SNAPSHOT", 400));
        assertThat(deleted(plan)).isEmpty();
        assertThat(reason(plan, "1.0-SNAPSHOT"))
                .isEqualTo(
                        "its age is unknown, since its maven-metadata.xml could not be read (keepSnapshotsNewerThan=30d)");
    }

    @Test
    void row_02_a_backport_does_not_evict_the_newest() {
        var history = History.of("app").version("1.9.8", 1).version("2.0.0", 5).version("1.9.7", 40);
        Plan plan = plan(keepReleases(1), history);
        assertThat(kept(plan)).containsExactly("2.0.0");
    }

    @Test
    void row_02_a_tie_goes_to_the_newer_upload() {
        var history = History.of("app").version("1.0", 2).version("1.0.0", 1).version("1.0.Final", 3);
        assertThat(kept(plan(keepReleases(1), history))).containsExactly("1.0.0");
    }

    @Test
    void row_03_a_final_is_a_release() {
        var policy = new Policy.Builder().rule(new KeepNewest(VersionKind.PRERELEASE, 1));
        var history = History.with("6.2.0.CR1", "6.2.0.Beta1", "6.1.0.Final", "6.0.0.GA", "5.0.RELEASE", "4.0-jre");
        assertThat(deleted(plan(policy, history))).containsExactly("6.2.0.Beta1");
    }

    @Test
    void row_04_a_protection_beats_every_rule_in_every_mode() {
        for (OnLastVersion mode : OnLastVersion.values()) {
            for (KeepPer per : KeepPer.values()) {
                var policy = keepReleases(1)
                        .keepPer(per)
                        .rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("1d")))
                        .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                        .onLastVersion(mode)
                        .keepVersions(patterns("1.0.0", "*-SNAPSHOT"));
                Plan plan = plan(policy, History.with("1.0.2", "1.0.1", "1.0.0", "1.0.0-SNAPSHOT"));
                assertThat(deleted(plan)).containsExactly("1.0.1");
            }
        }
    }

    @Test
    void row_05_a_protection_alone_deletes_nothing() {
        var protection = new Policy.Builder().keepVersions(patterns("2.0"));
        assertThat(protection.build().hasRule()).isFalse();
        assertThat(Policy.ruleParameters()).doesNotContain("keepVersions", "versions");
        assertThat(deleted(plan(protection, History.with("3.0", "2.0", "1.0")))).isEmpty();
    }

    @Test
    void row_06_what_is_protected_is_counted_so_that_no_more_is_kept_than_was_read() {
        Plan plan = plan(keepReleases(2).keepVersions(patterns("3.0")), History.with("3.0", "2.0", "1.0"));
        assertThat(kept(plan)).containsExactly("3.0", "2.0");
        assertThat(reason(plan, "1.0")).isEqualTo("3rd newest of 3 releases (keepReleases=2)");
    }

    @Test
    void row_07_there_is_no_silent_cap() {
        String[] names = IntStream.range(0, 1_234).mapToObj(i -> "1." + i).toArray(String[]::new);
        assertThat(plan(keepReleases(1), History.with(names)).deletionCount()).isEqualTo(1_233);
    }

    @Test
    void row_11_a_negative_count_is_refused() {
        assertThat(keepReleases(-1).build().problems())
                .containsExactly("keepReleases=-1 is negative; a count must be 0 or more.");
        assertThatIllegalArgumentException().isThrownBy(() -> plan(keepReleases(-1), History.with("1.0")));
        assertThatIllegalArgumentException().isThrownBy(() -> Age.parse("-30d"));
        assertThatIllegalArgumentException().isThrownBy(() -> Age.parse("NaN"));
    }

    @Test
    void row_12_each_conflict_names_both_parameters() {
        assertThat(keepReleases(1).keepLines(2).build().problems())
                .containsExactly("keepLines=2 requires keepPer=major or keepPer=minor, which says what a line is.");
        assertThat(keepReleases(0).build().problems())
                .singleElement()
                .asString()
                .contains("keepReleases=0", "versions", "keepReleasesNewerThan");
    }

    @Test
    void row_14_16_19_one_named_or_matching_version_never_takes_the_package_along() {
        var wanted = ExactVersions.named(List.of("1.0"));
        var history = History.with("2.0", "1.0").build();
        PackagePlan plan = new Planner(
                        wanted,
                        new Policy.Builder()
                                .onLastVersion(OnLastVersion.DELETE_PACKAGE)
                                .build())
                .plan(List.of(history), new ServerTime(History.NOW, History.NOW))
                .packages()
                .get(0);
        assertThat(plan.deletePackage()).isFalse();
        assertThat(plan.deletions()).hasSize(1);
    }

    @Test
    void row_15_a_plan_that_would_empty_a_package_keeps_its_newest_release() {
        var policy = keepReleasesNewerThan("1h");
        assertThat(kept(plan(policy, History.with("2.0", "1.0")))).containsExactly("2.0");
        assertThat(plan(policy.onLastVersion(OnLastVersion.FAIL), History.with("2.0", "1.0"))
                        .stops())
                .hasSize(1);
        assertThat(plan(policy.onLastVersion(OnLastVersion.DELETE_PACKAGE), History.with("2.0", "1.0"))
                        .packages()
                        .get(0)
                        .deletePackage())
                .isTrue();
    }

    @Test
    void row_17_two_lines_are_two_distinct_lines() {
        var policy = keepReleases(2).keepPer(KeepPer.MAJOR).keepLines(2);
        Plan plan = plan(policy, History.with("2.2", "2.1", "2.0", "1.1", "1.0", "0.9"));
        assertThat(kept(plan)).containsExactly("2.2", "2.1", "1.1", "1.0");
    }

    @Test
    void row_25_the_newest_are_counted_among_all_and_not_among_those_past_an_age() {
        var policy = keepReleasesNewerThan("30d").rule(new KeepNewest(VersionKind.RELEASE, 2));
        var history = History.of("app")
                .version("4.0", 1)
                .version("3.0", 2)
                .version("2.0", 40)
                .version("1.0", 50);
        assertThat(kept(plan(policy, history))).containsExactly("4.0", "3.0");
    }

    @Test
    void row_26_deletions_come_oldest_first_however_the_listing_came() {
        var once = plan(keepReleases(1), History.with("1.10", "1.9", "2.0", "1.1"));
        assertThat(once.packages().get(0).deletions())
                .extracting(verdict -> verdict.version().name())
                .containsExactly("1.1", "1.9", "1.10");
    }

    @Test
    void row_31_what_can_not_be_looked_up_protects() {
        var history = History.of("app").dated("2.0", null, null).version("1.0", 400);
        assertThat(kept(plan(keepReleasesNewerThan("30d"), history))).containsExactly("2.0");
        var released = History.of("app").dated("1.0", null, null).version("1.0-SNAPSHOT", 400);
        assertThat(deleted(plan(deleteReleasedSnapshots("0d"), released))).isEmpty();
    }

    @Test
    void row_32_34_a_rule_or_pattern_that_matched_nothing_is_said() {
        var policy = keepSnapshots(3).versions(selection("1.*", "feature-*")).keepVersions(patterns("release-*"));
        assertThat(plan(policy, History.with("1.0")).warnings())
                .containsExactly(
                        "versions=feature-* matches no version.",
                        "keepVersions=release-* matches no version, so it protects none.",
                        "keepSnapshots=3 has no effect: there is no snapshot to judge.");
    }

    @Test
    void row_40_one_decision_per_version_over_all_modules() {
        var app = History.of("app")
                .version("3.0", 1)
                .version("2.0", 2)
                .version("1.0", 3)
                .inGroup("reactor");
        var core = History.of("core").version("2.0", 2).version("1.0", 3).inGroup("reactor");
        Plan plan = plan(keepReleases(1), app, core);
        assertThat(deleted(plan, 0)).containsExactly("1.0");
        assertThat(deleted(plan, 1)).containsExactly("1.0");
    }

    @Test
    void row_42_the_dates_of_github_alone_do_not_make_a_snapshot_old() {
        Plan plan = plan(keepSnapshotsNewerThan("30d"), History.of("app").version("1.0-SNAPSHOT", 400));
        assertThat(plan.packages().get(0).verdicts())
                .extracting(Verdict::version)
                .extracting(PackageVersion::updatedAt)
                .containsExactly(History.daysAgo(400));
        assertThat(deleted(plan)).isEmpty();
    }

    @Test
    void row_43_a_pattern_matches_the_whole_version() {
        var policy = keepReleases(0).versions(selection("1.0"));
        assertThat(deleted(plan(policy, History.with("2.0", "1.0", "1.0.1", "11.0"))))
                .containsExactly("1.0");
        var protection = keepReleases(1).keepVersions(patterns("1.0"));
        assertThat(kept(plan(protection, History.with("2.0", "1.0", "1.0.1", "11.0"))))
                .containsExactly("11.0", "1.0");
    }

    @Test
    void row_48_branch_and_nightly_builds_take_no_place_from_releases() {
        var history = History.with(
                "3.0.0.1.my-branch", "2.1.0-nightly.20240101", "3.0.0.2.my-branch", "2.1.0", "2.0.0", "1.0.0");
        Plan plan = plan(keepReleases(2), history);
        assertThat(kept(plan))
                .containsExactly("3.0.0.2.my-branch", "3.0.0.1.my-branch", "2.1.0-nightly.20240101", "2.1.0", "2.0.0");
    }
}
