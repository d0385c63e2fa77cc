package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual and the changelog name the version that users can get: that of the pom if it is a release, else the newest one. */
class ReleaseTest {

    private static final Pattern POM_VERSION =
            Pattern.compile("<artifactId>ghpackages-maven-plugin</artifactId>\\s*" + "<version>([^<]+)</version>");
    private static final Pattern TYPED_VERSION = Pattern.compile("ghpackages-maven-plugin:(\\d[^:]*):");
    private static final Pattern RELEASED = Pattern.compile("(?m)^## \\[(\\d[^]]*)] - \\d{4}-\\d\\d-\\d\\d$");

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String released() throws IOException {
        return all(RELEASED, Path.of("CHANGELOG.md")).get(0);
    }

    @Test
    void the_changelog_has_a_section_for_the_version_of_the_pom() throws IOException {
        String version = all(POM_VERSION, Path.of("pom.xml")).get(0);

        assertThat(version)
                .satisfiesAnyOf(
                        each -> assertThat(each).endsWith("-SNAPSHOT"),
                        each -> assertThat(each).isEqualTo(released()));
    }

    @Test
    void the_manual_shows_the_newest_release() throws IOException {
        String released = released();
        List<Path> pages;
        try (Stream<Path> site = Files.walk(Path.of("src/site/markdown"))) {
            pages = Stream.concat(Stream.of(Path.of("README.md")), site.filter(Files::isRegularFile))
                    .toList();
        }

        for (Path page : pages) {
            assertThat(all(POM_VERSION, page)).as("%s", page).allMatch(released::equals);
            assertThat(all(TYPED_VERSION, page)).as("%s", page).allMatch(released::equals);
        }
        assertThat(all(POM_VERSION, Path.of("README.md"))).isNotEmpty();
    }

    @Test
    void samples_of_what_the_newest_release_writes_are_kept() throws IOException {
        assertThat(Path.of("src/test/resources/samples", released())).isDirectory();
    }
}
