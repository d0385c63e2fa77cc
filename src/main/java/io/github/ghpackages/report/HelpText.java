package io.github.ghpackages.report;

import io.github.ghpackages.report.Table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The manual of the goals, for a terminal. */
public final class HelpText {

    /**
     * A goal.
     *
     * @param name without the prefix
     * @param text what it does, in paragraphs that end with a line break
     * @param parameters in any order
     */
    public record Goal(String name, String text, List<Parameter> parameters) {

        /** The first sentence. */
        String summary() {
            int end = text.indexOf(". ");
            return end < 0 ? text.strip() : text.substring(0, end + 1);
        }

        /** A command that can be pasted; empty if the goal is for a pom. */
        Optional<String> example() {
            return text.lines()
                    .filter(line -> line.startsWith(EXAMPLE + "mvn"))
                    .map(line -> line.substring(EXAMPLE.length()))
                    .findFirst();
        }

        Optional<Parameter> parameter(String parameter) {
            return parameters.stream()
                    .filter(each -> each.name().equals(parameter))
                    .findFirst();
        }
    }

    /**
     * A parameter.
     *
     * @param text its manual, in paragraphs that end with a line break
     * @param defaultValue empty if it has none, or the text says what it is
     */
    public record Parameter(String name, String text, String defaultValue) {}

    private static final String EXAMPLE = "Example: ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private HelpText(Screen screen) {
        this.width = screen.columns();
    }

    /** What each goal does, with an example. */
    public static List<String> overview(String title, List<Goal> goals, Screen screen) {
        HelpText help = new HelpText(screen);
        help.add("", title);
        help.lines.add("");
        for (Goal goal : goals) {
            help.lines.add("ghpackages:" + goal.name());
            help.add("    ", goal.summary());
            goal.example().ifPresent(example -> help.lines.add("    $ " + example));
            help.lines.add("");
        }
        help.lines.add("All parameters of a goal: mvn ghpackages:help -Ddetail -Dgoal=prune-versions");
        return help.lines;
    }

    /** What a goal does, and its parameters in groups. */
    public static List<String> detail(Goal goal, Screen screen) {
        HelpText help = new HelpText(screen);
        help.lines.add("ghpackages:" + goal.name());
        help.addParagraphs("  ", goal.text());
        help.lines.add("");
        for (ParameterGroup group : ParameterGroup.values()) {
            List<Parameter> ofGroup = group.parameters().stream()
                    .flatMap(name -> goal.parameter(name).stream())
                    .toList();
            if (!ofGroup.isEmpty()) {
                help.lines.add(group.title().toUpperCase(Locale.ROOT));
                help.lines.add("");
                ofGroup.forEach(help::add);
            }
        }
        return help.lines;
    }

    private void add(Parameter parameter) {
        String value = parameter.defaultValue().isEmpty() ? "" : " (default: " + parameter.defaultValue() + ")";
        lines.add("  -Dghpackages." + parameter.name() + value);
        addParagraphs("      ", parameter.text());
        lines.add("");
    }

    private void addParagraphs(String indent, String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(paragraph -> {
            if (paragraph.startsWith(EXAMPLE + "mvn")) {
                lines.add(indent + "$ " + paragraph.substring(EXAMPLE.length()));
            } else {
                add(indent, paragraph.strip());
            }
        });
    }

    private void add(String indent, String text) {
        DisplayWidth.wrapped(text, width - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
