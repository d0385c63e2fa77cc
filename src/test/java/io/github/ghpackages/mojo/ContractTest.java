package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.report.Schemas;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What users script against: goals, parameters, their properties and defaults, the fields of reports, plans and journals, the columns
 * of CSV, outcomes and what they do to a build, how goals end otherwise, the names of rules, error ids. {@code contract.txt} has what is there now. What the
 * newest release had, which is among its samples, stays, unless CHANGELOG.md says that it changed.
 */
class ContractTest {

    private static final Path CONTRACT = Path.of("src/test/resources/contract.txt");
    private static final Path CHANGELOG = Path.of("CHANGELOG.md");
    private static final Pattern ANNOUNCED = Pattern.compile("(?s)\n### (?:Changed|Removed)\n(.*?)(?=\n##|$)");

    /** What has a schema and is no report. */
    private static final Set<String> FILES = Set.of("plan", "journal");

    private static List<MojoDescriptor> goals() {
        return FakeReactor.descriptor().getMojos().stream()
                .filter(goal -> !goal.getGoal().equals("help"))
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .toList();
    }

    private static List<Parameter> editable(MojoDescriptor goal) {
        return goal.getParameters().stream()
                .filter(Parameter::isEditable)
                .sorted(Comparator.comparing(Parameter::getName))
                .toList();
    }

    @Test
    void what_users_script_against_is_that_of_the_contract() throws Exception {
        if ("write".equals(System.getProperty("contract"))) {
            Files.write(CONTRACT, written());
        }
        assertThat(written())
                .as("if it is meant to change: mvn test -Dtest=ContractTest -Dcontract=write")
                .containsExactlyElementsOf(Files.readAllLines(CONTRACT));
    }

    @Test
    void what_the_newest_release_has_stays_unless_the_changelog_says_that_it_changed() throws Exception {
        List<String> removed =
                new ArrayList<>(Files.readAllLines(SamplesTest.newest().resolve("contract.txt")));
        written().forEach(removed::remove);

        assertThat(notAnnounced(removed, Files.readString(CHANGELOG)))
                .as(
                        "what users script against, and what is not there any more. It stays, or CHANGELOG.md has the name in"
                                + " backticks under Changed or Removed of what is not released yet")
                .isEmpty();
    }

    private static List<String> notAnnounced(List<String> removed, String changelog) {
        String unreleased = changelog.split("\n## \\[", -1)[1];
        String announced = ANNOUNCED
                .matcher(unreleased)
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.joining());
        return removed.stream()
                .filter(line -> !line.isEmpty())
                .filter(line -> !announced.contains("`" + name(line) + "`"))
                .toList();
    }

    /** {@code ghpackages:help} of a goal, {@code ghpackages.owner} of a parameter, {@code prune.packages[].versions[].id} of a field. */
    private static String name(String line) {
        String[] words = line.strip().split(" ", 3);
        String first = words[0].replace("-D", "");
        return first.startsWith("ghpackages") ? first : words[1];
    }

    @Test
    void what_is_removed_must_be_announced_in_the_part_that_is_not_released_yet() {
        String goal = "ghpackages:check-access requiresProject=false";
        List<String> removed = List.of("  -Dghpackages.owner text", "field prune.dryRun boolean", "", goal);
        List<String> lines = List.of("  -Dghpackages.owner text", "field prune.dryRun boolean", goal);
        String changed =
                "# Changelog\n\n## [Unreleased]\n\n### Changed\n\n- `ghpackages.owner`, `ghpackages:check-access`.\n";

        assertThat(notAnnounced(removed, changed)).containsExactly("field prune.dryRun boolean");
        assertThat(notAnnounced(removed, changed.replace("Changed", "Added"))).isEqualTo(lines);
        assertThat(notAnnounced(removed, changed.replace("Unreleased]", "Unreleased]\n\n## [1.0.0]")))
                .isEqualTo(lines);
    }

    private static List<String> written() throws IOException {
        List<String> lines = new ArrayList<>(goalsAndParameters());
        lines.add("");
        Schemas.names().stream()
                .flatMap(schema -> Schemas.fields(schema).stream())
                .forEach(field -> lines.add("field " + field));
        lines.add("");
        Schemas.names().stream()
                .filter(schema -> !FILES.contains(schema))
                .forEach(schema ->
                        Schemas.columns(schema).forEach(column -> lines.add("column " + schema + "." + column)));
        lines.add("");
        for (Outcome outcome : Outcome.values()) {
            lines.add("outcome " + outcome
                    + (outcome.isFailure()
                            ? " fails the build"
                            : outcome.isWarning() ? " causes a warning" : " is fine"));
        }
        lines.add("");
        ExitBehaviourTest.exits().forEach(exit -> lines.add("exit " + exit));
        lines.add("");
        Stream.concat(Policy.TYPES.stream(), Stream.of(Cause.Step.values()))
                .map(Cause::rule)
                .distinct()
                .forEach(rule -> lines.add("rule " + rule));
        lines.add("rule restore-version");
        lines.add("");
        Stream.of(PackagesException.Id.values()).forEach(id -> lines.add("error " + id));
        return lines;
    }

    private static List<String> goalsAndParameters() {
        List<String> lines = new ArrayList<>();
        for (MojoDescriptor goal : goals()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("ghpackages:" + goal.getGoal() + " " + attributes(goal));
            for (Parameter parameter : editable(goal)) {
                PlexusConfiguration configuration = goal.getMojoConfiguration().getChild(parameter.getName());
                lines.add("  -D" + configuration.getValue().replaceAll("[${}]", "") + " " + type(parameter)
                        + (parameter.isRequired() ? " required" : "")
                        + defaultOf(configuration.getAttribute("default-value")));
            }
        }
        return lines;
    }

    private static String attributes(MojoDescriptor goal) {
        return String.join(
                " ",
                "requiresProject=" + goal.isProjectRequired(),
                "requiresOnline=" + goal.isOnlineRequired(),
                "threadSafe=" + goal.isThreadSafe(),
                "aggregator=" + goal.isAggregator(),
                "phase=" + (goal.getPhase() == null ? "none" : goal.getPhase()));
    }

    private static String type(Parameter parameter) {
        return switch (parameter.getType()) {
            case "java.lang.String" -> "text";
            case "java.util.List" -> "list";
            default -> parameter.getType();
        };
    }

    private static String defaultOf(String value) {
        return value == null ? "" : " (" + value + ")";
    }

    @TestFactory
    Stream<DynamicTest> every_parameter_has_a_property_of_its_name_and_a_description() {
        return goals().stream()
                .flatMap(goal -> editable(goal).stream()
                        .map(parameter -> DynamicTest.dynamicTest(goal.getGoal() + " " + parameter.getName(), () -> {
                            assertThat(goal.getMojoConfiguration()
                                            .getChild(parameter.getName())
                                            .getValue())
                                    .isEqualTo("${ghpackages." + parameter.getName() + "}");
                            assertThat(parameter.getDescription()).hasSizeGreaterThan(20);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> every_goal_says_what_it_does_with_an_example() {
        return goals().stream()
                .map(goal -> DynamicTest.dynamicTest(
                        goal.getGoal(),
                        () -> assertThat(goal.getDescription())
                                .containsAnyOf(
                                        "Example: mvn ghpackages:" + goal.getGoal(),
                                        "Example: an execution with <phase>install</phase> and <goal>"
                                                + goal.getGoal())));
    }
}
