package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.report.HelpText;
import io.github.ghpackages.report.ParameterGroup;
import io.github.ghpackages.report.Screen;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;

class HelpTest {

    private static List<HelpText.Goal> goals() {
        return FakeReactor.descriptor().getMojos().stream()
                .filter(goal -> !goal.getGoal().equals("help"))
                .map(HelpMojo::goal)
                .toList();
    }

    private static HelpText.Goal goal(String name) {
        return goals().stream()
                .filter(goal -> goal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_parameter_is_in_one_group_and_each_group_has_only_parameters() {
        Set<String> parameters = new TreeSet<>();
        goals().forEach(goal -> goal.parameters().forEach(parameter -> parameters.add(parameter.name())));

        assertThat(ParameterGroup.all()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(parameters);
    }

    @Test
    void the_overview_shows_each_goal_with_an_example_that_can_be_pasted() {
        List<String> lines = HelpText.overview("ghpackages-maven-plugin 1.0.", goals(), Screen.PLAIN);

        assertThat(lines)
                .containsSequence(
                        "ghpackages:prune-versions",
                        "    Deletes old versions by a retention policy.",
                        "    $ mvn ghpackages:prune-versions -Dghpackages.keepReleases=5 -Dghpackages.dryRun=false")
                .endsWith("All parameters of a goal: mvn ghpackages:help -Ddetail -Dgoal=prune-versions");
        assertThat(lines.stream().filter(line -> line.startsWith("ghpackages:")))
                .hasSize(FakeReactor.descriptor().getMojos().size() - 1);
    }

    @Test
    void the_detail_shows_the_parameters_in_their_groups_and_their_defaults() {
        List<String> lines = HelpText.detail(goal("prune-versions"), Screen.PLAIN);

        assertThat(lines)
                .containsSubsequence(
                        "WHICH VERSIONS",
                        "RULES",
                        "  -Dghpackages.keepReleases",
                        "  -Dghpackages.keepPer (default: package)",
                        "SAFETY",
                        "  -Dghpackages.dryRun (default: true)",
                        "WHERE THE PACKAGES ARE",
                        "OUTPUT",
                        "NETWORK AND PACE")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(line.contains("$ mvn") ? 120 : 80));
    }

    @Test
    void every_example_names_a_goal_and_parameters_that_exist() {
        Set<String> names = new TreeSet<>(ParameterGroup.all());
        for (MojoDescriptor descriptor : FakeReactor.descriptor().getMojos()) {
            HelpText.Goal goal = HelpMojo.goal(descriptor);
            goal.text().lines().filter(line -> line.startsWith("Example: mvn ")).forEach(line -> {
                for (String word : line.substring("Example: mvn ".length()).split(" ", -1)) {
                    if (word.startsWith("-Dghpackages.")) {
                        assertThat(names)
                                .contains(
                                        word.substring("-Dghpackages.".length()).split("=", 2)[0]);
                    }
                }
            });
        }
    }
}
