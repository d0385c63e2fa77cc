package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.report.HelpText;
import io.github.ghpackages.report.ParameterGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of the goals have the manual of each parameter, in groups. After a change to the Javadoc of a goal,
 * {@code mvn test -Dtest=GoalPagesTest -Dgoals.page=write} writes them.
 */
class GoalPagesTest {

    private static final Path FOLDER = Path.of("src/site/markdown/goals");

    @TestFactory
    Stream<DynamicTest> the_page_of_each_goal_has_its_manual() {
        return FakeReactor.descriptor().getMojos().stream()
                .filter(goal -> !goal.getGoal().equals("help"))
                .map(HelpMojo::goal)
                .map(goal -> DynamicTest.dynamicTest(goal.name(), () -> assertPage(goal)));
    }

    private static void assertPage(HelpText.Goal goal) throws IOException {
        Path page = FOLDER.resolve(goal.name() + ".md");
        String expected = String.join("\n", lines(goal)) + "\n";
        if (System.getProperty("goals.page", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("if the manual is meant to change: mvn test -Dtest=GoalPagesTest -Dgoals.page=write")
                .content()
                .isEqualTo(expected);
    }

    private static List<String> lines(HelpText.Goal goal) {
        List<String> lines = new ArrayList<>(List.of("# " + goal.name(), ""));
        lines.addAll(paragraphs(goal.text()));
        for (ParameterGroup group : ParameterGroup.values()) {
            List<HelpText.Parameter> ofGroup = group.parameters().stream()
                    .flatMap(name -> goal.parameters().stream()
                            .filter(parameter -> parameter.name().equals(name)))
                    .toList();
            if (!ofGroup.isEmpty()) {
                lines.addAll(List.of("## " + group.title(), ""));
                ofGroup.forEach(parameter -> lines.addAll(lines(parameter)));
            }
        }
        lines.remove(lines.size() - 1);
        return lines;
    }

    private static List<String> lines(HelpText.Parameter parameter) {
        List<String> lines = new ArrayList<>(List.of("### " + parameter.name(), ""));
        lines.addAll(paragraphs(parameter.text()));
        String value = parameter.defaultValue().isEmpty() ? "" : ", default `" + parameter.defaultValue() + "`";
        lines.addAll(List.of("Property `ghpackages." + parameter.name() + "`" + value + ".", ""));
        return lines;
    }

    private static List<String> paragraphs(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (line.startsWith("Example: mvn ")) {
                lines.addAll(List.of("    " + line.substring("Example: ".length()), ""));
            } else {
                lines.addAll(List.of(escaped(line), ""));
            }
        });
        return lines;
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\*<>_\\[\\]`{}$])", "\\\\$1");
    }
}
