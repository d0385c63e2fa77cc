package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listing that still shows what is deleted must not make a live version go in its stead. */
class StaleListingTest extends RunSetting {

    private static final Instant LATELY = Instant.parse("2026-10-01T00:00:00Z");
    private static final String LEFT_ALONE =
            "not-attempted: the listing still shows versions that are gone, so the newest ones are unknown";

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0", "4.0");
    }

    private void addGhost(String packageName, int listings) {
        scene.stub().state().ghost("acme", packageName, "5.0", LATELY, listings);
    }

    @Test
    void a_ghost_that_is_gone_from_the_next_listing_takes_no_place() {
        addGhost(Scene.APP, 1);

        Scene.Done done = scene.prune(Scene.keepReleases(2), scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"), entry("2.0", "deleted"));
        assertThat(scene.active()).containsExactly("4.0", "3.0");
        assertThat(scene.stub().count(When.listing())).isEqualTo(2);
    }

    @Test
    void a_ghost_that_stays_makes_the_run_leave_the_package_alone_and_fail() {
        addGhost(Scene.APP, 9);
        scene.publishIn("com.example:lib", "1.0", "2.0", "3.0");

        Scene.Done done = scene.prune(Scene.keepReleases(2), scene.app(), scene.target("lib"));

        assertThat(scene.active()).contains("4.0", "3.0", "2.0", "1.0");
        assertThat(Scene.outcomes(done))
                .containsOnlyKeys("3.0", "2.0", "1.0")
                .containsEntry("3.0", LEFT_ALONE)
                .containsEntry("1.0", LEFT_ALONE + " | deleted");
        assertThat(scene.stub().deleted()).containsExactly("1.0");
    }

    @Test
    void a_ghost_that_stays_spares_the_whole_reactor() {
        addGhost(Scene.APP, 9);
        scene.publishIn("com.example:lib", "1.0", "2.0", "3.0", "4.0", "5.0");

        Scene.Done done =
                scene.prune(Scene.keepReleases(2), scene.target("app", "reactor"), scene.target("lib", "reactor"));

        assertThat(Scene.outcomes(done)).containsEntry("1.0", LEFT_ALONE + " | " + LEFT_ALONE);
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void a_ghost_among_what_goes_is_already_gone() {
        scene.stub().state().ghost("acme", Scene.APP, "0.9", Instant.parse("2025-01-01T00:00:00Z"), 9);

        Scene.Done done = scene.prune(Scene.keepReleases(3), scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("0.9", "already-gone"), entry("1.0", "deleted"));
    }

    @Test
    void nothing_is_deleted_when_a_kept_version_can_not_be_read() {
        scene.stub().fault(When.version(scene.id("4.0")), Fault.html(200));

        assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> scene.prune(Scene.keepReleases(2), scene.app()));
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void a_ghost_of_a_release_does_not_let_its_snapshot_go() {
        scene.publish("5.0-SNAPSHOT", "6.0-SNAPSHOT", "6.0");
        addGhost(Scene.APP, 1);
        Policy policy = new Policy.Builder()
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .build();

        assertThat(Scene.outcomes(scene.prune(policy, scene.app()))).containsExactly(entry("6.0-SNAPSHOT", "deleted"));
        assertThat(scene.active()).contains("5.0-SNAPSHOT");
    }

    @Test
    void a_ghost_of_a_release_is_found_among_more_than_twenty() {
        for (int i = 10; i < 40; i++) {
            scene.publish(i + ".0-SNAPSHOT", i + ".0");
        }
        scene.publish("5.0-SNAPSHOT");
        addGhost(Scene.APP, 9);
        Policy policy = new Policy.Builder()
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .build();

        Scene.Done done = scene.prune(policy, scene.app());

        assertThat(Scene.outcomes(done)).hasSize(31).containsEntry("5.0-SNAPSHOT", LEFT_ALONE);
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void at_most_the_twenty_newest_are_read_and_none_where_nothing_goes() {
        scene.stub().state().publish(Scene.REPOSITORY, Scene.APP, 30, i -> "9." + i, LATELY, Duration.ofMinutes(1));

        scene.prune(Scene.keepReleases(99), scene.app());
        assertThat(scene.stub().count(When.path("/versions/"))).isZero();

        scene.prune(Scene.keepReleases(33), scene.app());
        assertThat(scene.stub().count(When.path("/versions/").and(When.method("GET"))))
                .isEqualTo(20);
    }

    @Test
    void a_ghost_is_not_the_version_that_is_left_of_a_package() {
        scene.publish("6.0-SNAPSHOT");
        addGhost(Scene.APP, 9);
        Policy nothing = new Policy.Builder()
                .versions(Selection.ofVersions(List.of("*")))
                .rule(new KeepNewest(VersionKind.RELEASE, 0))
                .rule(new KeepNewest(VersionKind.SNAPSHOT, 0))
                .build();

        Scene.Done done = scene.prune(nothing, scene.app());

        assertThat(Scene.outcomes(done).values()).containsOnly(LEFT_ALONE);
        assertThat(scene.active()).contains("4.0", "6.0-SNAPSHOT");
    }

    @Test
    void a_ghost_among_the_releases_is_found_behind_many_branch_builds() {
        scene.stub()
                .state()
                .publish(Scene.REPOSITORY, Scene.APP, 30, i -> "9." + i + ".my-branch", LATELY, Duration.ofMinutes(1));
        addGhost(Scene.APP, 9);

        Scene.Done done = scene.prune(Scene.keepReleases(25), scene.app());

        assertThat(scene.stub().deleted()).isEmpty();
        assertThat(Scene.outcomes(done)).hasSize(5).containsEntry("9.4.my-branch", LEFT_ALONE);
    }

    @Test
    void a_ghost_of_a_prerelease_does_not_let_its_snapshot_go() {
        scene.publish("6.0-rc1-SNAPSHOT");
        scene.stub().state().ghost("acme", Scene.APP, "6.0-rc1", LATELY, 9);
        Policy policy = new Policy.Builder()
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .build();

        assertThat(Scene.outcomes(scene.prune(policy, scene.app())))
                .containsExactly(entry("6.0-rc1-SNAPSHOT", LEFT_ALONE));
    }
}
