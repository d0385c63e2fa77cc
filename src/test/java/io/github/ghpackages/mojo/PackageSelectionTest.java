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
    void a_pattern_that_matches_no_package_causes_a_warning(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(report())
                .contains("\"packages=com.example.nix-* matches no package of acme.\"")
                .contains("com.example.app");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib-*,!com.example:lib-web,!com.example:nix")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void an_exclusion_wins_and_causes_a_warning_if_it_excludes_nothing(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0");
        assertThat(github.state().active("acme", "com.example:lib-web")).hasSize(2);
        assertThat(report()).contains("\"packages=!com.example.nix matches no package of acme.\"");
    }

    @Test
    @MojoParameter(name = "packages", value = "!com.example:lib-*,!com.example.app")
    void exclusions_alone_mean_all_other_packages(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(report()).contains("com.example.lib.other").doesNotContain("lib-core", "lib-web", "com.example.app");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:app,!com.example:*")
    @MojoParameter(name = "keepReleases", value = "1")
    void a_prune_of_which_no_package_is_left_fails(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).id()).isEqualTo(Id.NOTHING_TO_WORK_ON);
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nix-*")
    @MojoParameter(name = "keepReleases", value = "1")
    void a_prune_whose_pattern_matches_nothing_fails_and_says_so(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).reason()).isEqualTo("packages=com.example.nix-* matches no package of acme.");
    }

    @Test
    @MojoParameter(name = "packages", value = "*")
    @MojoParameter(name = "repository", value = "Acme/Other")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_repository_narrows_patterns_to_its_packages(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        publish("acme/other", "com.example:else", 3);
        build.server("github", github.accounts().adminToken("octocat", "acme/app", "acme/other"));

        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0", "1.1");
        assertThat(github.state().active("acme", "com.example:else")).containsExactly("1.2");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:app,com.example:else")
    @MojoParameter(name = "repository", value = "acme/other")
    void a_named_package_of_another_repository_is_left_out(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        publish("acme/other", "com.example:else", 3);

        list.execute();

        assertThat(report())
                .contains(
                        "com.example.else", "\"com.example.app is left out: it is not in the repository acme/other.\"")
                .doesNotContain("\"name\": \"com.example.app\"");
    }

    @Test
    @MojoParameter(name = "packages", value = "*")
    @MojoParameter(name = "repository", value = "globex/app")
    void a_repository_of_another_owner_is_refused(@InjectMojo(goal = "list-versions") ListVersionsMojo list) {
        assertThat(refusal(list).reason()).isEqualTo("It does not belong to acme, whose packages this run works on.");
    }

    @Test
    @MojoParameter(name = "packages", value = "*")
    @MojoParameter(name = "repository", value = "app")
    void a_repository_without_its_owner_is_refused(@InjectMojo(goal = "list-versions") ListVersionsMojo list) {
        assertThat(refusal(list).reason()).isEqualTo("\"app\" is not valid: it is not a repository.");
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
