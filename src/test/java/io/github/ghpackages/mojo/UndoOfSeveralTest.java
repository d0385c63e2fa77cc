package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo reads all that it decides by before it restores anything: what a failure would leave undone is in no report. */
@MojoTest
@MojoParameter(name = "dryRun", value = "false")
@MojoParameter(name = "keepReleases", value = "0")
@MojoParameter(name = "onLastVersion", value = "deletePackage")
class UndoOfSeveralTest extends MojoSetting {

    UndoOfSeveralTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url());
        build.deploys(build.project(), "github", github.registryUrl("acme", "app"));
        publish("acme/app", APP, 1);
    }

    private void libIsOf(String owner) {
        build.deploys(build.module("lib"), "github", github.registryUrl(owner, "app"));
        publish(owner + "/app", LIB, 1);
    }

    private void assertNothingIsRestored(RestoreVersionMojo restore) {
        int before = github.count(When.restoring());

        assertThat(refusal(restore).id()).isEqualTo(Id.ACCESS_DENIED);

        assertThat(github.count(When.restoring())).isEqualTo(before);
    }

    @Test
    void a_listing_of_the_second_owner_that_fails_leaves_the_first_owner_as_it_is(
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "versions", value = "1.0")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo restore)
            throws Exception {
        libIsOf("other");
        github.state().publish("acme/app", APP, "2.0", DAY);
        github.state().publish("other/app", LIB, "2.0", DAY);
        prune.execute();
        assertThat(github.deleted()).containsExactly("1.0", "1.0");
        github.fault(When.listing().and(When.path("com.example.lib")), Fault.answer(403));

        assertNothingIsRestored(restore);
    }

    @Test
    void a_look_up_of_the_second_package_that_fails_leaves_the_first_package_as_it_is(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "versions", value = "1.0")
                    @MojoParameter(name = "journal", value = "own.jsonl")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = "own.jsonl")
                    @MojoParameter(name = "packages", value = LIB)
                    RestoreVersionMojo ofLib,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "own.jsonl")
                    RestoreVersionMojo ofBoth)
            throws Exception {
        libIsOf("acme");
        prune.execute();
        assertThat(github.state().active("acme", APP)).isEmpty();
        ofLib.execute();
        github.fault(When.method("GET").and(request -> request.path().endsWith("/com.example.lib")), Fault.answer(403));

        assertNothingIsRestored(ofBoth);
    }
}
