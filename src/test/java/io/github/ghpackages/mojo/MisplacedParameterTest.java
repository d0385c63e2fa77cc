package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code version} typed for {@code versions}, which a prune of all versions would follow. */
@MojoTest
class MisplacedParameterTest extends MojoSetting {

    MisplacedParameterTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.typed("version", "1.0");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 3);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void stops_a_prune_before_it_asks_for_anything(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).id()).isEqualTo(Id.UNKNOWN_PARAMETER);
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    void lets_a_dry_run_pass(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(report()).contains("\"toDelete\": 2");
    }
}
