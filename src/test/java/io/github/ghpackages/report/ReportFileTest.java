package io.github.ghpackages.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path folder;

    private final List<String> logged = new ArrayList<>();

    private ReportFile output(ReportFile.Format format, @Nullable Path file) {
        return output(format, file, false);
    }

    private ReportFile output(ReportFile.Format format, @Nullable Path file, boolean isQuiet) {
        var log = new ReportFile.Log(
                line -> logged.add("info " + line), line -> logged.add("warn " + line), isQuiet, Screen.PLAIN);
        return new ReportFile(log, format, file, "test", ReportFile.Ci.NONE);
    }

    private static void write(ReportFile output, String... warnings) {
        List.of(warnings).forEach(output::warn);
        output.end(
                json -> json.beginObject().name("ü").value(1).endObject(),
                () -> List.of(new Block.Text("one"), new Block.Text("two")),
                List::of);
        output.close("2 rows.");
    }

    @Test
    void a_table_goes_to_the_log_after_the_warnings() {
        write(output(ReportFile.Format.TABLE, null), "Look \u001b[31mhere.");

        assertThat(logged).containsExactly("warn Look \\u001b[31mhere.", "info one", "info two");
    }

    @Test
    void a_table_that_a_quiet_maven_would_not_print_is_not_made() {
        output(ReportFile.Format.TABLE, null, true)
                .end(
                        json -> {},
                        () -> {
                            throw new AssertionError("the table was made");
                        },
                        List::of);

        assertThat(logged).isEmpty();
    }

    @Test
    void a_table_goes_to_the_file_and_one_line_to_the_log() throws IOException {
        Path file = folder.resolve("list.txt");

        write(output(ReportFile.Format.TABLE, file));

        assertThat(file).hasContent("one\ntwo\n");
        assertThat(logged).containsExactly("info 2 rows. Report: " + file);
    }

    @Test
    void json_goes_to_the_file_as_utf_8() throws IOException {
        Path file = folder.resolve("list.json");

        write(output(ReportFile.Format.JSON, file));

        assertThat(Files.readString(file)).isEqualToIgnoringWhitespace("{\"ü\":1}");
    }

    @Test
    void folders_are_made() {
        Path file = folder.resolve("a/b/list.txt");
        ReportFile output = output(ReportFile.Format.TABLE, file);

        output.prepare();
        write(output);

        assertThat(file).exists();
    }

    @Test
    void an_older_report_is_gone_before_anything_is_done() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "of yesterday");

        output(ReportFile.Format.TABLE, file).prepare();

        assertThat(file).doesNotExist();
    }

    @Test
    void a_journal_is_not_taken_for_an_older_report() throws IOException {
        Path file = Files.writeString(folder.resolve("undo.jsonl"), "{\"type\":\"header\",\"schema\":2}\n");

        PackagesException refusal = catchThrowableOfType(
                PackagesException.class,
                () -> output(ReportFile.Format.TABLE, file).prepare());

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(file).hasContent("{\"type\":\"header\",\"schema\":2}");
    }

    @Test
    void a_journal_that_came_after_the_start_is_not_overwritten() throws IOException {
        Path journal = folder.resolve("undo.jsonl");
        Path link = Files.createSymbolicLink(folder.resolve("report"), journal);
        ReportFile output = output(ReportFile.Format.TABLE, link);
        output.prepare();
        Files.writeString(journal, "{\"type\":\"header\",\"schema\":1}\n");

        PackagesException refusal = catchThrowableOfType(PackagesException.class, () -> write(output));

        assertThat(refusal.reason()).startsWith("It is a journal, and a journal is never overwritten");
        assertThat(journal).hasContent("{\"type\":\"header\",\"schema\":1}");
    }

    @Test
    void a_journal_in_its_place_does_not_interrupt_the_run() throws IOException {
        Path journal = folder.resolve("undo.jsonl");
        ReportFile output = output(ReportFile.Format.JSON, journal);
        output.prepare();
        Files.writeString(journal, "{\"type\":\"header\",\"schema\":1}\n");

        output.end(json -> json.beginObject().endObject(), List::of, List::of);

        assertThat(catchThrowableOfType(PackagesException.class, () -> output.close("2 rows."))
                        .reason())
                .startsWith("It is a journal");
        assertThat(journal).hasContent("{\"type\":\"header\",\"schema\":1}");
    }

    @Test
    void without_a_file_there_is_nothing_to_prepare() {
        output(ReportFile.Format.JSON, null).prepare();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_is_not_removed_to_make_place() throws IOException {
        Path file = Files.createDirectory(folder.resolve("reports"));

        PackagesException refusal = refusal(file);

        assertThat(refusal.tried()).isEqualTo("Writing the report " + file + " failed.");
        assertThat(refusal.reason()).isEqualTo("FileSystemException: " + file + ": it is a folder");
        assertThat(refusal.remedy()).isEqualTo("Name another file with -Dghpackages.outputFile.");
        assertThat(file).isDirectory();
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_said() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("a"), "mine");

        refusal(inTheWay.resolve("list.txt"));

        assertThat(inTheWay).hasContent("mine");
    }

    @Test
    void what_is_no_file_stays() {
        Path device = Path.of("/dev/null");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device));
        ReportFile output = output(ReportFile.Format.TABLE, device);

        output.prepare();
        write(output);

        assertThat(device).exists();
    }

    @Test
    void a_report_that_breaks_while_it_is_written_is_an_error() {
        ReportFile output = output(ReportFile.Format.JSON, folder.resolve("list.json"));

        PackagesException failure = catchThrowableOfType(PackagesException.class, () -> {
            output.end(
                    json -> {
                        throw new IOException("No space left on device");
                    },
                    List::of,
                    List::of);
            assertThat(logged).as("the run goes on").isEmpty();
            output.close("2 rows.");
        });

        assertThat(failure.id()).isEqualTo(Id.REPORT_NOT_WRITABLE);
        assertThat(failure.reason()).isEqualTo("IOException: No space left on device");
    }

    private PackagesException refusal(Path file) {
        PackagesException refusal = catchThrowableOfType(
                PackagesException.class,
                () -> output(ReportFile.Format.TABLE, file).prepare());
        assertThat(refusal.id()).isEqualTo(Id.REPORT_NOT_WRITABLE);
        return refusal;
    }
}
