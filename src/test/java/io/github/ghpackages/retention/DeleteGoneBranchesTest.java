package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeleteGoneBranchesTest {

    private static final BranchVersions NAMED = BranchVersions.of(List.of("*-{branch}-SNAPSHOT"));
    private static final String PARAMETERS = " (deleteGoneBranches=true, goneBranchGrace=7d)";

    private static Policy.Builder policy() {
        return new Policy.Builder().rule(rule(VersionKind.SNAPSHOT));
    }

    private static DeleteGoneBranches rule(VersionKind kind) {
        return new DeleteGoneBranches(kind, NAMED, Age.parse("7d"));
    }

    private static PackageHistory gone(History history, Map<Long, String> branches) {
        PackageHistory known = history.build();
        return new PackageHistory(known.ref(), null, known.versions(), known.snapshots(), known.guards(), branches);
    }

    private static Plan plan(Policy.Builder policy, PackageHistory history) {
        return Planner.by(policy.build()).plan(List.of(history), new ServerTime(History.NOW, History.NOW));
    }

    @Test
    void deletes_versions_of_gone_branches_after_the_grace() {
        History history = History.of("app")
                .snapshot("1.0-old-SNAPSHOT", 90, 8)
                .snapshot("1.0-fresh-SNAPSHOT", 90, 6)
                .snapshot("1.0-main-SNAPSHOT", 90, 60)
                .version("1.0", 100);

        Plan plan = plan(policy(), gone(history, Map.of(1L, "branch old", 2L, "branch fresh")));

        assertThat(Plans.judgements(plan))
                .containsAllEntriesOf(Map.of(
                        "1.0-old-SNAPSHOT",
                        "delete deleteGoneBranches: its branch old is gone, and it last changed 8 days ago"
                                + PARAMETERS,
                        "1.0-fresh-SNAPSHOT",
                        "keep deleteGoneBranches: its branch fresh is gone, and it last changed 6 days ago"
                                + PARAMETERS,
                        "1.0-main-SNAPSHOT",
                        "keep deleteGoneBranches: of no branch that is gone (deleteGoneBranches=true)",
                        "1.0",
                        "keep no-rule: there is no rule for releases"));
    }

    @Test
    void keeps_a_version_whose_age_is_unknown() {
        History history =
                History.of("app").dated("1.0-old-SNAPSHOT", null, null).version("1.0", 100);

        Plan plan = plan(policy(), gone(history, Map.of(1L, "branch old")));

        assertThat(Plans.deleted(plan)).isEmpty();
        assertThat(Plans.reason(plan, "1.0-old-SNAPSHOT"))
                .startsWith("its branch old is gone, but its age is unknown, since ")
                .endsWith(PARAMETERS);
    }

    @Test
    void leaves_what_it_does_not_delete_to_the_other_rules() {
        History history = History.of("app")
                .snapshot("2.0-SNAPSHOT", 90, 1)
                .snapshot("1.0-old-SNAPSHOT", 90, 8)
                .snapshot("0.9-fresh-SNAPSHOT", 90, 6)
                .snapshot("0.8-SNAPSHOT", 90, 60)
                .dated("0.7-odd-SNAPSHOT", null, null);

        Plan plan = plan(
                policy().rule(new KeepNewest(VersionKind.SNAPSHOT, 1)),
                gone(history, Map.of(2L, "branch old", 3L, "branch fresh", 5L, "branch odd")));

        assertThat(Plans.verdict(plan, "1.0-old-SNAPSHOT").rule()).isEqualTo("deleteGoneBranches");
        assertThat(Plans.verdict(plan, "0.9-fresh-SNAPSHOT").rule()).isEqualTo("keepSnapshots");
        assertThat(Plans.verdict(plan, "0.8-SNAPSHOT").rule()).isEqualTo("keepSnapshots");
        assertThat(Plans.verdict(plan, "0.7-odd-SNAPSHOT").rule()).isEqualTo("keepSnapshots");
    }

    @Test
    void has_a_rule_for_each_kind_if_it_is_asked_for() {
        Policy.Builder asked = new Policy.Builder();
        asked.rules(values(true));
        Policy policy = asked.build();

        for (VersionKind kind : VersionKind.values()) {
            DeleteGoneBranches found =
                    policy.rule(DeleteGoneBranches.class, kind).orElseThrow();
            assertThat(found.branchVersions()).hasToString(NAMED.toString());
            assertThat(found.grace()).isEqualTo(Age.parse("7d"));
            assertThat(rule(kind).type()).isSameAs(DeleteGoneBranches.TYPES.get(kind.ordinal()));
            assertThat(rule(kind).needsAgeOf(kind)).isTrue();
        }
        assertThat(rule(VersionKind.SNAPSHOT).needsAgeOf(VersionKind.RELEASE)).isFalse();
        assertThat(rule(VersionKind.SNAPSHOT).onlyDeletes()).isTrue();
        assertThat(policy.branchVersions().orElseThrow()).hasToString(NAMED.toString());
        Policy.Builder notAsked = new Policy.Builder();
        notAsked.rules(values(false));
        assertThat(notAsked.build().branchVersions()).isEmpty();
    }

    private static Rule.Values values(boolean asked) {
        return new Rule.Values() {
            @Override
            public Optional<Integer> count(String parameter) {
                return Optional.empty();
            }

            @Override
            public Optional<Age> age(String parameter) {
                return Optional.empty();
            }

            @Override
            public List<String> texts(String parameter) {
                return parameter.equals("branchVersions") ? List.of("*-{branch}-SNAPSHOT") : List.of();
            }

            @Override
            public boolean flag(String parameter) {
                return asked && parameter.equals("deleteGoneBranches");
            }
        };
    }

    @Test
    void needs_to_know_how_versions_are_named() {
        DeleteGoneBranches unnamed =
                new DeleteGoneBranches(VersionKind.SNAPSHOT, BranchVersions.of(List.of()), Age.parse("7d"));

        assertThat(unnamed.problems())
                .containsExactly(
                        "deleteGoneBranches=true requires branchVersions, which says how versions are named after"
                                + " branches, such as *-{branch}-SNAPSHOT.");
        assertThat(rule(VersionKind.SNAPSHOT).problems()).isEmpty();
    }

    @Test
    void plans_package_by_package_what_does_not_depend_on_others() {
        Planner planner = Planner.oneByOne(Plans.keepReleases(1).build());

        Plan first =
                planner.plan(List.of(History.with("2.0", "1.0").build()), new ServerTime(History.NOW, History.NOW));
        planner.plan(List.of(History.of("lib").version("1.0", 3).build()), new ServerTime(History.NOW, History.NOW));

        assertThat(Plans.deleted(first)).containsExactly("1.0");
        assertThat(first.warnings()).isEmpty();
        assertThat(planner.atEnd().warnings()).isEmpty();
        Planner idle = Planner.oneByOne(Plans.keepSnapshots(1).build());
        Plan without = idle.plan(List.of(History.with("2.0").build()), new ServerTime(History.NOW, History.NOW));
        assertThat(without.warnings()).isEmpty();
        assertThat(without.notes()).isEmpty();
        Plan atOnce = Plans.plan(Plans.keepSnapshots(1), History.with("2.0"));
        assertThat(idle.atEnd().warnings()).isEqualTo(atOnce.warnings());
        assertThat(idle.atEnd().notes()).isEqualTo(atOnce.notes());
        assertThat(atOnce.warnings().size() + atOnce.notes().size()).isPositive();
    }

    @Test
    void does_not_plan_one_by_one_what_needs_all_packages() {
        assertThatThrownBy(() ->
                        Planner.oneByOne(Plans.keepReleases(1).maxDeletions(3).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this policy needs all packages first");
        assertThat(Plans.keepReleases(1)
                        .onLastVersion(OnLastVersion.FAIL)
                        .build()
                        .judgesOneByOne())
                .isFalse();
        assertThat(Plans.keepReleases(1)
                        .keepVersions(Plans.patterns("1.0"))
                        .build()
                        .judgesOneByOne())
                .isFalse();
        assertThat(Plans.keepReleases(1)
                        .keepVersions(Plans.patterns("1.*"))
                        .build()
                        .judgesOneByOne())
                .isTrue();
    }
}
