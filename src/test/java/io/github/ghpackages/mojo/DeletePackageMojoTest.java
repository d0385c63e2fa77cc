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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@MojoParameter(name = "packages", value = "com.example:old")
class DeletePackageMojoTest extends MojoSetting {

    private static final String OLD = "com.example:old";

    DeletePackageMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", OLD, 3);
        publish("acme/app", APP, 2);
    }

    @Test
    void is_a_dry_run_by_default(@InjectMojo(goal = "delete-package") DeletePackageMojo delete) throws Exception {
        delete.execute();

        assertThat(github.count(When.deleting())).isZero();
        assertThat(report())
                .contains("\"planned\"", "the whole package was requested")
                .contains("\"toDelete\": 3");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "expectedVersions", value = "3")
    void deletes_the_package_with_one_request_and_an_undo_restores_it(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = "last")
                    @MojoParameter(name = "packages", value = "*")
                    RestoreVersionMojo restore)
            throws Exception {
        delete.execute();

        assertThat(github.count(When.deleting())).isEqualTo(1);
        assertThat(github.state().exists("acme", OLD)).isFalse();
        assertThat(github.state().active("acme", APP)).hasSize(2);

        restore.execute();

        assertThat(github.state().active("acme", OLD)).containsExactly("1.2", "1.1", "1.0");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "expectedVersions", value = "2")
    void deletes_nothing_if_there_are_more_versions_than_expected(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        PackagesException refusal = refusal(delete);

        assertThat(refusal.id()).isEqualTo(Id.PLAN_STOPPED);
        assertThat(refusal.reason()).contains("2 versions expected (expectedVersions), but there are 3.");
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "packages", value = APP)
    void deletes_nothing_of_a_package_of_which_a_guard_keeps_a_version(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        github.state().publish("acme/app", APP, build.project().getVersion(), DAY);

        PackagesException refusal = refusal(delete);

        assertThat(refusal.id()).isEqualTo(Id.PLAN_STOPPED);
        assertThat(refusal.reason())
                .contains("acme/com.example.app is not deleted as a whole: "
                        + build.project().getVersion() + " must stay: built by this reactor.");
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "keepVersions", value = "1.0")
    void deletes_nothing_of_a_package_of_which_keepVersions_names_a_version(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        PackagesException refusal = refusal(delete);

        assertThat(refusal.id()).isEqualTo(Id.PLAN_STOPPED);
        assertThat(refusal.reason()).contains("1.0 must stay: always kept (keepVersions=1.0).");
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    void deletes_nothing_if_a_version_was_added_since_the_plan(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete) throws Exception {
        github.fault(
                When.path("/packages/maven/com.example.old").and(When.listing().negate()),
                Fault.first(() -> github.state().publish("acme/app", OLD, "2.0"))
                        .once());

        delete.execute();

        assertThat(github.count(When.deleting())).isZero();
        assertThat(report()).contains("versions were added or removed since the plan was made");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:*")
    void refuses_patterns(@InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        assertThat(refusal(delete).reason())
                .isEqualTo("\"com.example:*\" is not valid: patterns and ranges are not accepted here.");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nix")
    void fails_if_the_package_does_not_exist(@InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        assertThat(refusal(delete).id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:old,com.example:nix")
    @MojoParameter(name = "dryRun", value = "false")
    void deletes_none_of_several_packages_if_one_does_not_exist(
            @InjectMojo(goal = "delete-package") DeletePackageMojo delete) {
        assertThat(refusal(delete).id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "packages", value = "shop")
    @MojoParameter(name = "packageType", value = "container")
    @MojoParameter(name = "dryRun", value = "false")
    void deletes_a_package_of_images(@InjectMojo(goal = "delete-package") DeletePackageMojo delete) throws Exception {
        github.state().publish("container", "acme/app", "shop", "sha256:0", DAY);
        github.state().publish("container", "acme/app", "shop", "sha256:1", DAY);

        delete.execute();

        assertThat(github.state().exists("acme", "shop")).isFalse();
    }
}
