package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class DeleteVersionMojoTest extends MojoSetting {

    DeleteVersionMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 3);
    }

    @Test
    @MojoParameter(name = "version", value = "9.9")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_that_finds_nothing_has_failed(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        PackagesException failure = refusal(delete);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.tried()).isEqualTo("Deleting failed.");
        assertThat(failure.reason()).isEqualTo("No version that was asked for is there to be deleted.");
        assertThat(failure.remedy()).isEqualTo("Look at what there is: list-versions.");
        assertThat(report()).contains("\"toDelete\": 0");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "version", value = "9.9")
    void a_dry_run_that_finds_nothing_says_so_in_its_report(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        delete.execute();

        assertThat(report()).contains("\"dryRun\": true", "\"toDelete\": 0");
    }
}
