package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that does not deploy has no package here, whatever is at GitHub under its name. */
@MojoTest
@MojoParameter(name = "keepReleases", value = "1")
@MojoParameter(name = "dryRun", value = "false")
class ModulesThatDoNotDeployTest extends TwoModuleSetting {

    ModulesThatDoNotDeployTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void a_module_whose_deploy_is_at_no_phase_is_not_pruned(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.deploysAt(lib, "none");

        prune.execute();

        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).containsExactly("1.2", "1.1", "1.0");
        assertThat(report()).doesNotContain("is left out");
    }

    @Test
    void a_module_whose_deploy_an_extension_has_taken_over_is_not_pruned_and_the_report_says_why(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.isTakenOver(lib);

        prune.execute();

        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).containsExactly("1.2", "1.1", "1.0");
        assertThat(report())
                .contains("com.example:lib is left out: an extension of the build deploys instead of"
                        + " maven-deploy-plugin.");
    }

    @Test
    void a_list_says_why_a_module_is_left_out(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        build.isTakenOver(lib);

        list.execute();

        assertThat(report()).contains("com.example:lib is left out").doesNotContain("\"com.example.lib\"");
    }

    @Test
    void a_reactor_of_which_no_module_deploys_is_refused_with_all_reasons(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        build.isTakenOver(lib).deploysAt(build.project(), "none");

        PackagesException refusal = refusal(prune);

        assertThat(refusal.id()).isEqualTo(Id.NOTHING_TO_WORK_ON);
        assertThat(refusal.reason())
                .isEqualTo("No module deploys. com.example:lib is left out: an extension of the build deploys instead"
                        + " of maven-deploy-plugin. com.example:app is left out: the deploy is not bound to"
                        + " one of Maven's phases.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "packages", value = LIB)
    void a_package_that_is_named_is_pruned_although_its_module_does_not_deploy(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.isTakenOver(lib);

        prune.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }

    @Test
    @MojoParameter(name = "packages", value = LIB + "," + APP)
    void a_package_that_is_named_is_left_out_where_its_module_says_skip_and_does_not_deploy(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.isTakenOver(lib);
        lib.getProperties().setProperty("ghpackages.skip", "true");

        prune.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2", "1.1", "1.0");
    }
}
