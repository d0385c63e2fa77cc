package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The error of a restore has the true reason for each kind of failure, and a remedy that helps. */
@MojoTest
class RestoreFailuresTest extends TwoModuleSetting {

    private static final String LOOK = "To see what can be restored, run list-versions -Dghpackages.state=deleted.";

    RestoreFailuresTest(@TempDir Path folder) {
        super(folder);
    }

    @BeforeEach
    void publishTwoMore() {
        for (String module : new String[] {"web", "core"}) {
            build.module(module);
            publish("acme/app", "com.example:" + module, 1);
        }
    }

    private void assertFails(RestoreVersionMojo restore, String tried, String reason, String remedy) {
        PackagesException failure = refusal(restore);

        assertThat(failure.id()).isEqualTo(Id.NOT_ALL_RESTORED);
        assertThat(failure.tried()).isEqualTo(tried);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.remedy()).isEqualTo(remedy);
    }

    @Test
    @MojoParameter(name = "versions", value = "7.7.7")
    void a_version_that_none_of_four_packages_has_is_reported_for_each(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        assertFails(restore, "4 of 4 restores failed: 4 failed.", "No package has a deleted version 7.7.7.", LOOK);

        assertThat(report())
                .contains("com.example.app", "com.example.lib", "com.example.web", "com.example.core", "\"failed\": 4");
        assertThat(report().split("\"no deleted version with this name\"", -1)).hasSize(5);
    }

    @Test
    @MojoParameter(name = "versionIds", value = "777")
    void an_id_that_none_of_four_packages_has_is_reported_once(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        assertFails(restore, "1 of 1 restores failed: 1 failed.", "No package has a version with the id 777.", LOOK);

        assertThat(report()).contains("\"no version with this id in any of the 4 packages\"");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    void what_is_expired_is_not_to_be_tried_again(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        github.clock(DAY.plus(Duration.ofDays(50)));
        github.state().delete("acme", APP, "1.0", DAY.plus(Duration.ofDays(10)));

        assertFails(
                restore,
                "1 of 4 restores failed: 1 expired.",
                "GitHub keeps a deleted version for 30 days, and for 1 that time is over.",
                "An expired version can't be restored: build and publish it again.");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0,9.9")
    void each_kind_of_failure_has_its_own_remedy(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        github.clock(DAY.plus(Duration.ofDays(50)));
        github.state().delete("acme", APP, "1.0", DAY.plus(Duration.ofDays(10)));
        github.state().delete("acme", LIB, "1.0");
        publish("acme/app", LIB, 1);
        long refused = github.state().delete("acme", "com.example:web", "1.0");
        github.fault(When.restoring().and(When.version(refused)), Fault.answer(422, "{\"message\":\"No.\"}"));

        assertFails(
                restore,
                "7 of 8 restores failed: 1 refused, 4 failed, 1 conflict, 1 expired.",
                "No package has a deleted version 9.9. GitHub keeps a deleted version for 30 days, and for 1 that"
                        + " time is over. For 1, a live version or package with the same name is in the way. The"
                        + " report shows the"
                        + " cause of each.",
                LOOK + " An expired version can't be restored: build and publish it again. Delete what is in the"
                        + " way, then"
                        + " run the same command again. Fix the cause shown for each, then run the same command again.");
    }
}
