package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the clocks of the server and of this machine disagree, it is unknown how old anything is. */
class ClocksTest extends RunSetting {

    private static final Policy THIRTY_DAYS = new Policy.Builder()
            .rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d")))
            .build();

    private void publishOldAndNew() {
        Instant now = Instant.now();
        scene.stub().state().publish(Scene.REPOSITORY, Scene.APP, "1.0", now.minus(Duration.ofDays(60)));
        scene.stub().state().publish(Scene.REPOSITORY, Scene.APP, "2.0", now.minus(Duration.ofDays(2)));
        scene.stub().state().publish(Scene.REPOSITORY, Scene.APP, "3.0", now.minus(Duration.ofDays(1)));
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    @Test
    void one_date_four_years_ahead_makes_nothing_old() {
        publishOldAndNew();
        scene.stub()
                .fault(
                        When.listing(),
                        Fault.none().header("Date", date(Instant.now().plus(Duration.ofDays(1461)))));

        Scene.Done done = scene.prune(THIRTY_DAYS, scene.app());

        assertThat(scene.stub().deleted()).isEmpty();
        assertThat(done.plan().packages().get(0).verdicts())
                .extracting(Verdict::reason)
                .containsOnly(
                        "its age is unknown, since the clocks of the server and of this machine are more than a day apart"
                                + " (keepReleasesNewerThan=30d)");
        assertThat(done.warnings())
                .singleElement()
                .asString()
                .matches(
                        "No age is known: the server's time is \\S+, this machine's is \\S+, and they are more than a day"
                                + " apart\\. So nothing is deleted because of its age\\. Set this machine's clock, or find out what"
                                + " changes the Date header of the server's responses\\.");
    }

    @Test
    void a_date_of_the_past_is_no_better() {
        publishOldAndNew();
        scene.stub().advance(Duration.ofDays(-2));

        Scene.Done done = scene.prune(THIRTY_DAYS, scene.app());

        assertThat(scene.stub().deleted()).isEmpty();
        assertThat(done.warnings()).hasSize(1);
    }

    @Test
    void hours_do_not_matter() {
        publishOldAndNew();
        scene.stub().advance(Duration.ofHours(23));

        Scene.Done done = scene.prune(THIRTY_DAYS, scene.app());

        assertThat(scene.stub().deleted()).containsExactly("1.0");
        assertThat(done.warnings()).isEmpty();
    }

    @Test
    void a_count_needs_no_clock() {
        publishOldAndNew();
        scene.stub().advance(Duration.ofDays(1461));

        Scene.Done done = scene.prune(Scene.keepReleases(1), scene.app());

        assertThat(scene.stub().deleted()).containsExactly("1.0", "2.0");
        assertThat(done.warnings()).isEmpty();
    }

    @Test
    void the_wrong_clock_of_one_server_counts_for_the_run(@TempDir Path other) {
        publishOldAndNew();
        try (Scene elsewhere = new Scene(other)) {
            elsewhere.publish("1.0", "2.0");
            elsewhere.stub().advance(Duration.ofDays(1461));

            Scene.Done done = scene.prune(THIRTY_DAYS, scene.app(), elsewhere.app());

            assertThat(scene.stub().deleted()).isEmpty();
            assertThat(elsewhere.stub().deleted()).isEmpty();
            assertThat(done.warnings()).hasSize(1);
        }
    }

    @Test
    void of_two_servers_the_earlier_clock_counts(@TempDir Path other) {
        publishOldAndNew();
        scene.stub()
                .state()
                .publish(
                        Scene.REPOSITORY,
                        Scene.APP,
                        "1.5",
                        Instant.now().minus(Duration.ofDays(30)).plus(Duration.ofHours(1)));
        scene.stub().advance(Duration.ofHours(2));
        try (Scene elsewhere = new Scene(other)) {
            elsewhere.publish("9.0");

            scene.prune(THIRTY_DAYS, elsewhere.app(), scene.app());

            assertThat(scene.stub().deleted()).containsExactly("1.0");
        }
    }

    @Test
    void no_snapshot_is_released_by_a_release_of_unknown_age() {
        publishOldAndNew();
        scene.publish("1.0-SNAPSHOT");
        scene.stub().advance(Duration.ofDays(1461));
        Policy policy = new Policy.Builder()
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .build();

        Scene.Done done = scene.prune(policy, scene.app());

        assertThat(scene.stub().deleted()).isEmpty();
        assertThat(done.warnings()).hasSize(1);
        assertThat(List.copyOf(done.plan().packages().get(0).verdicts()))
                .extracting(Verdict::reason)
                .contains(
                        "the age of release 1.0 is unknown, since the clocks of the server and of this machine are more than"
                                + " a day apart (deleteReleasedSnapshots=true, releasedSnapshotsGrace=0d)");
    }
}
