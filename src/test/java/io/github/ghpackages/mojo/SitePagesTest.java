package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.reactor.FakeReactor;
import io.github.ghpackages.report.ParameterGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The pages of the manual lead where they say, and what they show works. The case {@code recipes} runs their commands. */
class SitePagesTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern MENU = Pattern.compile("<item name=\"[^\"]*\" href=\"(?!https?:)([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern GOAL = Pattern.compile("ghpackages:([a-z]+-[a-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("ghpackages\\.([A-Za-z]+)(?=[=>])");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Path source(Path page, String target) {
        Path folder = Objects.requireNonNull(page.getParent());
        if (target.startsWith("schemas/")) {
            return Path.of("src/site/resources", target);
        }
        return target.isEmpty()
                ? page
                : folder.resolve(target.replaceFirst("\\.html$", ".md")).normalize();
    }

    private static Set<String> anchors(Path page) throws IOException {
        return all(HEADING, Files.readString(page))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    @Test
    void no_link_is_dead() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = source(page, link.group(1));
                boolean isThere = Files.exists(target)
                        && (link.group(2) == null || anchors(target).contains(link.group(2)));
                if (!isThere) {
                    dead.add(page + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void the_menu_leads_to_every_page_but_single_decisions() throws IOException {
        Set<String> inMenu = all(MENU, Files.readString(Path.of("src/site/site.xml")))
                .map(href -> href.replaceFirst("\\.html$", ".md"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages().stream()
                        .map(page -> PAGES.relativize(page).toString().replace('\\', '/')))
                .filteredOn(page -> !page.matches("decisions/\\d.*"))
                .containsExactlyInAnyOrderElementsOf(inMenu);
    }

    @Test
    void every_goal_and_parameter_that_a_page_names_exists() throws IOException {
        Set<String> goals = FakeReactor.descriptor().getMojos().stream()
                .map(MojoDescriptor::getGoal)
                .collect(Collectors.toSet());
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertThat(all(GOAL, text).filter(goal -> !goal.equals("ghpackages-maven")))
                    .as(page.toString())
                    .allSatisfy(goal -> assertThat(goals).contains(goal));
            assertThat(all(PROPERTY, text).filter(name -> !name.equals("github")))
                    .as(page.toString())
                    .allSatisfy(name -> assertThat(ParameterGroup.all()).contains(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci-recipes.md", "migrate.md"})
    void every_workflow_parses_and_pins_its_actions_to_a_version(String page) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<String> workflows =
                all(YAML, Files.readString(PAGES.resolve(page))).toList();
        assertThat(workflows).isNotEmpty();
        for (String workflow : workflows) {
            Object parsed = yaml.load(workflow);
            assertThat(parsed).isInstanceOfAny(Map.class, List.class);
            if (parsed instanceof Map<?, ?> whole && whole.containsKey("jobs")) {
                assertThat(whole.containsKey("permissions")).as(workflow).isTrue();
            }
            assertThat(all(Pattern.compile("uses: (\\S+)"), workflow))
                    .allSatisfy(action -> assertThat(action).matches("[\\w./-]+@v\\d+"));
        }
    }
}
