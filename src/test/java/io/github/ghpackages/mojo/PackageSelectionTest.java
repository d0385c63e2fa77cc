package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameter {@code packages}. */
@MojoTest
class PackageSelectionTest extends MojoSetting {

    PackageSelectionTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
        publish("acme/app", "com.example:lib-core", 2);
        publish("acme/app", "com.example:lib-web", 2);
        publish("acme/app", "com.example.lib:other", 2);
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib-*")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_pattern_with_a_colon_means_the_packages_of_that_group(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0", "1.0");
        assertThat(github.state().active("acme", "com.example:lib-core")).containsExactly("1.1");
        assertThat(github.state().active("acme", "com.example:lib-web")).containsExactly("1.1");
        assertThat(report()).doesNotContain("com.example.app", "com.example.lib.other");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nix-*,com.example:app")
    void a_pattern_that_matches_no_package_is_said(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(report())
                .contains("\"The pattern com.example.nix-* of packages matched no package of acme.\"")
                .contains("com.example.app");
    }

    private void startInAModule() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("all")).resolve("pom.xml"),
                "<project><modules><module>app</module></modules></project>");
        build.project().setFile(folder.resolve("all/app/pom.xml").toFile());
        build.project().getModel().setPomFile(build.project().getFile());
    }

    private String unguarded() {
        return "\"com.example:app is a module of " + folder.resolve("all/pom.xml")
                + ", whose other modules this build leaves out, because it was not started there."
                + " Versions that only those modules' poms reference are not protected.\"";
    }

    @Test
    @MojoParameter(name = "packages", value = APP)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_in_a_part_of_a_reactor_says_what_is_not_guarded(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        startInAModule();

        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0");
        assertThat(report()).contains(unguarded());
    }

    @Test
    @MojoParameter(name = "packages", value = APP)
    @MojoParameter(name = "versions", value = "1.0")
    void a_dry_run_in_a_part_of_a_reactor_says_what_would_not_be_guarded(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        startInAModule();

        delete.execute();

        assertThat(report()).contains(unguarded());
    }

    @Test
    @MojoParameter(name = "packages", value = APP)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_pom_above_that_cannot_be_read_stops_a_live_run_before_it_deletes(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        startInAModule();
        Files.writeString(folder.resolve("all/pom.xml"), "<project>");

        assertThat(refusal(prune).id()).isEqualTo(Id.POMS_NOT_READABLE);

        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "packages", value = APP)
    @MojoParameter(name = "keepReleases", value = "1")
    void modules_that_are_read_and_not_selected_are_guarded(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.module("lib");
        build.covers(build.project());

        prune.execute();

        assertThat(report()).contains("\"warnings\": []");
    }
}
