package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
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
class ImagesTest extends MojoSetting {

    ImagesTest(@TempDir Path folder) {
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
    @MojoParameter(name = "versions", value = "1.0,latest,2.0,sha256:2,none")
    @MojoParameter(name = "dryRun", value = "false")
    void a_version_is_deleted_only_if_all_its_tags_are_named(
            String type, @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        publishImage(type);
        github.state().tag("acme", "shop", "sha256:0", "1.0", "latest");
        github.state().tag("acme", "shop", "sha256:1", "2.0", "2");
        build.typed("packageType", type);

        delete.execute();

        assertThat(github.deleted()).containsExactly("sha256:0");
        assertThat(report())
                .contains(
                        "all its tags were requested (versions=1.0,latest)",
                        "sha256:1 of acme/shop is kept: it also has the tags 2, which versions does not name.",
                        "untagged, so any image may need it",
                        "versions=sha256:2 is in none of the packages.",
                        "versions=none is in none of the packages.",
                        "An image for several architectures consists of several versions.");
    }

    @Test
    @MojoParameter(name = "packageType", value = "container")
    @MojoParameter(name = "dryRun", value = "false")
    void an_id_deletes_no_part_of_an_image(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        publishImage("container");
        github.state().tag("acme", "shop", "sha256:0", "1.0");
        build.typed("versionIds", String.valueOf(github.state().id("acme", "shop", "sha256:0")));

        assertThat(refusal(delete).id()).isEqualTo(Id.NOTHING_SELECTED);

        assertThat(github.deleted()).isEmpty();
        assertThat(report()).contains("an image is deleted by its tags only");
    }

    @Test
    @MojoParameter(name = "packageType", value = "container")
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "dryRun", value = "false")
    void a_version_that_gets_another_tag_meanwhile_is_kept(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        publishImage("container");
        github.state().tag("acme", "shop", "sha256:0", "1.0");
        github.fault(
                When.version(github.state().id("acme", "shop", "sha256:0")),
                Fault.first(() -> github.state().tag("acme", "shop", "sha256:0", "1.0", "1"))
                        .once());

        delete.execute();

        assertThat(github.deleted()).isEmpty();
        assertThat(report()).contains("\"changed\"", "its tags have changed since the plan was made");
    }

    @Test
    @MojoParameter(name = "packageType", value = "container")
    void images_can_still_be_listed(@InjectMojo(goal = "list-versions") ListVersionsMojo list) throws Exception {
        publishImage("container");

        list.execute();

        assertThat(report()).contains("sha256:0");
    }
}
