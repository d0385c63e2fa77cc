package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class RestorePackageMojoTest extends MojoSetting {

    private static final String OLD = "com.example:old";

    RestorePackageMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", OLD, 3);
        publish("acme/app", APP, 2);
    }

    @Test
    @MojoParameter(name = "packages", value = OLD)
    void restores_by_name_and_reports_the_versions_that_came_back(
            @InjectMojo(goal = "restore-package") RestorePackageMojo restore) throws Exception {
        github.state().deletePackage("acme", OLD);

        restore.execute();

        assertThat(github.state().active("acme", OLD)).containsExactly("1.2", "1.1", "1.0");
        assertThat(report()).contains("\"1.2\"", "\"1.1\"", "\"1.0\"", "\"restored\": 3");
    }

    @Test
    @MojoParameter(name = "packages", value = OLD)
    @MojoParameter(name = "dryRun", value = "true")
    void a_dry_run_restores_nothing(@InjectMojo(goal = "restore-package") RestorePackageMojo restore) throws Exception {
        github.state().deletePackage("acme", OLD);

        restore.execute();

        assertThat(github.count(When.restoring())).isZero();
        assertThat(report()).contains("\"planned\"");
    }

    @Test
    @MojoParameter(name = "packages", value = OLD)
    void a_live_package_is_left_as_it_is(@InjectMojo(goal = "restore-package") RestorePackageMojo restore)
            throws Exception {
        restore.execute();

        assertThat(github.count(When.restoring())).isZero();
        assertThat(report()).contains("\"already-active\"", "a package with this name is live");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nix")
    void fails_if_no_such_package_was_deleted(@InjectMojo(goal = "restore-package") RestorePackageMojo restore)
            throws Exception {
        PackagesException refusal = refusal(restore);

        assertThat(refusal.id()).isEqualTo(Id.NOT_ALL_RESTORED);
        assertThat(report()).contains("\"refused\": 1");
    }

    @Test
    @MojoParameter(name = "packages", value = OLD)
    void fails_if_the_package_was_deleted_too_long_ago(
            @InjectMojo(goal = "restore-package") RestorePackageMojo restore) {
        github.state().deletePackage("acme", OLD);
        github.advance(Duration.ofDays(31));

        assertThat(refusal(restore).id()).isEqualTo(Id.NOT_ALL_RESTORED);
    }

    @Test
    void restores_the_packages_of_the_last_run_and_no_single_versions(
            @InjectMojo(goal = "delete-package")
                    @MojoParameter(name = "packages", value = OLD)
                    @MojoParameter(name = "dryRun", value = "false")
                    DeletePackageMojo delete,
            @InjectMojo(goal = "restore-package") @MojoParameter(name = "journal", value = "last")
                    RestorePackageMojo restore)
            throws Exception {
        delete.execute();
        github.state().delete("acme", APP, "1.0");

        restore.execute();

        assertThat(github.state().active("acme", OLD)).hasSize(3);
        assertThat(github.state().active("acme", APP)).containsExactly("1.1");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:*")
    void refuses_patterns(@InjectMojo(goal = "restore-package") RestorePackageMojo restore) {
        assertThat(refusal(restore).id()).isEqualTo(Id.INVALID_PARAMETER);
    }

    @Test
    void refuses_to_guess_what_to_restore(@InjectMojo(goal = "restore-package") RestorePackageMojo restore) {
        assertThat(refusal(restore).reason()).isEqualTo("Neither packages nor journal (on the command line) is given.");
    }
}
