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

/** Phrases that read as translated must not come back, wherever a user or a contributor reads. */
class PlainWordsTest {

    private static final List<Pattern> TRANSLATED = Stream.of(
                    "came of (it|them)",
                    "came about",
                    "goes whole",
                    "left alone",
                    "\\bmend\\b",
                    "does not fit to",
                    "expires not",
                    "belongs to no user",
                    "span of time",
                    "no path of this system",
                    "can't be told",
                    "is not guarded",
                    "no versions in no packages",
                    "Mend what it names")
            .map(phrase -> Pattern.compile(phrase, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final List<String> READ =
            List.of("README.md", "CHANGELOG.md", ".github", "src/main", "src/site", "src/it", "src/test/java");

    @Test
    void no_text_reads_as_translated() throws IOException {
        List<String> found = new ArrayList<>();
        for (String place : READ) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("PlainWordsTest.java")) {
                        look(file, found);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path file, List<String> found) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            for (Pattern phrase : TRANSLATED) {
                if (phrase.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
    }
}
