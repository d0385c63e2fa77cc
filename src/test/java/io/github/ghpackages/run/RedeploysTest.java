package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run may take an hour, and a snapshot that is deployed again meanwhile is not the one that was judged. */
class RedeploysTest extends RunSetting {

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Age MONTH = Age.parse("30d");

    @BeforeEach
    void publish() {
        deploy("1.0-SNAPSHOT", OLD);
        deploy("2.0-SNAPSHOT", OLD);
    }

    private void deploy(String version, Instant when) {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, version, when);
    }

    private static Policy.Builder snapshotsOfLastMonth() {
        return new Policy.Builder().rule(new KeepNewerThan(VersionKind.SNAPSHOT, MONTH));
    }

    private void whileTheFirstIsDeleted(Runnable something) {
        scene.stub().fault(When.deleting(), Fault.first(something).once());
    }

    @Test
    void row_21_a_snapshot_that_is_deployed_again_while_the_run_deletes_stays() {
        scene.publish("9.0");
        Instant now = scene.github().serverTime();
        whileTheFirstIsDeleted(() -> deploy("2.0-SNAPSHOT", now));

        Scene.Done done = scene.prune(snapshotsOfLastMonth().build(), scene.appWithSnapshots());

        assertThat(Scene.outcomes(done))
                .containsExactly(
                        entry("1.0-SNAPSHOT", "deleted"),
                        entry("2.0-SNAPSHOT", "changed: it was deployed again since the plan was made"));
        assertThat(scene.active()).containsExactly("9.0", "2.0-SNAPSHOT");
        assertThat(scene.journalledDeletions()).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void a_snapshot_whose_metadata_can_not_be_read_again_stays() {
        scene.publish("9.0");
        whileTheFirstIsDeleted(() -> scene.stub().fault(When.metadata(), Fault.html(200)));

        Scene.Done done = scene.prune(snapshotsOfLastMonth().build(), scene.appWithSnapshots());

        assertThat(Scene.outcomes(done).get("2.0-SNAPSHOT"))
                .startsWith("changed: its maven-metadata.xml can't be read now");
        assertThat(scene.active()).containsExactly("9.0", "2.0-SNAPSHOT");
    }

    @Test
    void row_21_a_package_stays_whole_when_a_snapshot_in_it_is_deployed_again() {
        scene.publishIn("com.example:other", "1.0", "2.0");
        Instant now = scene.github().serverTime();
        whileTheFirstIsDeleted(() -> deploy("1.0-SNAPSHOT", now));
        Policy policy = snapshotsOfLastMonth()
                .rule(new KeepNewest(VersionKind.RELEASE, 1))
                .onLastVersion(OnLastVersion.DELETE_PACKAGE)
                .build();

        Scene.Done done = scene.prune(policy, scene.target("other"), scene.appWithSnapshots());

        String changed = "changed: 1.0-SNAPSHOT: it was deployed again since the plan was made";
        assertThat(Scene.outcomes(done)).containsEntry("1.0-SNAPSHOT", changed).containsEntry("2.0-SNAPSHOT", changed);
        assertThat(scene.active()).containsExactly("2.0-SNAPSHOT", "1.0-SNAPSHOT");
    }
}
