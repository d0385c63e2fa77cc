package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be written to {@code ~/.m2/ghpackages}, nothing is deleted, and all can be restored. */
@MojoTest
class UndoWithoutJournalTest extends MojoSetting {

    private static final String JOURNAL = "undo.jsonl";

    UndoWithoutJournalTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() throws IOException {
        publish("acme/app", APP, 3);
        Files.createDirectory(folder.resolve(".m2"));
        Files.writeString(folder.resolve(".m2/ghpackages"), "a file");
    }

    private void assertRestoredWithoutJournal() throws IOException {
        assertThat(github.state().active("acme", APP)).hasSize(3);
        assertThat(report())
                .contains("\"Writing the journal " + folder.resolve(".m2/ghpackages/restore-"))
                .contains(" failed. One of its folders is a file. This run restores without it.\"");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = JOURNAL)
    void a_run_is_undone_from_the_journal_that_is_named(
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "keepReleases", value = "1")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        assertThat(github.deleted()).hasSize(2);
        assertThat(report()).contains("So journal=last will not find this run");

        restore.execute();

        assertRestoredWithoutJournal();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = JOURNAL)
    void a_whole_package_is_brought_back_from_the_journal_that_is_named(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "0")
                    @MojoParameter(name = "versions", value = "*")
                    @MojoParameter(name = "onLastVersion", value = "deletePackage")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        assertThat(github.state().exists("acme", APP)).isFalse();

        restore.execute();

        assertRestoredWithoutJournal();
    }

    @Test
    @MojoParameter(name = "deletedSince", value = "2h")
    @MojoParameter(name = "dryRun", value = "false")
    void what_was_deleted_lately_is_restored(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        github.state().delete("acme", APP, "1.0");

        restore.execute();

        assertRestoredWithoutJournal();
    }

    @Test
    @MojoParameter(name = "journal", value = "last")
    void the_last_run_is_not_guessed(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        assertThat(refusal(restore).id()).isEqualTo(Id.JOURNAL_NOT_READABLE);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void nothing_is_deleted(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        PackagesException failure = refusal(prune);

        assertThat(failure.id()).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThat(failure.reason()).isEqualTo("One of its folders is a file.");
        assertThat(failure.remedy()).contains("name another one with -Dghpackages.journal=FILE");
        assertThat(github.count(When.deleting())).isZero();
    }
}
