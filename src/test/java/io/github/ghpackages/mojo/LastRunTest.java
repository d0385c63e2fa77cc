package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal=last} means the last run, wherever its journal is, and never an older one in its place. */
@MojoTest
@MojoParameter(name = "dryRun", value = "false")
class LastRunTest extends MojoSetting {

    @Retention(RetentionPolicy.RUNTIME)
    @MojoParameter(name = "keepReleases", value = "4")
    private @interface DeletesOne {}

    /** All but three releases, with a journal that is not in the default folder. */
    @Retention(RetentionPolicy.RUNTIME)
    @MojoParameter(name = "keepReleases", value = "3")
    @MojoParameter(name = "journal", value = "own.jsonl")
    private @interface DeletesTwoElsewhere {}

    @Retention(RetentionPolicy.RUNTIME)
    @MojoParameter(name = "journal", value = "last")
    private @interface UndoesTheLast {}

    LastRunTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 5);
    }

    private Path index() {
        return folder.resolve(".m2/ghpackages/index.jsonl");
    }

    /** Deletes 1.0, and after a minute 1.1. */
    private void run(PruneVersionsMojo older, PruneVersionsMojo newer) throws Exception {
        older.execute();
        github.advance(Duration.ofMinutes(1));
        newer.execute();
        assertThat(github.deleted()).containsExactly("1.0", "1.1");
    }

    private void assertNothingIsUndone(RestoreVersionMojo restore, String tried, String reason) {
        PackagesException failure = refusal(restore);

        assertThat(failure.id()).isEqualTo(Id.JOURNAL_NOT_READABLE);
        assertThat(failure.tried()).isEqualTo(tried);
        assertThat(failure.reason()).matches(reason);
        assertThat(failure.remedy()).contains("-Dghpackages.journal=FILE").endsWith("Nothing was changed.");
        assertThat(github.count(When.restoring())).isZero();
    }

    @Test
    void a_run_with_a_journal_of_its_own_is_the_last_one(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions") @DeletesTwoElsewhere PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        run(older, newer);

        restore.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.3", "1.2", "1.1");
        assertThat(report()).contains("\"journal\": \"" + folder.resolve("own.jsonl") + "\"");
    }

    @Test
    void a_run_in_the_default_folder_is_the_last_one_after_one_with_a_journal_of_its_own(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "4")
                    @MojoParameter(name = "journal", value = "own.jsonl")
                    PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "keepReleases", value = "3")
                    PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        run(older, newer);

        restore.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.3", "1.2", "1.1");
    }

    @Test
    void the_last_run_is_an_error_where_its_journal_is_not_there_any_more(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions") @DeletesTwoElsewhere PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        run(older, newer);
        Files.delete(folder.resolve("own.jsonl"));

        assertNothingIsUndone(
                restore,
                "Finding the journal of the last run failed.",
                "The newest run that may have deleted anything of acme, a prune of [-0-9T:Z.]+, wrote its journal to "
                        + folder.resolve("own.jsonl") + "; the file no longer exists.");
    }

    @Test
    void the_last_run_is_an_error_where_another_runs_journal_is_at_its_place(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "4")
                    @MojoParameter(name = "journal", value = "older.jsonl")
                    PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions") @DeletesTwoElsewhere PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        run(older, newer);
        Files.delete(folder.resolve("own.jsonl"));
        Files.copy(folder.resolve("older.jsonl"), folder.resolve("own.jsonl"));

        assertNothingIsUndone(
                restore,
                "Finding the journal of the last run failed.",
                ".*; that file is now the journal of another run\\.");
    }

    @Test
    void the_last_run_is_an_error_where_the_end_of_the_index_is_damaged(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        Files.writeString(index(), "{\"type\":\"journal\",\"at\":", StandardOpenOption.APPEND);

        assertNothingIsUndone(
                restore,
                "Reading " + index() + ", which names the journals of all runs, failed.",
                "Line 2 is damaged, and may name a newer run than the lines before it\\.");
    }

    @Test
    void a_damaged_line_does_not_matter_once_there_is_a_newer_run(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions") @DeletesTwoElsewhere PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        older.execute();
        Files.writeString(index(), "{\"type\":\"jour", StandardOpenOption.APPEND);
        newer.execute();

        restore.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.3", "1.2", "1.1");
    }

    @Test
    void a_run_that_the_index_does_not_name_says_so(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "4")
                    @MojoParameter(name = "journal", value = "own.jsonl")
                    PruneVersionsMojo prune)
            throws Exception {
        Files.createDirectories(index());

        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0");
        assertThat(report())
                .contains("\"Writing " + index() + " failed. ")
                .contains("So journal=last will not find this run; to undo it, name its journal: -Dghpackages.journal="
                        + folder.resolve("own.jsonl") + "\"");
    }

    @Test
    void a_run_in_the_default_folder_is_found_without_the_index(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        Files.delete(index());
        assertThat(report()).contains("\"warnings\": []");

        restore.execute();

        assertThat(github.state().active("acme", APP)).hasSize(5);
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    @MojoParameter(name = "keepReleases", value = "4")
    @MojoParameter(name = "journal", value = "own.jsonl")
    void a_dry_run_is_never_the_last_one(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(index()).doesNotExist();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "4")
    @MojoParameter(name = "journal", value = ".m2/ghpackages/index.jsonl")
    void the_index_is_no_journal(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws IOException {
        PackagesException failure = refusal(prune);

        assertThat(failure.id()).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThat(failure.reason()).isEqualTo("That file is the index of all journals.");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void no_report_takes_the_place_of_the_index(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo prune,
            @InjectMojo(goal = "list-versions")
                    @MojoParameter(name = "outputFile", value = ".m2/ghpackages/index.jsonl")
                    ListVersionsMojo list)
            throws Exception {
        prune.execute();
        String before = Files.readString(index());

        assertThat(refusal(list).id()).isEqualTo(Id.INVALID_PARAMETER);

        assertThat(index()).hasContent(before.strip());
    }

    /** As when a CI system keeps {@code ~/.m2} for the next job, whose home is another one. */
    @Test
    void the_last_run_is_found_where_its_folder_was_moved_with_the_index(
            @InjectMojo(goal = "prune-versions") @DeletesOne PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @UndoesTheLast RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        Path home = Files.createDirectory(folder.resolve("other-home"));
        Files.move(folder.resolve(".m2"), home.resolve(".m2"));
        System.setProperty("user.home", home.toString());

        restore.execute();

        assertThat(github.state().active("acme", APP)).hasSize(5);
    }
}
