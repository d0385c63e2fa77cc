package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleteReleasedSnapshots;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.keepSnapshotsNewerThan;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    private static List<String> problems(Policy.Builder policy) {
        return policy.build().problems();
    }

    @Test
    void a_sound_policy_has_no_problems() {
        assertThat(problems(new Policy.Builder())).isEmpty();
        assertThat(problems(keepReleases(1))).isEmpty();
        assertThat(problems(keepReleases(0).versions(selection("1.*")))).isEmpty();
        assertThat(problems(keepReleases(0).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("1d")))))
                .isEmpty();
        assertThat(problems(keepReleases(1).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("0d")))))
                .isEmpty();
        assertThat(problems(keepReleasesNewerThan("0d").versions(selection("1.*"))))
                .isEmpty();
        assertThat(problems(deleteReleasedSnapshots("0d"))).isEmpty();
        assertThat(problems(keepReleases(1).keepPer(KeepPer.MINOR).keepLines(1)))
                .isEmpty();
        assertThat(problems(keepReleases(1).maxDeletions(0).maxDeletionShare(0.0)))
                .isEmpty();
        assertThat(problems(keepReleases(1).maxDeletionShare(100.0))).isEmpty();
    }

    @Test
    void a_count_is_not_negative() {
        assertThat(problems(keepReleases(-1).versions(selection("*"))))
                .containsExactly("keepReleases=-1 is negative; a count must be 0 or more.");
    }

    @Test
    void no_releases_at_all_needs_versions_or_an_age_beside_it() {
        assertThat(problems(keepReleases(0)))
                .containsExactly(
                        "keepReleases=0 keeps no release at all: also set versions, to say which releases may be"
                                + " deleted, or keepReleasesNewerThan, to say from which age on.");
        assertThat(problems(keepReleases(0).rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("0d")))))
                .containsExactly("keepReleases=0 keeps no release at all, nor does keepReleasesNewerThan=0d: also set"
                        + " versions, to say which releases may be deleted, or keepReleasesNewerThan, to"
                        + " say from which age on.");
    }

    @Test
    void releases_younger_than_nothing_need_versions_or_a_count_beside_it() {
        assertThat(problems(keepReleasesNewerThan("PT0S")))
                .containsExactly("keepReleasesNewerThan=PT0S keeps no release at all: also set versions, to say which"
                        + " releases may be deleted, or keepReleases, to say how many to keep.");
    }

    @ParameterizedTest
    @EnumSource(names = "RELEASE", mode = EnumSource.Mode.EXCLUDE)
    void all_prereleases_or_snapshots_may_go_by_one_word(VersionKind kind) {
        assertThat(problems(new Policy.Builder().rule(new KeepNewest(kind, 0)))).isEmpty();
        assertThat(problems(new Policy.Builder().rule(new KeepNewerThan(kind, Age.parse("0d")))))
                .isEmpty();
    }

    @Test
    void lines_need_a_count_and_a_meaning() {
        assertThat(problems(keepReleasesNewerThan("1d").keepPer(KeepPer.MAJOR).keepLines(2)))
                .containsExactly("keepLines=2 requires a count of 1 or more, which says how many to keep in each"
                        + " line: keepReleases, keepPrereleases or keepSnapshots.");
        assertThat(problems(keepReleases(0)
                        .versions(selection("*"))
                        .keepPer(KeepPer.MAJOR)
                        .keepLines(2)))
                .singleElement()
                .asString()
                .startsWith("keepLines=2 requires a count of 1 or more");
        assertThat(problems(keepReleases(1).keepLines(2)))
                .containsExactly("keepLines=2 requires keepPer=major or keepPer=minor, which says what a line is.");
        assertThat(problems(keepReleases(1).keepPer(KeepPer.MAJOR).keepLines(0)))
                .containsExactly("keepLines=0 keeps no line; it must be 1 or more.");
    }

    @Test
    void tripwires_are_counts_and_percentages() {
        assertThat(problems(keepReleases(1).maxDeletions(-1)))
                .containsExactly("maxDeletions=-1 is negative; a count must be 0 or more.");
        assertThat(problems(keepReleases(1).maxDeletionShare(100.5)))
                .containsExactly("maxDeletionShare=100.5 is not a percentage from 0 to 100.");
        assertThat(problems(keepReleases(1).maxDeletionShare(-1.0)))
                .containsExactly("maxDeletionShare=-1 is not a percentage from 0 to 100.");
        assertThat(problems(keepReleases(1).maxDeletionShare(Double.NaN)))
                .containsExactly("maxDeletionShare=NaN is not a percentage from 0 to 100.");
    }

    @Test
    void each_conflict_has_its_own_message() {
        assertThat(problems(keepReleases(-1)
                        .rule(new KeepNewest(VersionKind.PRERELEASE, 0))
                        .keepLines(0)
                        .maxDeletions(-2)))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void no_plan_is_made_from_a_policy_with_problems() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plans.plan(keepReleases(-1).maxDeletions(-1), History.with("1.0")))
                .withMessage("keepReleases=-1 is negative; a count must be 0 or more. maxDeletions=-1 is negative; a"
                        + " count must be 0 or more.");
    }

    @Test
    void protections_and_limits_are_no_rules() {
        assertThat(new Policy.Builder()
                        .keepVersions(patterns("1.0"))
                        .versions(selection("*"))
                        .keepPer(KeepPer.MAJOR)
                        .maxDeletions(1)
                        .build()
                        .hasRule())
                .isFalse();
        assertThat(keepReleases(1).build().hasRule()).isTrue();
        assertThat(keepReleasesNewerThan("1d").build().hasRule()).isTrue();
        assertThat(deleteReleasedSnapshots("0d").build().hasRule()).isTrue();
    }

    @Test
    void names_its_rules_as_the_user_typed_them() {
        Policy policy = deleteReleasedSnapshots("2d")
                .rule(new KeepNewest(VersionKind.SNAPSHOT, 3))
                .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("6w")))
                .rule(new KeepNewest(VersionKind.PRERELEASE, 1))
                .build();
        assertThat(policy.rules(VersionKind.SNAPSHOT))
                .extracting(Rule::toString)
                .containsExactly("keepSnapshots=3", "keepSnapshotsNewerThan=6w", "deleteReleasedSnapshots=true");
        assertThat(policy.rules(VersionKind.PRERELEASE))
                .extracting(Rule::toString)
                .containsExactly("keepPrereleases=1");
        assertThat(policy.rules(VersionKind.RELEASE)).isEmpty();
        for (VersionKind kind : VersionKind.values()) {
            assertThat(policy.rules(kind))
                    .allMatch(rule -> Policy.TYPES.contains(rule.type())
                            && rule.toString().startsWith(rule.type().rule() + "="));
        }
    }

    @Test
    void snapshot_ages_matter_to_an_age_rule_for_snapshots_alone() {
        assertThat(keepSnapshotsNewerThan("1d").build().needsSnapshotAge()).isTrue();
        assertThat(keepReleasesNewerThan("1d")
                        .rule(new DeleteReleasedSnapshots(Age.parse("1d")))
                        .build()
                        .needsSnapshotAge())
                .isFalse();
    }
}
