package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {

    @TempDir
    Path folder;

    @Test
    void writes_a_line_before_and_after_each_deletion() throws IOException {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file, "prune")) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "6th newest of 6 releases");
            journal.after(APP, 7, Result.of(Outcome.DELETED), 204, "C0FF:EE");
            journal.trailer(Map.of(Outcome.DELETED, 1));
        }
        assertThat(file).content().isEqualTo("""
                {"type":"header","schema":1,"pluginVersion":"1.2.3","runId":"run-1","operation":"prune",\
                "apiUrl":"https://api.github.com","owner":"acme","login":"octocat","startedAt":"2026-11-23T10:15:30Z",\
                "where":{"host":"build-7"},"policy":{"keepReleases":{"value":"5","source":"command line"}}}
                {"type":"delete","at":"2026-11-23T10:15:30Z","apiUrl":"https://api.github.com","owner":"acme",\
                "packageType":"maven","package":"com.example.app","id":7,"name":"1.0","state":"active",\
                "createdAt":"2026-11-23T10:15:30Z","updatedAt":"2026-11-23T10:15:30Z","deletedAt":null,"url":null,\
                "rule":"keepReleases","reason":"6th newest of 6 releases"}
                {"type":"result","at":"2026-11-23T10:15:30Z","apiUrl":"https://api.github.com","owner":"acme",\
                "packageType":"maven","package":"com.example.app","id":7,"outcome":"deleted","message":null,"status":204,\
                "requestId":"C0FF:EE"}
                {"type":"trailer","at":"2026-11-23T10:15:30Z","totals":{"deleted":1}}
                """);
    }

    @Test
    void a_run_that_sends_nothing_leaves_no_journal() {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file, "prune")) {
            journal.trailer(Map.of());
            assertThat(journal.isStarted()).isFalse();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void the_first_line_is_on_the_disk_when_the_call_returns() throws IOException {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file, "prune")) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
            assertThat(journal.isStarted()).isTrue();
            assertThat(Files.readAllLines(file)).hasSize(2);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void file_and_new_folders_are_for_the_owner_alone() throws IOException {
        var file = folder.resolve("new/er/journal.jsonl");
        try (var journal = writer(file, "prune")) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_may_be_a_link() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        try (var journal = writer(folder.resolve("link/journal.jsonl"), "prune")) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
        }
        assertThat(folder.resolve("real/journal.jsonl")).exists();
    }

    @Test
    void an_existing_file_is_not_touched() throws IOException {
        var file = Files.writeString(folder.resolve("journal.jsonl"), "precious");
        try (var journal = writer(file, "prune")) {
            assertThatThrownBy(() -> journal.before(APP, version(7, "1.0"), "keepReleases", "too many"))
                    .isInstanceOfSatisfying(
                            PackagesException.class,
                            e -> assertThat(e.id()).isEqualTo(PackagesException.Id.JOURNAL_NOT_WRITABLE))
                    .hasMessageContaining("Writing the journal " + file + " failed.")
                    .hasMessageContaining("It exists already, and is not overwritten.");
        }
        assertThat(file).content().isEqualTo("precious");
    }

    @Test
    void a_folder_that_can_not_be_made_stops_the_run() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        try (var journal = writer(folder.resolve("taken/journal.jsonl"), "prune")) {
            assertThatThrownBy(() -> journal.before(APP, version(7, "1.0"), "keepReleases", "too many"))
                    .isInstanceOf(PackagesException.class)
                    .hasMessageContaining("Writing the journal");
        }
    }

    @Test
    void a_closed_journal_takes_no_more_lines() {
        var journal = writer(folder.resolve("journal.jsonl"), "prune");
        journal.close();
        assertThatThrownBy(() -> journal.before(APP, version(7, "1.0"), "keepReleases", "too many"))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("The run has closed it.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_result_that_can_not_be_written_stays_true_and_stops_what_comes_next() {
        var file = folder.resolve("journal.jsonl");
        var journal = writer(file, "prune");
        journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
        journal.close();
        journal.after(APP, 7, Result.of(Outcome.DELETED), 204, null);
        journal.trailer(Map.of(Outcome.DELETED, 1));
        assertThat(journal.failure())
                .get()
                .satisfies(e -> assertThat(e.reason()).isEqualTo("The run has closed it."));
        assertThatThrownBy(() -> journal.before(APP, version(8, "1.1"), "keepReleases", "too many"))
                .isSameAs(journal.failure().orElseThrow());
        assertThat(JournalReader.read(file).deletions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isNull());
    }

    @Test
    void an_interrupted_thread_does_not_close_the_journal_for_the_others() {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file, "prune")) {
            Thread.currentThread().interrupt();
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
            assertThat(Thread.interrupted()).isTrue();
            journal.before(APP, version(8, "1.1"), "keepReleases", "too many");
        }
        assertThat(JournalReader.read(file).entries()).hasSize(2);
    }

    @Test
    void lines_of_several_threads_stay_whole() throws Exception {
        var file = folder.resolve("journal.jsonl");
        var executor = Executors.newFixedThreadPool(8);
        try (var journal = writer(file, "prune")) {
            List<Future<?>> pending = new ArrayList<>();
            for (long id = 1; id <= 200; id++) {
                var version = version(id, "1." + id);
                pending.add(executor.submit(() -> {
                    journal.before(APP, version, "keepReleases", "too many");
                    journal.after(APP, version.id(), Result.of(Outcome.DELETED), 204, null);
                }));
            }
            for (var done : pending) {
                done.get();
            }
            journal.trailer(Map.of(Outcome.DELETED, 200));
        } finally {
            executor.shutdownNow();
        }
        var read = JournalReader.read(file);
        assertThat(read.complete()).isTrue();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.deletions())
                .hasSize(200)
                .allSatisfy(entry -> assertThat(entry.result()).isEqualTo(Result.of(Outcome.DELETED)));
    }

    @Test
    void restores_differ_from_deletions() throws IOException {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file, "restore")) {
            journal.before(APP, version(7, "1.0"), "journal", "deleted by run-0");
            journal.beforePackage(APP, "deleted whole by run-0", List.of(version(8, "1.1")));
        }
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        header -> assertThat(header).contains("\"operation\":\"restore\""),
                        line -> assertThat(line).startsWith("{\"type\":\"restore\","),
                        line -> assertThat(line).startsWith("{\"type\":\"restore-package\","));
        assertThat(JournalReader.read(file).deletions()).isEmpty();
    }

    private static JournalWriter writer(Path file, String operation) {
        return new JournalWriter(file, header(operation), InstantSource.fixed(NOW), null);
    }
}
