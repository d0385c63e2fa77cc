package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that a rate limit ends says how to go on, and going on like that works. */
@MojoTest
class GoingOnTest extends MojoSetting {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    GoingOnTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    private static Fault limit() {
        return Fault.answer(429, "{\"message\":\"You have exceeded a secondary rate limit.\"}")
                .header("Retry-After", "3600");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_prune_goes_on_with_the_same_command(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        publish("acme/app", APP, 4);
        github.fault(When.deleting(), limit().after(1));

        PackagesException failure = refusal(first);

        assertThat(failure.id()).isEqualTo(Id.RATE_LIMITED);
        assertThat(failure.remedy())
                .matches("Wait for 6[01] min before you run the goal again, or allow a longer wait:"
                        + " -Dghpackages.maxWait=61m\\. Then run the same command again: it continues where"
                        + " it stopped\\.");

        github.heal().advance(Duration.ofMinutes(61));
        build.end();
        second.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.3");
    }

    @Test
    void a_prune_with_a_journal_of_its_own_goes_on_with_another_one(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = "undo.jsonl")
                    PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = "undo-2.jsonl")
                    PruneVersionsMojo second)
            throws Exception {
        publish("acme/app", APP, 4);
        github.fault(When.deleting(), limit().after(1));

        assertThat(refusal(first).remedy())
                .endsWith("=61m. Then run the same command again with another journal file, because this one is"
                        + " needed to undo what was done: it continues where it stopped.");

        github.heal().advance(Duration.ofMinutes(61));
        build.end();
        second.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.3");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "undo.jsonl")
    void a_prune_that_was_refused_needs_another_journal_too(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        publish("acme/app", APP, 2);
        github.fault(When.deleting(), Fault.answer(422, "{\"message\":\"No.\"}"));

        assertThat(refusal(prune).remedy())
                .isEqualTo("Fix the cause shown for each, then run the same command again with another journal file,"
                        + " because this one is needed to undo what was done.");
    }

    @Test
    void a_restore_of_what_was_deleted_lately_goes_on_with_a_longer_time(
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "deletedSince", value = "2h")
                    @MojoParameter(name = "dryRun", value = "false")
                    RestoreVersionMojo first,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "deletedSince", value = "4h")
                    @MojoParameter(name = "dryRun", value = "false")
                    RestoreVersionMojo second)
            throws Exception {
        deletedLately();
        github.fault(When.restoring(), limit().after(1));

        assertThat(refusal(first).remedy())
                .endsWith("=61m. Then run the same command again with a deletedSince that is longer by the time since"
                        + " this run: it continues where it stopped.");

        github.heal().advance(Duration.ofMinutes(61));
        build.end();
        second.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.3", "1.2", "1.1", "1.0");
    }

    @Test
    @MojoParameter(name = "deletedSince", value = "2h")
    @MojoParameter(name = "dryRun", value = "false")
    void a_restore_of_what_was_deleted_lately_says_so_where_not_even_the_listing_came_through(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        deletedLately();
        github.fault(When.listing(), limit());

        assertThat(refusal(restore).remedy())
                .endsWith("=61m. Then run the same command again with a deletedSince that is longer by the time since"
                        + " this run.");
    }

    private void deletedLately() {
        github.clock(NOW);
        publish("acme/app", APP, 4);
        github.state().delete("acme", APP, "1.0", NOW.minus(Duration.ofMinutes(90)));
        github.state().delete("acme", APP, "1.1", NOW.minus(Duration.ofMinutes(80)));
        github.state().delete("acme", APP, "1.2", NOW.minus(Duration.ofMinutes(30)));
    }
}
