package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OddNamesTest {

    private static Policy.Builder everyRule(KeepPer per) {
        Age age = Age.parse("30d");
        Policy.Builder policy = new Policy.Builder()
                .keepPer(per)
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .keepVersions(NamePatterns.of(List.of("*LTS*")));
        for (VersionKind kind : VersionKind.values()) {
            policy.rule(new KeepNewest(kind, 1)).rule(new KeepNewerThan(kind, age));
        }
        return per == KeepPer.PACKAGE ? policy : policy.keepLines(2);
    }

    static List<String> odd() {
        return GeneratedNames.odd();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void no_name_makes_a_plan_fail(String name) {
        for (KeepPer per : KeepPer.values()) {
            Plan plan = Plans.plan(everyRule(per), History.with(name, "1.0", name + "-SNAPSHOT", "2.0", name));
            assertThat(plan.packages().get(0).verdicts()).hasSize(5);
        }
    }

    @Test
    void no_crowd_of_them_does_either() {
        String[] names = GeneratedNames.odd().toArray(String[]::new);
        Plan plan = Plans.plan(everyRule(KeepPer.MINOR), History.with(names));
        assertThat(plan.packages().get(0).verdicts()).hasSize(names.length);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void each_can_be_deleted_by_name(String name) {
        var wanted = ExactVersions.named(List.of(name));
        Plan plan = new Planner(wanted, new Policy.Builder().build())
                .plan(List.of(History.with(name, "77.0").build()), new ServerTime(History.NOW, History.NOW));
        assertThat(Plans.deleted(plan)).containsExactly(name);
    }
}
