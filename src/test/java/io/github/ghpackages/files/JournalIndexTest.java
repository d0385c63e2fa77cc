package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.ACME;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.files.JournalIndex.IndexEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalIndexTest {

    @TempDir
    Path folder;

    private List<IndexEntry> entries() {
        return new JournalIndex(folder)
                .read().stream().map(JournalIndex.Line::entry).toList();
    }

    private void add(String runId) throws IOException {
        new JournalIndex(folder).add(header("prune", ACME, runId), folder.resolve("日本 \"" + runId + "\".jsonl"));
    }

    @Test
    void names_each_journal_in_the_order_in_which_they_began() throws IOException {
        add("run-1");
        add("run-2");

        assertThat(entries())
                .containsExactly(
                        new IndexEntry(NOW, ACME, "prune", "run-1", folder.resolve("日本 \"run-1\".jsonl")),
                        new IndexEntry(NOW, ACME, "prune", "run-2", folder.resolve("日本 \"run-2\".jsonl")));
    }

    @Test
    void has_absolute_paths() throws IOException {
        new JournalIndex(folder).add(header("prune"), Path.of("target/../own.jsonl"));

        assertThat(entries())
                .map(IndexEntry::journal)
                .containsExactly(Path.of("own.jsonl").toAbsolutePath());
    }

    @Test
    void a_line_that_is_damaged_spoils_no_other() throws IOException {
        add("run-1");
        for (String damaged : List.of("{\"type\":\"jour", "\n{}\n", "{\"type\":\"header\",\"schema\":1}\n", "\ufffd")) {
            Files.writeString(new JournalIndex(folder).file(), damaged, StandardOpenOption.APPEND);
        }
        add("run-2");

        assertThat(entries()).hasSize(6);
        assertThat(entries().subList(1, 5)).containsOnlyNulls();
        assertThat(entries().get(5).runId()).isEqualTo("run-2");
    }

    @Test
    void two_that_write_at_once_lose_no_line() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var writing = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 8; writer++) {
                var run = "run-" + writer + "-";
                writing.add(pool.submit(() -> {
                    for (int line = 0; line < 25; line++) {
                        add(run + line);
                    }
                    return null;
                }));
            }
            for (var writer : writing) {
                writer.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(entries()).hasSize(200).doesNotContainNull();
        assertThat(entries()).map(IndexEntry::runId).doesNotHaveDuplicates();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_for_the_owner_alone() throws IOException {
        add("run-1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(new JournalIndex(folder).file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_run_of_an_operation_that_only_a_newer_plugin_knows_is_never_the_last_one() throws IOException {
        new JournalIndex(folder).add(header("recycle", ACME, "run-1"), folder.resolve("gone.jsonl"));

        assertThat(JournalHistory.of(folder).newest(ACME)).isEmpty();
    }
}
