package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors point to a page; this holds the page and the errors together. */
class TroubleshootingPageTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern PARTS = Pattern.compile("(?s)\\*\\*(Symptom|Reason|Solution)\\.\\*\\* (?=\\S)");

    private final String page;

    TroubleshootingPageTest() throws IOException {
        page = Files.readString(Path.of("src/site/markdown/troubleshooting.md"));
    }

    @Test
    void has_one_section_for_each_id_and_no_other() {
        assertThat(HEADING.matcher(page).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(Stream.of(PackagesException.Id.values())
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void gives_symptom_reason_and_solution_under_an_anchor_that_does_not_change(PackagesException.Id id) {
        String heading = "\n## " + id + "\n";
        assertThat(page).contains(heading);
        String section = page.substring(page.indexOf(heading) + heading.length());
        int next = section.indexOf("\n## ");
        List<String> parts = new ArrayList<>();
        PARTS.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .forEach(part -> parts.add(part.group(1)));
        assertThat(parts).containsExactly("Symptom", "Reason", "Solution");
    }
}
