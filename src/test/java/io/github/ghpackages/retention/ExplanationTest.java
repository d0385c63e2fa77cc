package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.History.NOW;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Explanation.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final ServerTime TIME = new ServerTime(NOW, NOW);

    private static List<Explanation> explain(Policy.Builder builder, String name, History... histories) {
        Policy policy = builder.build();
        Plan plan =
                Planner.by(policy).plan(Stream.of(histories).map(History::build).toList(), TIME);
        return Explanation.of(policy, plan, TIME, name);
    }

    private static List<String> lines(List<Explanation> explanations) {
        return explanations.get(0).steps().stream()
                .map(step -> (step.decides() ? "=> " : "") + step.name() + ": " + step.finding())
                .toList();
    }

    @Test
    void shows_what_each_step_said_and_which_decided() {
        var policy = keepReleases(1)
                .rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d")))
                .keepVersions(patterns("9.*"));

        assertThat(lines(explain(
                        policy, "1.0", History.of("app").version("2.0", 10).version("1.0", 60))))
                .containsExactly(
                        "keepVersions: not among the versions that are always kept",
                        "versions: all versions are selected",
                        "=> keepReleases=1: 2nd newest of 2 releases: delete, unless another rule keeps it",
                        "keepReleasesNewerThan=30d: last changed 60 days ago: delete, unless another rule keeps it",
                        "guards: no pom of this build uses it",
                        "other modules: packages that are named are judged one by one",
                        "onLastVersion: it need not be kept as the last version",
                        "tripwires: nothing stops the plan");
    }

    @Test
    void shows_that_a_guard_overrides_the_rules() {
        assertThat(lines(explain(
                        keepReleases(1), "1.0", History.with("2.0", "1.0").guard("1.0", "referenced in module web"))))
                .contains(
                        "keepReleases=1: 2nd newest of 2 releases: delete, unless another rule keeps it",
                        "=> guards: referenced in module web: keep");
    }

    @Test
    void shows_what_happens_in_other_modules() {
        var kept = History.of("a").version("2.0", 1).inGroup("reactor").guard("1.0", "referenced in module web");
        kept.version("1.0", 2);
        var other = History.of("b").version("2.0", 1).version("1.0", 2).inGroup("reactor");

        assertThat(explain(keepReleases(1), "1.0", kept, other))
                .extracting(explanation -> explanation.steps().stream()
                        .filter(Step::decides)
                        .findFirst()
                        .orElseThrow()
                        .finding())
                .containsExactly(
                        "referenced in module web: keep", "kept in com.example.a: referenced in module web: keep");
    }

    @Test
    void asks_no_rule_about_a_version_that_is_not_selected() {
        assertThat(lines(explain(keepReleases(0).versions(Plans.selection("1.*")), "2.0", History.with("2.0", "1.0"))))
                .contains("=> versions: not selected by 1.*", "rules: not asked, since versions does not select it")
                .noneMatch(line -> line.contains("keepReleases"));
    }

    @Test
    void shows_what_would_stop_a_run_that_deletes() {
        assertThat(lines(explain(keepReleases(1).keepVersions(patterns("9.9")), "1.0", History.with("2.0", "1.0"))))
                .contains(
                        "=> tripwires: stopped: A run that deletes stops: keepVersions=9.9 names a version that does not"
                                + " exist, so it protects nothing.");
        assertThat(lines(explain(keepReleases(1).maxDeletions(0), "1.0", History.with("2.0", "1.0"))))
                .contains("=> tripwires: stopped: The plan deletes 1 version, more than maxDeletions=0 allows.");
    }

    @Test
    void explains_nothing_of_a_version_that_is_not_there() {
        assertThat(explain(keepReleases(1), "1.*", History.with("1.0"))).isEmpty();
    }

    @Test
    void one_step_decides_whatever_the_policy() {
        for (long seed = 0; seed < 300; seed++) {
            GeneratedCase generated = GeneratedCase.of(seed);
            Policy policy = generated.policy().build();
            Plan plan = Planner.by(policy).plan(generated.histories(), TIME);
            for (PackagePlan ofPackage : plan.packages()) {
                for (Verdict verdict : ofPackage.verdicts()) {
                    List<Explanation> explanations =
                            Explanation.of(policy, plan, TIME, verdict.version().name());
                    assertThat(explanations)
                            .as("seed " + seed)
                            .isNotEmpty()
                            .allSatisfy(explanation -> assertThat(explanation.steps())
                                    .filteredOn(step -> !step.name().equals("tripwires"))
                                    .filteredOn(Step::decides)
                                    .hasSize(1));
                }
            }
        }
    }
}
