package io.github.ghpackages.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Lets a real process write a journal and takes its life, or its disk. */
@Timeout(60)
class JournalSurvivalTest {

    @TempDir
    Path folder;

    @Test
    void a_kill_in_the_middle_loses_nothing_that_was_about_to_be_deleted() throws Exception {
        var file = folder.resolve("journal.jsonl");
        try (var writer = WriterProcess.start(file)) {
            var said = new ArrayList<>(writer.lines(200));
            said.addAll(writer.kill());
            assertThat(said).hasSizeGreaterThanOrEqualTo(200);
            var journal = JournalReader.read(file);
            assertThat(journal.complete()).isFalse();
            assertThat(idsToUndo(journal)).containsAll(ids(said));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_full_disk_stops_the_run_and_leaves_a_whole_journal() throws IOException, InterruptedException {
        var file = folder.resolve("journal.jsonl");
        try (var writer = WriterProcess.startWithFullDisk(file, 64)) {
            var said = writer.linesUntilTheEnd();
            var failures = said.stream().filter(line -> line.equals("journal-not-writable"));
            assertThat(failures).hasSize(4);
            said.removeIf(line -> line.equals("journal-not-writable"));
            var journal = JournalReader.read(file);
            assertThat(said).hasSizeGreaterThan(20);
            assertThat(idsToUndo(journal)).containsExactlyInAnyOrderElementsOf(ids(said));
            assertThat(journal.warnings()).noneMatch(warning -> warning.contains("incomplete"));
        }
    }

    private static Set<Long> idsToUndo(Journal journal) {
        return journal.deletions().stream()
                .map(JournalEntry::version)
                .map(PackageVersion::id)
                .collect(Collectors.toSet());
    }

    private static List<Long> ids(List<String> said) {
        return said.stream().map(Long::valueOf).toList();
    }
}
