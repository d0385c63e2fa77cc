package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Dependency;
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
    @MojoParameter(name = "versions", value = "9.9")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_that_finds_nothing_has_failed(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        PackagesException failure = refusal(delete);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.tried()).isEqualTo("Deleting failed.");
        assertThat(failure.reason()).isEqualTo("None of the requested versions exists.");
        assertThat(failure.remedy()).isEqualTo("To see what exists, run list-versions.");
        assertThat(report()).contains("\"toDelete\": 0");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0,1.1")
    @MojoParameter(name = "keepVersions", value = "1.1")
    @MojoParameter(name = "dryRun", value = "false")
    void keeps_what_keepVersions_names(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        delete.execute();

        assertThat(report()).contains("always kept (keepVersions=1.1)");
        assertThat(github.state().active("acme", APP)).containsExactly("1.2", "1.1");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    @MojoParameter(name = "keepVersions", value = "1.*")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_that_keeps_all_that_was_named_has_failed(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) {
        assertThat(refusal(delete).id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "versions", value = "9.9")
    void a_dry_run_that_finds_nothing_says_so_in_its_report(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        delete.execute();

        assertThat(report()).contains("\"dryRun\": true", "\"toDelete\": 0");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_from_a_part_of_a_reactor_has_failed(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        build.module("lib");
        build.covers(build.project());

        PackagesException failure = refusal(delete);

        assertThat(failure.id()).isEqualTo(Id.INCOMPLETE_BUILD);
        assertThat(failure.tried()).isEqualTo("Deleting from a part of a reactor was refused.");
        assertThat(failure.reason())
                .isEqualTo("This build covers only 1 of the 2 modules of the reactor; an option such as -pl or -rf"
                        + " leaves out the others.");
        assertThat(failure.remedy())
                .isEqualTo("Build the whole reactor, or name the packages: -Dghpackages.packages=..."
                        + " Nothing was deleted.");
        assertThat(report()).contains("This build covers only 1 of the 2 modules");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    void a_dry_run_from_a_part_of_a_reactor_says_so_in_its_report(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        build.module("lib");
        build.covers(build.project());

        delete.execute();

        assertThat(report()).contains("This build covers only 1 of the 2 modules");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_version_that_a_pom_names_is_said_to_stay_and_not_to_be_missing(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        build.project().setVersion("1.1");

        PackagesException failure = refusal(delete);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.reason())
                .isEqualTo("The requested versions exist but are kept: 1.1 of com.example.app, built by this reactor;"
                        + " for a redeploy, -Dghpackages.evenIfBuilt=true deletes it.");
        assertThat(failure.remedy()).isEqualTo("The report shows why each version is kept.");
        assertThat(report())
                .contains("\"1.1 of acme/com.example.app is kept: built by this reactor;"
                        + " for a redeploy, -Dghpackages.evenIfBuilt=true deletes it.\"");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    @MojoParameter(name = "evenIfBuilt", value = "true")
    @MojoParameter(name = "dryRun", value = "false")
    void deletes_the_version_that_this_build_makes_if_the_user_insists(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        build.project().setVersion("1.1");

        delete.execute();

        assertThat(github.deleted()).containsExactly("1.1");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1,1.0")
    @MojoParameter(name = "evenIfBuilt", value = "true")
    @MojoParameter(name = "dryRun", value = "false")
    void still_keeps_another_version_that_a_pom_references(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        build.project().setVersion("1.1");
        Dependency dependency = new Dependency();
        dependency.setGroupId("com.example");
        dependency.setArtifactId("app");
        dependency.setVersion("1.0");
        build.project().getModel().addDependency(dependency);

        delete.execute();

        assertThat(github.deleted()).containsExactly("1.1");
        assertThat(report()).contains("1.0 of acme/com.example.app is kept: referenced as a dependency in");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.1")
    @MojoParameter(name = "dryRun", value = "false")
    void takes_no_word_of_a_pom_for_a_redeploy(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete) {
        build.pomProperty("evenIfBuilt", "true");

        assertThat(refusal(delete).reason())
                .startsWith("\"true\" is not valid: it is accepted only on the command line");
        assertThat(github.requests()).isEmpty();
    }
}
