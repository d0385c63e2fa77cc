package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class, test and case that the page for contributors names exists. */
class ContributingPageTest {

    private static final Path PAGE = Path.of(".github/CONTRIBUTING.md");
    private static final Path STUB_PAGE = Path.of("src/test/java/io/github/ghpackages/stub/README.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z][A-Za-z]+");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern CASE = Pattern.compile("-Dinvoker.test=([\\w-]+)");

    /** Classes that belong to Java, Maven or HttpClient. */
    private static final Set<String> OTHERS = Set.of("String");

    @Test
    void each_class_that_it_names_exists() throws IOException {
        Set<String> classes;
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            classes = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        for (Path page : List.of(PAGE, STUB_PAGE)) {
            assertThat(all(QUOTED, page).filter(name -> CLASS.matcher(name).matches()))
                    .as(page.toString())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(classes.contains(name) || OTHERS.contains(name))
                            .as(name)
                            .isTrue());
        }
        assertThat(all(TEST, PAGE))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    @Test
    void each_case_that_it_names_exists() throws IOException {
        assertThat(all(CASE, PAGE))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("src/it", name)).isDirectory());
    }

    private static Stream<String> all(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult found) -> found.group(1));
    }
}
