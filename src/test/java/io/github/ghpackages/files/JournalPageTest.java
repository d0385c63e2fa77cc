package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.ACME;
import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the example of the page on journals true. */
class JournalPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void the_example_is_what_the_plugin_writes() throws IOException {
        var page = Files.readString(Path.of("src/site/markdown/journal.md"));
        assertThat(EXAMPLE.matcher(page).results().map(example -> example.group(1)))
                .containsExactly(example(folder.resolve("prune-1795428930000-3k9f2a.jsonl")));
    }

    @Test
    void the_line_of_the_index_is_what_the_plugin_writes() throws IOException {
        var page = Files.readString(Path.of("src/site/markdown/journal.md"));
        new JournalIndex(folder).add(header(), Path.of("/home/me/own.jsonl"));
        assertThat(page).contains("```jsonl\n" + Files.readString(new JournalIndex(folder).file()) + "```");
    }

    static String example(Path file) throws IOException {
        try (var journal = new JournalWriter(file, header(), InstantSource.fixed(NOW), null)) {
            var reason = "3rd newest of 3 releases (keepReleases=2)";
            journal.before(APP, version(1259730680, "1.0.1"), "keepReleases", reason);
            journal.after(APP, 1259730680, Result.of(Outcome.DELETED), 204, "8C4A:2E91B7");
            journal.trailer(Map.of(Outcome.DELETED, 1));
        }
        return Files.readString(file);
    }

    private static JournalHeader header() {
        return new JournalHeader(
                JournalHeader.SCHEMA,
                "1.0.0",
                "5a1c8e0e-6b6f-4f6e-9d57-0f3c2c1d9a51",
                ACME,
                null,
                Map.of("workflow", "nightly"),
                Map.of("keepReleases", new PolicyValue("2", "pom")),
                NOW,
                "prune");
    }
}
