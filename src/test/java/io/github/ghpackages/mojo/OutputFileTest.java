package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report takes the place of nothing that the run, or an undo, needs. */
@MojoTest
class OutputFileTest extends MojoSetting {

    private static final String LAST_JOURNAL = ".m2/ghpackages/prune-1000-a.jsonl";

    OutputFileTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 3);
    }

    private void assertRefused(Mojo mojo, String parameters, Path file) {
        PackagesException refusal = refusal(mojo);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading " + parameters + " failed.");
        assertThat(refusal.reason()).isEqualTo("Both name " + file + ", and one would overwrite the other.");
        assertThat(refusal.remedy()).isEqualTo("Give each of them its own file. Nothing was changed.");
        assertThat(github.requests()).isEmpty();
    }

    /** Refused, and the file that stands at the report's place is left as it is. */
    private void assertRefusedAndLeft(Mojo mojo, String parameters) throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "mine");

        assertRefused(mojo, parameters, file);

        assertThat(file).hasContent("mine");
    }

    private void assertIsJournal(Mojo mojo, Path file, String parameter) throws IOException {
        String before = Files.readString(file);
        PackagesException refusal = refusal(mojo);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Writing " + file + " failed.");
        assertThat(refusal.reason())
                .isEqualTo("It is a journal, and a journal is never overwritten: it may be someone's only way to"
                        + " undo a run.");
        assertThat(refusal.remedy()).isEqualTo("Name another file with -Dghpackages." + parameter + ".");
        assertThat(file).hasContent(before);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "report.json")
    void it_is_not_the_new_journal(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertRefused(prune, "outputFile and journal", folder.resolve("report.json"));

        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "report.json")
    void it_is_not_the_new_journal_of_a_deletion(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete) {
        assertRefused(delete, "outputFile and journal", folder.resolve("report.json"));
    }

    @Test
    @MojoParameter(name = "journal", value = "report.json")
    void it_is_not_the_journal_that_is_restored(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws IOException {
        assertRefusedAndLeft(restore, "outputFile and journal");
    }

    @Test
    @MojoParameter(name = "applyPlan", value = "report.json")
    void it_is_not_the_plan_that_is_applied(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws IOException {
        assertRefusedAndLeft(prune, "outputFile and applyPlan");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "planFile", value = "plans/../report.json")
    void it_is_not_the_plan_that_is_written(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws IOException {
        assertRefusedAndLeft(prune, "outputFile and planFile");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "undo/new/journal.jsonl")
    @MojoParameter(name = "outputFile", value = "link/new/journal.jsonl")
    void it_is_not_the_new_journal_by_another_path(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("undo")));

        assertRefused(prune, "outputFile and journal", folder.resolve("undo/new/journal.jsonl"));
    }

    @Test
    void it_is_not_the_last_journal(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = LAST_JOURNAL)
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = "last")
                    @MojoParameter(name = "outputFile", value = LAST_JOURNAL)
                    RestoreVersionMojo restore,
            @InjectMojo(goal = "list-versions") @MojoParameter(name = "outputFile", value = LAST_JOURNAL)
                    ListVersionsMojo list)
            throws Exception {
        prune.execute();

        assertIsJournal(restore, folder.resolve(LAST_JOURNAL), "outputFile");
        assertIsJournal(list, folder.resolve(LAST_JOURNAL), "outputFile");
    }

    @Test
    void a_plan_takes_the_place_of_no_journal_either(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "2")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = "undo.jsonl")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "planFile", value = "undo.jsonl")
                    PruneVersionsMojo plan)
            throws Exception {
        prune.execute();

        assertIsJournal(plan, folder.resolve("undo.jsonl"), "planFile");
    }

    @Test
    void a_page_for_a_browser_requires_a_file(@InjectMojo(goal = "list-versions") ListVersionsMojo list) {
        build.session().getUserProperties().remove("ghpackages.outputFile");
        build.typed("format", "html");

        PackagesException refusal = refusal(list);

        assertThat(refusal.tried()).isEqualTo("Reading format=html failed.");
        assertThat(refusal.reason()).isEqualTo("\"html\" is not valid: a browser shows only a file.");
        assertThat(refusal.remedy()).startsWith("Name the file: -Dghpackages.outputFile=target/report.html.");
        assertThat(github.requests()).isEmpty();
    }
}
