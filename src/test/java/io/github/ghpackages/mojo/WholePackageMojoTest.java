package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole package that is deleted, and the runs that restore it. */
@MojoTest
class WholePackageMojoTest extends MojoSetting {

    WholePackageMojoTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url());
        build.deploys(build.project(), "github", github.registryUrl("acme", "app"));
        publish("acme/app", APP, 3);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "0")
    @MojoParameter(name = "onLastVersion", value = "deletePackage")
    @MojoParameter(name = "dryRun", value = "false")
    void does_not_come_back_by_the_journal_of_an_earlier_run_once_it_was_restored_and_deleted_again(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "versions", value = "*")
                    @MojoParameter(name = "journal", value = "first.jsonl")
                    PruneVersionsMojo first,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "first.jsonl")
                    RestoreVersionMojo undoFirst,
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "versions", value = "*")
                    PruneVersionsMojo second,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo undoLast)
            throws Exception {
        first.execute();
        github.advance(Duration.ofMinutes(1));
        undoFirst.execute();
        assertThat(github.state().active("acme", APP)).hasSize(3);
        undoFirst.execute();
        assertThat(report()).as("while it is live").contains("\"already-active\"");

        github.advance(Duration.ofMinutes(1));
        second.execute();
        PackagesException failure = refusal(undoFirst);
        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.reason())
                .startsWith(
                        "No deleted version was selected. The package acme/com.example.app was deleted again by a later"
                                + " run (" + folder.resolve(".m2/ghpackages/prune-"))
                .endsWith("), so it is not restored.");
        assertThat(failure.remedy())
                .isEqualTo("To undo the run that deleted it last, name the journal of that run:"
                        + " -Dghpackages.journal=FILE. A whole package can also be restored on GitHub's web site, in the"
                        + " settings of its owner.");
        assertThat(report()).contains("\"restored\": 0");

        undoLast.execute();
        assertThat(github.state().active("acme", APP)).hasSize(3);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "0")
    @MojoParameter(name = "onLastVersion", value = "deletePackage")
    @MojoParameter(name = "dryRun", value = "false")
    void comes_back_by_the_journal_of_a_run_after_whose_end_it_went(
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "versions", value = "*") PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo undo)
            throws Exception {
        github.fault(When.deleting(), Fault.answer(504));
        assertThat(refusal(prune).id()).hasToString("not-all-deleted");

        assertThat(refusal(undo).id()).hasToString("nothing-selected");
        assertThat(report()).contains("failed, and none of them is undone. To undo an earlier run, name its journal.");

        github.state().deletePackage("acme", APP);
        undo.execute();
        assertThat(github.state().active("acme", APP)).hasSize(3);
    }
}
