package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a later run certainly deleted again is not restored, and the error says how to restore it all the same. */
@MojoTest
@MojoParameter(name = "keepReleases", value = "1")
@MojoParameter(name = "dryRun", value = "false")
class DeletedAgainTest extends MojoSetting {

    DeletedAgainTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @Test
    void an_undo_that_selects_nothing_says_why_and_what_to_do(
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "journal", value = "first.jsonl")
                    PruneVersionsMojo first,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "first.jsonl")
                    RestoreVersionMojo undoFirst,
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "journal", value = "second.jsonl")
                    PruneVersionsMojo second)
            throws Exception {
        publish("acme/app", APP, 3);
        long one = github.state().id("acme", APP, "1.0");
        long two = github.state().id("acme", APP, "1.1");
        first.execute();
        undoFirst.execute();
        second.execute();

        PackagesException failure = refusal(undoFirst);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.reason())
                .isEqualTo("No deleted version was selected. Since this journal, acme/com.example.app 1.0 (id " + one
                        + ") and 1 more were restored and deleted again.");
        assertThat(failure.remedy())
                .isEqualTo("To restore it anyway, name it: -Dghpackages.versionIds=" + one + "," + two
                        + ". To undo the run that deleted it last, name the journal of that run:"
                        + " -Dghpackages.journal=FILE.");
        assertThat(report())
                .contains("was deleted again by a later run (" + folder.resolve("second.jsonl")
                        + "), so it is not restored.");
        assertThat(github.count(When.restoring())).isEqualTo(2);
    }
}
