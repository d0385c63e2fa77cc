package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@MojoParameter(name = "keepReleases", value = "2")
@MojoParameter(name = "dryRun", value = "false")
class ExplainMojoTest extends MojoSetting {

    ExplainMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 5);
    }

    @Test
    @MojoParameter(name = "explain", value = "1.1")
    void a_live_run_that_explains_deletes_nothing(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(report())
                .contains("\"finding\": \"4th newest of 5 releases: delete, unless another rule keeps it\"");
        assertThat(github.deleted()).isEmpty();
        assertThat(folder.resolve(".m2/ghpackages")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "explain", value = "1.*")
    void a_version_that_no_package_has_is_an_error(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        PackagesException refusal = refusal(prune);

        assertThat(refusal.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(refusal.tried()).isEqualTo("Explaining version 1.* failed.");
        assertThat(refusal.reason()).isEqualTo("No package has an active version of exactly this name.");
        assertThat(refusal.remedy()).isEqualTo("To see what exists, run list-versions.");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "explain", value = "1.1")
    @MojoParameter(name = "planFile", value = "plan.json")
    void a_plan_from_before_is_left_as_it_is(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        Files.writeString(folder.resolve("plan.json"), "the plan");

        PackagesException refusal = refusal(prune);

        assertThat(refusal.tried()).isEqualTo("Reading explain=1.1 failed.");
        assertThat(folder.resolve("plan.json")).hasContent("the plan");
    }
}
