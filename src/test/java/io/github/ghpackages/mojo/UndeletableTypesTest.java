package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A multi-platform image consists of versions without a tag; a rule would delete them although the image is in use. */
@MojoTest
@MojoParameter(name = "packages", value = "shop")
class UndeletableTypesTest extends MojoSetting {

    UndeletableTypesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    private void publishImage(String type) {
        for (int i = 0; i < 3; i++) {
            github.state().publish(type, "acme/app", "shop", "sha256:" + i, DAY.plusSeconds(i));
        }
    }

    private void assertRefused(Mojo goal, String type) throws Exception {
        publishImage(type);
        build.typed("packageType", type);

        for (String dryRun : new String[] {"true", "false"}) {
            build.typed("dryRun", dryRun);
            PackagesException refusal = refusal(goal);
            assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
            assertThat(refusal.tried())
                    .isEqualTo("Deleting versions of a package of the type " + type + " was refused.");
            assertThat(refusal.reason())
                    .isEqualTo("A multi-platform image consists of several versions, most of them untagged, and this"
                            + " plugin can't distinguish those in use from unused ones.");
        }
        assertThat(github.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"container", "docker"})
    @MojoParameter(name = "keepReleasesNewerThan", value = "1d")
    void a_prune_of_images_is_refused_before_anything_is_read(
            String type, @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        assertRefused(prune, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"container", "docker"})
    @MojoParameter(name = "versions", value = "sha256:0")
    void a_deletion_of_a_part_of_an_image_is_refused_before_anything_is_read(
            String type, @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        assertRefused(delete, type);
    }

    @Test
    @MojoParameter(name = "packageType", value = "container")
    void images_can_still_be_listed(@InjectMojo(goal = "list-versions") ListVersionsMojo list) throws Exception {
        publishImage("container");

        list.execute();

        assertThat(report()).contains("sha256:0");
    }
}
