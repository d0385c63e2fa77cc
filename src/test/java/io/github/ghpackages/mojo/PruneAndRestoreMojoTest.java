package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that change something, with the parameters that Maven injects, against the stub. */
@MojoTest
class PruneAndRestoreMojoTest extends MojoSetting {

    PruneAndRestoreMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.typed("outputFile", "reports/report.json");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 5);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    void deletes_nothing_by_default(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(report()).contains("\"dryRun\": true", "\"outcome\": \"planned\"");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "undo/first.jsonl")
    void deletes_what_the_rule_does_not_keep_and_journals_it(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.3");
        assertThat(report()).contains("\"dryRun\": false", "\"deleted\": 3");
        var journal = JournalReader.read(folder.resolve("undo/first.jsonl"));
        assertThat(journal.complete()).isTrue();
        assertThat(journal.deletions()).hasSize(3);
        assertThat(journal.header().policy().keySet()).allMatch(name -> name.matches("[a-z][A-Za-z]*"));
        assertThat(journal.header().policy())
                .extractingByKey("keepReleases")
                .extracting(PolicyValue::value)
                .isEqualTo("2");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    @MojoParameter(name = "dryRun", value = "false")
    void true_on_the_command_line_wins_over_the_poms_false(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        build.configuration("<dryRun>false</dryRun>").typed("dryRun", "true");

        prune.execute();

        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    void refuses_to_prune_without_a_rule(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThatThrownBy(prune::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("No retention rule is given, and nothing is deleted by default.")
                .hasMessageContaining("#no-rule");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    @MojoParameter(name = "dryRun", value = "yes")
    void a_boolean_that_is_none_deletes_nothing(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThatThrownBy(prune::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\"yes\" is not valid: only true and false are accepted.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "maxDeletions", value = "2")
    @MojoParameter(name = "journal", value = "journal.jsonl")
    void a_tripwire_stops_it_and_the_report_says_so(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        assertThatThrownBy(prune::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("#plan-stopped");

        assertThat(github.deleted()).isEmpty();
        assertThat(report()).contains("\"notAttempted\": 3");
        assertThat(folder.resolve("journal.jsonl")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "2")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = " last ")
    void a_new_journal_is_not_called_last(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThatThrownBy(prune::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Reading journal=last failed.")
                .hasMessageContaining("\"last\" is not valid: for restore-version that word means the newest"
                        + " journal, so a file with this name would not be found again.")
                .hasMessageContaining(
                        "Name a new file, or leave journal out: the report then names it. Nothing was" + " changed.");
        assertThat(folder.resolve("last")).doesNotExist();
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0,1.1")
    void restores_by_name_for_real(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        delete("1.0", "1.1", "1.2");

        restore.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.3", "1.1", "1.0");
        assertThat(report()).contains("\"dryRun\": false", "\"restored\": 2");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.*")
    void restores_by_pattern_only_with_dry_run_false(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        delete("1.0", "1.1");

        restore.execute();

        assertThat(report()).contains("\"dryRun\": true", "\"outcome\": \"planned\"");
        assertThat(github.count(When.restoring())).isZero();
    }

    @Test
    @MojoParameter(name = "deletedSince", value = "2h")
    @MojoParameter(name = "dryRun", value = "false")
    void restores_what_was_deleted_lately(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        Instant now = DAY.plus(Duration.ofDays(20));
        github.clock(now);
        github.state().delete("acme", APP, "1.0", now.minus(Duration.ofHours(3)));
        github.state().delete("acme", APP, "1.1", now.minus(Duration.ofHours(1)));

        restore.execute();

        assertThat(github.state().active("acme", APP)).contains("1.1").doesNotContain("1.0");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "deletedSince", value = "2h")
    void refuses_two_selections_at_once(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        assertThatThrownBy(restore::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("2 of versions, versionIds, journal and deletedSince are given.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1,1.3")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "journal.jsonl")
    void deletes_exactly_the_named_versions(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        delete.execute();

        assertThat(github.deleted()).containsExactlyInAnyOrder("1.1", "1.3");
    }

    @Test
    void reports_what_the_token_may_do(@InjectMojo(goal = "check-access") CheckAccessMojo check) throws Exception {
        check.execute();

        assertThat(report()).contains("com.example.app");
        assertThat(github.events()).hasSize(5);
    }

    private void delete(String... versions) {
        List.of(versions).forEach(version -> github.state().delete("acme", APP, version));
    }

    @Override
    String report() throws IOException {
        return Files.readString(folder.resolve("reports/report.json"));
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    void a_restore_by_name_does_not_read_the_journal_that_the_pom_gives_a_prune(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        build.configuration("<journal>own.jsonl</journal>");
        github.state().delete("acme", APP, "1.0");

        restore.execute();

        assertThat(report()).contains("\"restored\": 1");
    }

    @Test
    void a_journal_to_undo_is_read_from_the_command_line_only(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        build.configuration("<journal>last</journal>").systemProperty("journal", "last");

        assertThat(refusal(restore).reason())
                .isEqualTo("None of versions, versionIds, journal (on the command line) and deletedSince is given.");
    }
}
