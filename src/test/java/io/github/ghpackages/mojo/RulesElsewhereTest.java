package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.DeploymentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in one repository of GitHub and snapshots in another: a run from a snapshot's checkout looks at the latter. */
@MojoTest
class RulesElsewhereTest extends MojoSetting {

    private final String releases = github.registryUrl("acme", "app");

    RulesElsewhereTest(@TempDir Path folder) {
        super(folder);
        DeploymentRepository snapshots = new DeploymentRepository();
        snapshots.setId("github");
        snapshots.setUrl(github.registryUrl("other", "app"));
        build.typed("apiUrl", github.url())
                .server("releases", github.accounts().adminToken("octocat", "acme/app", "other/app"))
                .deploys(build.project(), "releases", releases);
        build.project().getModel().getDistributionManagement().setSnapshotRepository(snapshots);
        github.state().publish("other/app", APP, "3.0-SNAPSHOT");
        github.state().publish("other/app", APP, "2.0-SNAPSHOT");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "keepPrereleases", value = "1")
    void names_the_other_repository_and_how_to_look_there(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(report())
                .contains("keepReleases=1 has no effect: there is no release to judge.")
                .containsOnlyOnce(
                        "The pom deploys releases and prereleases to acme/app, but this run uses other/app. To use"
                                + " that registry, give -Dghpackages.registryUrl=" + releases + ".");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "packages", value = APP)
    void names_it_for_a_package_that_is_named_too(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(report()).contains("The pom deploys releases to acme/app");
    }

    @Test
    @MojoParameter(name = "keepSnapshots", value = "1")
    void says_nothing_where_the_rule_has_something_to_look_at(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(report()).doesNotContain("The pom deploys");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    void says_nothing_where_releases_do_not_go_to_another_repository_of_github(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.project().getDistributionManagement().getRepository().setUrl("https://nexus.corp/releases");

        prune.execute();

        assertThat(report()).contains("there is no release to judge.").doesNotContain("The pom deploys");
    }
}
