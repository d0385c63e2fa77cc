package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleteReleasedSnapshots;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.selection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InertPolicyTest {

    @Test
    void a_policy_at_work_needs_no_warning() {
        Plan plan = plan(
                keepReleases(1).versions(selection("*")).keepVersions(patterns("1.0", "2*")),
                History.with("2.0", "1.0", "0.9"));
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.liveStops()).isEmpty();
    }

    @Test
    void warns_of_patterns_that_match_nothing_in_any_package() {
        Plan plan = plan(
                keepReleases(1).versions(selection("1.*", "3.*", "2.*")).keepVersions(patterns("*-LTS", "2.*")),
                History.of("a").version("1.0", 1),
                History.of("b").version("2.0", 1).version("1.1", 1));
        assertThat(plan.warnings())
                .containsExactly(
                        "versions=3.* matches no version.",
                        "keepVersions=*-LTS matches no version, so it protects none.");
        assertThat(plan.liveStops()).isEmpty();
    }

    @Test
    void a_protected_name_that_does_not_exist_stops_a_live_prune() {
        Plan plan = plan(
                keepReleases(1).keepVersions(patterns("1.0", "1.01", "1\u001b.0")),
                History.of("a").version("2.0", 1),
                History.of("b").version("1.0", 1));
        assertThat(plan.liveStops())
                .containsExactly(
                        "keepVersions=1.01 names a version that does not exist, so it protects nothing.",
                        "keepVersions=1\u001b.0 names a version that does not exist, so it protects nothing.");
        assertThat(plan.warnings()).containsExactlyElementsOf(plan.liveStops());
        assertThat(plan.stops()).isEmpty();
    }

    @Test
    void a_deleted_version_does_not_exist() {
        assertThat(plan(
                                keepReleases(1).keepVersions(patterns("1.0")),
                                History.with("2.0").deleted("1.0"))
                        .liveStops())
                .hasSize(1);
    }

    @Test
    void warns_of_rules_for_kinds_that_are_not_there() {
        Plan plan = plan(
                keepReleases(1)
                        .rule(new KeepNewest(VersionKind.PRERELEASE, 2))
                        .rule(new KeepNewerThan(VersionKind.PRERELEASE, Age.parse("30d")))
                        .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                        .versions(selection("1.*")),
                History.with("1.0", "2.0-rc1", "2.0-SNAPSHOT"));
        assertThat(plan.warnings())
                .containsExactly(
                        "keepPrereleases=2 has no effect: there is no prerelease to judge.",
                        "keepPrereleasesNewerThan=30d has no effect: there is no prerelease to judge.",
                        "deleteReleasedSnapshots=true has no effect: there is no snapshot to judge.");
    }

    @Test
    void a_rule_for_several_kinds_has_an_effect_if_there_is_a_version_of_one_of_them() {
        record KeepAll(VersionKind kind) implements Rule {
            private static final Type TYPE = new Type("keepAll", values -> Optional.empty());

            @Override
            public Type type() {
                return TYPE;
            }

            @Override
            public Judge on(PackageJudge versions) {
                return version -> new Finding(Effect.KEEP, TYPE, "all are kept", this);
            }

            @Override
            public String toString() {
                return "keepAll=true";
            }
        }
        var rules = List.<Rule>of(new KeepAll(VersionKind.RELEASE), new KeepAll(VersionKind.SNAPSHOT));
        var policy =
                new Policy(rules, null, KeepPer.PACKAGE, null, NamePatterns.none(), OnLastVersion.KEEP, null, null);
        ServerTime now = new ServerTime(History.NOW, History.NOW);

        assertThat(Planner.by(policy)
                        .plan(List.of(History.with("1.0", "1.1").build()), now)
                        .warnings())
                .isEmpty();
        assertThat(Planner.by(policy)
                        .plan(List.of(History.with("1.0-rc1").build()), now)
                        .warnings())
                .containsExactly("keepAll=true has no effect: there is no release or snapshot to judge.");
    }

    @Test
    void warns_once_where_there_is_nothing_at_all() {
        Plan plan = plan(keepReleases(1).versions(selection("1.*")).keepVersions(patterns("x*")), History.of("a"));
        assertThat(plan.warnings())
                .containsExactly("There is no active version in any of the packages, so no rule has an effect.");
    }

    @Test
    void blames_the_selection_and_not_the_rules_when_it_selects_nothing() {
        Plan plan = plan(keepReleases(1).versions(selection("9.*")), History.with("1.0", "1.0-SNAPSHOT"));
        assertThat(plan.warnings()).containsExactly("versions=9.* matches no version.");
    }

    @Test
    void notes_kinds_without_a_rule_once() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.with("1.0", "1.0-SNAPSHOT", "2.0-rc1"),
                History.of("b").version("1.0", 1));
        assertThat(plan.notes())
                .containsExactly(
                        "2 releases are kept: there is no rule for releases.",
                        "1 prerelease is kept: there is no rule for prereleases.");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void warns_of_lines_that_nothing_counts() {
        assertThat(plan(keepReleasesNewerThan("1d").keepPer(KeepPer.MINOR), History.with("1.0"))
                        .warnings())
                .containsExactly("keepPer=minor has no effect without keepReleases, keepPrereleases or keepSnapshots.");
        assertThat(plan(keepReleases(1).keepPer(KeepPer.MINOR), History.with("1.0"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void warns_of_a_protection_that_leaves_nothing_to_the_rules() {
        Plan plan =
                plan(keepReleases(1).keepVersions(patterns("1.*", "2.*")), History.with("2.0", "1.0", "3.0-SNAPSHOT"));
        assertThat(plan.warnings())
                .containsExactly(
                        "keepVersions=1.*,2.* protects every version that a rule looks at, so nothing can be deleted.");
    }

    @Test
    void warns_of_released_snapshots_where_no_release_is() {
        Plan plan = plan(deleteReleasedSnapshots("0d"), History.with("1.1-SNAPSHOT", "1.0-SNAPSHOT", "1.0-rc1"));
        assertThat(plan.warnings())
                .containsExactly("deleteReleasedSnapshots=true has no effect: there is no release. Releases may be"
                        + " published elsewhere.");
    }

    @Test
    void names_the_packages_without_a_release_where_others_have_one() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("a").version("1.0-SNAPSHOT", 2),
                History.of("b").version("1.0-SNAPSHOT", 2).version("1.0", 1),
                History.of("c").version("1.0-SNAPSHOT", 2).version("1.0-rc1", 1),
                History.of("d").version("1.0-rc1", 1));
        assertThat(plan.warnings())
                .containsExactly("deleteReleasedSnapshots=true has no effect in acme/com.example.a,"
                        + " acme/com.example.c: there is no release. Releases may be published elsewhere.");
    }

    @Test
    void names_five_packages_at_most() {
        History[] histories = new History[8];
        for (int i = 0; i < 8; i++) {
            histories[i] = History.of("m" + i).version("1.0-SNAPSHOT", 2);
        }
        histories[7].version("0.9", 90);
        assertThat(plan(deleteReleasedSnapshots("0d"), Arrays.copyOfRange(histories, 2, 8))
                        .warnings())
                .singleElement()
                .asString()
                .contains("acme/com.example.m5, acme/com.example.m6: there is no release");
        assertThat(plan(deleteReleasedSnapshots("0d"), histories).warnings())
                .singleElement()
                .asString()
                .contains("acme/com.example.m4 and 2 more: there is no release");
    }

    @Test
    void does_not_warn_where_a_prerelease_releases_its_snapshot() {
        assertThat(plan(deleteReleasedSnapshots("0d"), History.with("1.0-rc1", "1.0-rc1-SNAPSHOT"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void looks_for_releases_that_versions_does_not_select_too() {
        assertThat(plan(
                                deleteReleasedSnapshots("0d").versions(selection("*-SNAPSHOT")),
                                History.with("2.0-SNAPSHOT", "1.0"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void warns_where_the_only_version_of_the_exact_name_is_a_snapshot_itself() {
        assertThat(plan(deleteReleasedSnapshots("0d"), History.with("1.0-SNAPSHOT", "1.0-SNAPSHOT-SNAPSHOT"))
                        .warnings())
                .hasSize(1);
    }
}
