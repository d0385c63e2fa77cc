package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalReaderTest {

    @TempDir
    Path folder;

    @Test
    void reads_back_what_was_written() {
        var file = folder.resolve("journal.jsonl");
        var odd = new PackageVersion(
                8, "a/b \"c\"\n\u202e\ud83d日本🚀", PackageVersion.State.ACTIVE, null, NOW, null, "https://github.com/x");
        var failed = new Result(Outcome.FAILED, "HTTP 500");
        try (var journal = writer(file)) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
            journal.before(APP, odd, "keepReleases", "odd");
            journal.after(APP, 8, failed, 500, null);
            journal.after(APP, 7, Result.of(Outcome.DELETED), 204, "C0FF:EE");
            journal.beforePackage(APP, "asked for", List.of(odd));
            journal.afterPackage(APP, Result.of(Outcome.DELETED), 204, null);
            journal.trailer(Map.of(Outcome.DELETED, 2, Outcome.FAILED, 1));
        }
        var deleted = Result.of(Outcome.DELETED);
        assertThat(JournalReader.read(file))
                .isEqualTo(new Journal(
                        file,
                        header("prune"),
                        List.of(
                                new JournalEntry(
                                        APP,
                                        version(7, "1.0"),
                                        List.of(),
                                        "keepReleases",
                                        "too many",
                                        NOW,
                                        NOW,
                                        deleted),
                                new JournalEntry(APP, odd, List.of(), "keepReleases", "odd", NOW, NOW, failed),
                                new JournalEntry(APP, null, List.of(odd), null, "asked for", NOW, NOW, deleted)),
                        true,
                        List.of()));
    }

    @Test
    void an_undo_looks_at_what_was_or_may_have_been_deleted() {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file)) {
            long id = 0;
            for (var outcome : Outcome.values()) {
                journal.before(APP, version(++id, outcome.toString()), "keepReleases", "too many");
                journal.after(APP, id, Result.of(outcome), 0, null);
            }
            journal.before(APP, version(++id, "unanswered"), "keepReleases", "too many");
        }
        assertThat(JournalReader.read(file).deletions())
                .map(JournalEntry::version)
                .map(PackageVersion::name)
                .containsExactly("deleted", "unknown", "unanswered");
    }

    @Test
    void a_version_that_was_sent_twice_is_undone_once() {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file)) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
            journal.after(APP, 7, Result.of(Outcome.ALREADY_GONE), 404, null);
        }
        assertThat(JournalReader.read(file).deletions()).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isNull();
            assertThat(entry.mayHaveDeleted()).isTrue();
        });
    }

    @Test
    void a_run_without_an_end_is_said() {
        var file = folder.resolve("journal.jsonl");
        try (var journal = writer(file)) {
            journal.before(APP, version(7, "1.0"), "keepReleases", "too many");
        }
        var journal = JournalReader.read(file);
        assertThat(journal.complete()).isFalse();
        assertThat(journal.warnings())
                .containsExactly(
                        "For 1 of the 1 entries of the journal no outcome was recorded; they may or may not have"
                                + " taken effect.",
                        "The run of the journal did not finish.");
    }

    @Test
    void every_place_at_which_a_write_may_be_cut_off_can_be_read() throws IOException {
        var whole = Files.readAllBytes(journalWithOneDeletion("journal.jsonl"));
        int header = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        var torn = folder.resolve("torn.jsonl");
        for (int length = header; length <= whole.length; length++) {
            Files.write(torn, Arrays.copyOf(whole, length));
            var journal = JournalReader.read(torn);
            assertThat(journal.entries()).hasSizeLessThanOrEqualTo(1);
            assertThat(journal.complete()).isEqualTo(length >= whole.length - 1);
        }
    }

    @Test
    void a_last_line_that_was_cut_off_is_left_out_and_said() throws IOException {
        var file = journalWithOneDeletion("journal.jsonl");
        Files.writeString(file, "{\"type\":\"delete\",\"at\":\"2026", StandardOpenOption.APPEND);
        var journal = JournalReader.read(file);
        assertThat(journal.entries()).hasSize(1);
        assertThat(journal.warnings())
                .containsExactly(
                        "The last line of the journal is incomplete and is ignored: a request in it was never sent.");
    }

    @Test
    void a_last_line_that_lost_its_bytes_with_the_power_is_left_out_too() throws IOException {
        var file = journalWithOneDeletion("journal.jsonl");
        Files.write(file, new byte[512], StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file).entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | Line 2 is not a line of a journal: it is not JSON.",
                "[1] | Line 2 is not a line of a journal: it is not an object.",
                "{} | Line 2 is not a line of a journal: type is missing.",
                "{} {} | Line 2 is not a line of a journal: it is not JSON.",
                "{'type':'delete'} | Line 2 is not a line of a journal: it is not JSON.",
                "{\"type\":7} | Line 2 is not a line of a journal: type is not a text.",
                "{\"type\":\"::x\"} | Line 2 is not a line of a journal: its type, \\u003a:x, is not known.",
                "{\"type\":\"delete\"} | Line 2 is not a line of a journal: apiUrl is missing.",
            })
    void a_line_that_is_not_one_of_a_journal_is_named(String line, String reason) throws IOException {
        var file = journalOf(line, "\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(PackagesException.class)
                .hasMessageStartingWith("Reading the journal " + file + " failed.\n  Reason: " + reason + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | \"7\" | id is not a whole number",
                "id | 7.5 | id is not a whole number",
                "id | 99999999999999999999 | id is not a whole number",
                "id | -7 | id is not a whole number above 0",
                "id | 0 | id is not a whole number above 0",
                "id | null | id is missing",
                "name | 7 | name is not a text",
                "state | \"gone\" | state is neither active nor deleted",
                "at | \"yesterday\" | at is not a time such as 2026-11-23T10:15:30Z",
                "createdAt | 7 | createdAt is not a text",
                "at | \"+1000000000-12-31T23:59:59Z\" | at is not a time such as 2026-11-23T10:15:30Z",
                "createdAt | \"-0001-01-01T00:00:00Z\" | createdAt is not a time such as 2026-11-23T10:15:30Z",
                "apiUrl | \"a b\" | apiUrl is not a URL",
                "apiUrl | \"\" | apiUrl is not a URL",
                "apiUrl | \"mailto:acme@example.com\" | apiUrl is not a URL",
                "owner | \" \" | owner is not a name",
                "owner | \"..\" | owner is not a name",
                "packageType | \".\" | packageType is not a name",
                "package | \"\" | package is not a name",
            })
    void a_member_that_is_wrong_is_named(String member, String value, String reason) throws IOException {
        var line = JournalFormat.sent("delete", NOW, APP, version(7, "1.0"), "keepReleases", "too many")
                .replaceFirst("\"" + member + "\":(\"[^\"]*\"|[0-9]+)", "\"" + member + "\":" + value);
        var file = journalOf(line);
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("Line 2 is not a line of a journal: " + reason + ".");
    }

    @Test
    void a_line_of_a_restore_is_none_of_a_prune() throws IOException {
        var file = journalOf(JournalFormat.sent("restore", NOW, APP, version(7, "1.0"), "keepReleases", "too many"));
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining(
                        "Line 2 is not a line of a journal: its type, restore, does not occur in a prune.");
    }

    @Test
    void an_operation_that_is_not_known_is_an_error() throws IOException {
        var file = Files.writeString(folder.resolve("journal.jsonl"), JournalFormat.header(header("publish")));
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining(
                        "Line 1 is not a line of a journal: operation is not one of prune, delete, recycle, compact, restore.");
    }

    @Test
    void a_result_with_a_negative_id_is_an_error() throws IOException {
        var file = journalOf(JournalFormat.result(NOW, APP, -7L, Result.of(Outcome.DELETED), 204, null));
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining("Line 2 is not a line of a journal: id is not a whole number above 0.");
    }

    @Test
    void a_result_of_something_that_was_not_sent_is_an_error() throws IOException {
        var file = journalOf(JournalFormat.result(NOW, APP, 7L, Result.of(Outcome.DELETED), 204, null));
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining(
                        "Line 2 is not a line of a journal: it is the result of something that was not sent.");
    }

    @Test
    void a_journal_of_another_layout_is_refused() throws IOException {
        var file = folder.resolve("journal.jsonl");
        Files.writeString(file, "{\"type\":\"header\",\"schema\":2,\"pluginVersion\":\"9.0\"}\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining(
                        "Line 1 is not a line of a journal: its layout, number 2, is not known to this version"
                                + " of the plugin (9.0 wrote it).");
    }

    @Test
    void a_journal_without_a_header_is_refused() throws IOException {
        var file = folder.resolve("journal.jsonl");
        Files.writeString(file, "");
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining("Line 1 is not a line of a journal: it was cut off before anything was sent.");
        Files.writeString(file, JournalFormat.trailer(NOW, Map.of()));
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining("it is not the header that begins a journal.");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() throws IOException {
        var file = journalWithOneDeletion("journal.jsonl");
        Files.write(file, new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> JournalReader.read(file))
                .hasMessageContaining("Line 5 is not a line of a journal: it is not UTF-8.");
    }

    @Test
    void a_file_that_is_not_there_is_said() {
        assertThatThrownBy(() -> JournalReader.read(folder.resolve("no.jsonl")))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        e -> assertThat(e.id()).isEqualTo(PackagesException.Id.JOURNAL_NOT_READABLE))
                .hasMessageContaining("There is no such file.");
    }

    @Test
    void a_message_from_the_file_is_harmless() throws IOException {
        var file = journalOf(
                JournalFormat.sent("delete", NOW, APP, version(7, "1.0"), "keepReleases", "too many"),
                JournalFormat.result(NOW, APP, 7L, new Result(Outcome.FAILED, "::error::\u001b"), 500, null));
        assertThat(JournalReader.read(file).entries().get(0).result())
                .isEqualTo(new Result(Outcome.FAILED, "\\u003a:error::\\u001b"));
    }

    /** A journal with this text below its header. */
    private Path journalOf(String... text) throws IOException {
        return Files.writeString(
                folder.resolve("journal.jsonl"), JournalFormat.header(header("prune")) + String.join("", text));
    }

    private JournalWriter writer(Path file) {
        return new JournalWriter(file, header("prune"), InstantSource.fixed(NOW), null);
    }

    private Path journalWithOneDeletion(String name) {
        var file = folder.resolve(name);
        try (var journal = writer(file)) {
            journal.before(APP, version(7, "1.0-日本"), "keepReleases", "too many");
            journal.after(APP, 7, Result.of(Outcome.DELETED), 204, null);
            journal.trailer(Map.of(Outcome.DELETED, 1));
        }
        return file;
    }
}
