package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.reactor.FakeReactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What users script against: goals, parameters, their properties and defaults. {@code contract.txt} may be added to; what stands
 * there stays.
 */
class ContractTest {

    private static final Path CONTRACT = Path.of("src/test/resources/contract.txt");

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
    void goals_and_parameters_are_those_of_the_contract() throws Exception {
        List<String> removed = new ArrayList<>(Files.readAllLines(CONTRACT));
        written().forEach(removed::remove);
        assertThat(removed)
                .as("the contract's lines that are no longer true: users script against them, so they stay")
                .isEmpty();
        if ("write".equals(System.getProperty("contract"))) {
            Files.write(CONTRACT, written());
        }
        List<String> added = new ArrayList<>(written());
        Files.readAllLines(CONTRACT).forEach(added::remove);
        assertThat(added)
                .as("to add these to the contract: mvn test -Dtest=ContractTest -Dcontract=write")
                .isEmpty();
        assertThat(written()).containsExactlyElementsOf(Files.readAllLines(CONTRACT));
    }

    private static List<String> written() {
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
