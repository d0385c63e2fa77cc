package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of branches and pull requests that no longer exist. */
@MojoTest
@MojoParameter(name = "packages", value = "com.example:app")
@MojoParameter(name = "deleteGoneBranches", value = "true")
@MojoParameter(name = "branchVersions", value = "*-{branch}-build,PR-{pr}-*")
@MojoParameter(name = "dryRun", value = "false")
class GoneBranchesTest extends MojoSetting {

    GoneBranchesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        for (String version : new String[] {
            "1.0",
            "1.0-login-build",
            "1.0-fix-login-build",
            "1.0-a-b-build",
            "2.0-rc1-build",
            "PR-1-abc",
            "PR-2-abc",
            "PR-3-abc"
        }) {
            github.state().publish("acme/app", APP, version, DAY);
        }
        github.accounts()
                .branches("acme/app", "main", "feature/login", "a_b")
                .pullRequest("acme/app", 1, false)
                .pullRequest("acme/app", 2, true);
    }

    @Test
    void are_deleted_and_no_others(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted())
                .containsExactlyInAnyOrder("1.0-login-build", "1.0-fix-login-build", "2.0-rc1-build", "PR-1-abc");
        assertThat(report())
                .contains("its branch login is gone, and it last changed")
                .contains("its pull request 1 is gone")
                .contains("\"warnings\": []");
    }

    @Test
    void a_branch_that_one_way_to_read_the_name_finds_keeps_it(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.accounts().branches("acme/app", "main", "login");

        prune.execute();

        assertThat(github.deleted()).doesNotContain("1.0-login-build", "1.0-fix-login-build");
    }

    @Test
    void all_pages_of_branches_are_read(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.accounts()
                .branches(
                        "acme/app",
                        IntStream.range(0, 250)
                                .mapToObj(i -> i == 249 ? "login" : "branch" + i)
                                .toArray(String[]::new));

        prune.execute();

        assertThat(github.deleted())
                .doesNotContain("1.0-login-build", "1.0-fix-login-build")
                .contains("1.0-a-b-build");
    }

    @Test
    @MojoParameter(name = "goneBranchGrace", value = "P30Y")
    void a_young_version_is_kept(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void an_error_of_the_lookup_keeps_all_and_is_reported(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        github.fault(When.path("/branches"), Fault.answer(403, "{\"message\":\"no\"}"));

        prune.execute();

        assertThat(github.deleted()).isEmpty();
        assertThat(report()).contains("The branches of acme/com.example.app are unknown, so no version is deleted");
    }

    @Test
    void a_repository_that_shows_no_branch_keeps_all(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        github.accounts().branches("acme/app");

        prune.execute();

        assertThat(github.deleted()).containsExactly("PR-1-abc");
    }

    @Test
    @MojoParameter(name = "keepVersions", value = "*-login-*")
    void protections_win(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.project().setVersion("PR-1-abc");

        prune.execute();

        assertThat(github.deleted()).containsExactly("2.0-rc1-build");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "0")
    void does_not_make_a_policy_sound_that_keeps_no_release(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).reason()).startsWith("keepReleases=0 keeps no release at all");
    }

    @Test
    @MojoParameter(name = "branchVersions", value = "*-SNAPSHOT")
    void a_pattern_without_a_placeholder_is_refused(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(github.requests()).isEmpty();
    }
}
