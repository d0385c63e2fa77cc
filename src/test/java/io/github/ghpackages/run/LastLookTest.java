package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit or the pace may hold up a deletion for minutes, so what it was decided by is looked at right before it leaves. */
class LastLookTest extends RunSetting {

    private static final Fault LIMIT = Fault.answer(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}")
            .header("Retry-After", "30")
            .once();
    private static final Policy OLD_SNAPSHOTS = new Policy.Builder()
            .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("30d")))
            .build();

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");

    private HttpApi http;

    @BeforeEach
    void connect() {
        http = QuickHttp.open(QuickHttp.withConcurrency(scene.settings(scene.token()), 1));
    }

    @AfterEach
    void disconnect() {
        http.close();
    }

    private TargetPackage through(TargetPackage target) {
        return Scene.through(new GitHubPackages(http), target);
    }

    private void deploySnapshot(String version, Instant when) {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, version, when);
    }

    private void redeploy() {
        deploySnapshot("1.0-SNAPSHOT", scene.github().serverTime());
    }

    @Test
    void a_package_stays_to_which_something_is_deployed_while_a_limit_holds_it_up() {
        scene.publish("1.0", "2.0");
        scene.stub().fault(When.deleting(), LIMIT.meanwhile(() -> scene.publish("3.0")));

        Scene.Done done = scene.prune(Scene.DELETE_ALL, through(scene.app()));

        String changed = "changed: versions were added or removed since the plan was made";
        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", changed), entry("2.0", changed));
        assertThat(scene.active()).containsExactly("3.0", "2.0", "1.0");
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
        assertThat(scene.lastJournal().deletions()).isEmpty();
    }

    @Test
    void a_package_that_is_the_same_after_the_limit_goes() {
        scene.publish("1.0", "2.0");
        scene.stub().fault(When.deleting(), LIMIT);

        Scene.Done done = scene.prune(Scene.DELETE_ALL, through(scene.app()));

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"), entry("2.0", "deleted"));
        assertThat(scene.stub().count(When.deleting())).isEqualTo(2);
    }

    @Test
    void a_snapshot_stays_that_is_deployed_while_a_limit_holds_up_its_deletion() {
        deploySnapshot("1.0-SNAPSHOT", OLD);
        scene.publish("2.0");
        scene.stub().fault(When.deleting(), LIMIT.meanwhile(this::redeploy));

        Scene.Done done = scene.prune(OLD_SNAPSHOTS, through(scene.appWithSnapshots()));

        assertThat(Scene.outcomes(done))
                .containsExactly(entry("1.0-SNAPSHOT", "changed: it was deployed again since the plan was made"));
        assertThat(scene.active()).contains("1.0-SNAPSHOT");
        assertThat(scene.journalledDeletions()).isEmpty();
    }

    @Test
    void a_snapshot_stays_that_is_deployed_before_its_deletion_is_sent_again() {
        deploySnapshot("1.0-SNAPSHOT", OLD);
        scene.publish("2.0");
        scene.stub().fault(When.deleting(), Fault.answer(500).once());
        scene.waitForEffect(this::redeploy);

        Scene.Done done = scene.prune(OLD_SNAPSHOTS, through(scene.appWithSnapshots()));

        assertThat(Scene.outcomes(done))
                .containsExactly(entry(
                        "1.0-SNAPSHOT",
                        "failed: still there after 2 attempts, the last one: called off: it was deployed again since the"
                                + " plan was made"));
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
        assertThat(scene.lastJournal().toUndo())
                .as("the first attempt may still take effect")
                .hasSize(1);
        assertThat(scene.active()).contains("1.0-SNAPSHOT");
    }

    @Test
    void snapshots_stay_that_wait_behind_a_request_that_a_limit_holds_up() {
        IntStream.range(0, 10).forEach(i -> deploySnapshot("1." + i + "-SNAPSHOT", OLD));
        scene.publish("2.0");
        Fault limit = LIMIT.header("Retry-After", "2")
                .after(1)
                .meanwhile(() -> IntStream.range(0, 10)
                        .forEach(i -> deploySnapshot(
                                "1." + i + "-SNAPSHOT", scene.github().serverTime())));
        scene.stub().fault(When.deleting(), limit);
        GitHubPackages oneAtATime = scene.client(QuickHttp.withConcurrency(scene.settings(scene.token()), 1));

        Scene.Done done = scene.prune(OLD_SNAPSHOTS, Scene.through(oneAtATime, scene.appWithSnapshots()));

        assertThat(scene.stub().deleted()).hasSize(1);
        assertThat(Scene.outcomes(done).values())
                .filteredOn("changed: it was deployed again since the plan was made"::equals)
                .hasSize(9);
    }

    @Test
    void a_package_stays_to_which_something_is_deployed_while_its_snapshots_are_looked_at() {
        IntStream.range(0, 5).forEach(i -> deploySnapshot("1." + i + "-SNAPSHOT", OLD));
        scene.stub()
                .fault(
                        When.metadata(),
                        Fault.first(() -> scene.publish("9.0")).after(9).once());
        Policy whole = new Policy.Builder()
                .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("30d")))
                .onLastVersion(OnLastVersion.DELETE_PACKAGE)
                .build();

        Scene.Done done = scene.prune(whole, through(scene.appWithSnapshots()));

        assertThat(Scene.outcomes(done).values())
                .containsOnly("changed: versions were added or removed since the plan was made");
        assertThat(scene.active()).hasSize(6).contains("9.0");
        assertThat(scene.stub().deleted()).isEmpty();
    }
}
