package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@MojoParameter(name = "maxBuilds", value = "2")
class RecycleSnapshotMojoTest extends TwoModuleSetting {

    private static final String SNAPSHOT = "3.0-SNAPSHOT";

    RecycleSnapshotMojoTest(@TempDir Path folder) {
        super(folder);
        build.typed("registryUrl", github.registryUrl("acme", "app"));
    }

    @BeforeEach
    void deployThreeBuilds() {
        build.session().getRequest().setGoals(List.of("deploy"));
        deployBuilds(3);
    }

    private void deployBuilds(int count) {
        for (int i = 0; i < count; i++) {
            github.state().deploySnapshot("acme/app", APP, SNAPSHOT, Instant.now());
        }
    }

    private void bound(RecycleSnapshotMojo recycle) throws Exception {
        MojoExtension.setVariableValueToObject(recycle, "execution", build.bound("recycle-snapshot", "default"));
    }

    private long id() {
        return github.state().id("acme", APP, SNAPSHOT);
    }

    @Test
    void deletes_the_snapshot_before_its_deploy_and_leaves_what_is_deployed_then(
            @InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle) throws Exception {
        long old = id();
        bound(recycle);

        recycle.execute();
        assertThat(github.deleted()).containsExactly(SNAPSHOT);
        assertThat(versionsOf(APP)).containsExactly("1.2", "1.1", "1.0");
        deployBuilds(1);
        build.end();

        assertThat(id()).isNotEqualTo(old);
        assertThat(github.count(When.restoring())).isZero();
    }

    @Test
    void restores_it_at_the_end_if_its_deploy_did_not_happen(
            @InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle) throws Exception {
        long old = id();
        bound(recycle);

        recycle.execute();
        build.session().getResult().addException(new IllegalStateException("a test failed"));
        build.end();

        assertThat(id()).isEqualTo(old);
    }

    @Test
    void reports_a_restore_that_fails(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        bound(recycle);
        recycle.execute();
        github.fault(When.restoring(), Fault.answer(403, "{\"message\":\"no\"}"));

        build.end();

        assertThat(build.session().getResult().getExceptions())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .rootCause()
                        .hasMessageContaining("Restoring acme/com.example.app 3.0-SNAPSHOT, which recycle-snapshot"));
    }

    @Test
    @MojoParameter(name = "maxBuilds", value = "3")
    void leaves_a_snapshot_with_no_more_builds_than_allowed(
            @InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle) throws Exception {
        bound(recycle);

        recycle.execute();

        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void does_nothing_unless_a_deploy_follows(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        build.session().getRequest().setGoals(List.of("install"));
        bound(recycle);

        recycle.execute();

        assertThat(github.requests()).isEmpty();
    }

    @Test
    void does_nothing_for_a_release(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        build.project().setVersion("3.0");
        bound(recycle);

        recycle.execute();

        assertThat(github.requests()).isEmpty();
    }

    @Test
    void does_nothing_if_it_is_typed(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        recycle.execute();

        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    void deletes_nothing_in_a_dry_run(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        bound(recycle);

        recycle.execute();

        assertThat(github.count(When.method("GET").negate())).isZero();
    }

    @Test
    void keeps_the_only_version_of_a_package(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        for (String version : List.of("1.0", "1.1", "1.2")) {
            github.state().delete("acme", APP, version);
        }
        bound(recycle);

        recycle.execute();

        assertThat(github.count(When.deleting())).isZero();
        assertThat(versionsOf(APP)).containsExactly(SNAPSHOT);
    }

    @Test
    void a_refusal_fails_the_build(@InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle)
            throws Exception {
        github.fault(When.deleting(), Fault.answer(400, "{\"message\":\"no\"}"));
        bound(recycle);

        assertThat(refusal(recycle).id()).isEqualTo(Id.NOT_ALL_DELETED);
    }

    @Test
    void the_last_run_to_undo_is_not_a_recycling(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "dryRun", value = "false")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "recycle-snapshot") RecycleSnapshotMojo recycle,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo restore)
            throws Exception {
        prune.execute();
        bound(recycle);
        recycle.execute();
        deployBuilds(1);

        restore.execute();

        assertThat(versionsOf(APP)).contains("1.0", "1.1", "1.2", SNAPSHOT);
        assertThat(report()).contains("prune-");
    }
}
