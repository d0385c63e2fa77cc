package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.History.NOW;
import static io.github.ghpackages.retention.History.daysAgo;
import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.keepSnapshotsNewerThan;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.planAt;
import static io.github.ghpackages.retention.Plans.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepNewerThanTest {

    @Test
    void keeps_what_is_younger() {
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app").version("1.0", 29).version("2.0", 31));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "1.0",
                                "keep keepReleasesNewerThan: last changed 29 days ago (keepReleasesNewerThan=30d)"),
                        entry(
                                "2.0",
                                "delete keepReleasesNewerThan: last changed 31 days ago (keepReleasesNewerThan=30d)"));
    }

    @Test
    void is_not_younger_at_exactly_the_age() {
        var cutOff = daysAgo(30);
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app").dated("1.0", cutOff, cutOff).dated("2.0", cutOff, cutOff.plusMillis(1)));
        assertThat(deleted(plan)).containsExactly("1.0");
    }

    @Test
    void counts_the_age_from_the_later_of_the_two_dates() {
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app")
                        .dated("3.0", daysAgo(40), daysAgo(10))
                        .dated("2.0", daysAgo(10), daysAgo(40))
                        .version("1.0", 40));
        assertThat(kept(plan)).containsExactly("3.0", "2.0");
        assertThat(reason(plan, "3.0")).startsWith("last changed 10 days ago");
        assertThat(reason(plan, "2.0")).startsWith("last changed 10 days ago");
    }

    @Test
    void keeps_what_can_not_be_dated() {
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app")
                        .dated("4.0", null, null)
                        .dated("3.0", daysAgo(40), null)
                        .dated("2.0", null, daysAgo(40))
                        .dated("1.0", null, daysAgo(10)));
        String unknown =
                "keep keepReleasesNewerThan: its age is unknown, since GitHub does not report when it was published"
                        + " or changed "
                        + "(keepReleasesNewerThan=30d)";
        assertThat(judgements(plan))
                .containsOnly(
                        entry("4.0", unknown),
                        entry("3.0", unknown),
                        entry("2.0", unknown),
                        entry(
                                "1.0",
                                "keep keepReleasesNewerThan: last changed 10 days ago (keepReleasesNewerThan=30d)"));
    }

    @Test
    void dates_a_snapshot_by_its_own_metadata_too() {
        Plan plan = plan(
                keepSnapshotsNewerThan("30d"),
                History.of("app")
                        .snapshot("4.0-SNAPSHOT", 400, 0)
                        .snapshot("3.0-SNAPSHOT", 10, 400)
                        .snapshot("2.0-SNAPSHOT", 400, 31)
                        .version("1.1-SNAPSHOT", 10)
                        .version("1.0-SNAPSHOT", 400));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "4.0-SNAPSHOT",
                                "keep keepSnapshotsNewerThan: last changed less than two minutes ago (keepSnapshotsNewerThan=30d)"),
                        entry(
                                "3.0-SNAPSHOT",
                                "keep keepSnapshotsNewerThan: last changed 10 days ago (keepSnapshotsNewerThan=30d)"),
                        entry(
                                "2.0-SNAPSHOT",
                                "delete keepSnapshotsNewerThan: last changed 31 days ago (keepSnapshotsNewerThan=30d)"),
                        entry(
                                "1.1-SNAPSHOT",
                                "keep keepSnapshotsNewerThan: last changed 10 days ago (keepSnapshotsNewerThan=30d)"),
                        entry(
                                "1.0-SNAPSHOT",
                                "keep keepSnapshotsNewerThan: its age is unknown, since its maven-metadata.xml could not be read (keepSnapshotsNewerThan=30d)"));
    }

    @Test
    void keeps_the_union_with_a_count() {
        Plan plan = plan(
                keepReleasesNewerThan("30d").rule(new KeepNewest(VersionKind.RELEASE, 1)),
                History.of("app")
                        .version("3.0", 50)
                        .version("2.0", 40)
                        .version("1.1", 20)
                        .version("1.0", 60));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("3.0", "keep keepReleases: newest of 4 releases (keepReleases=1)"),
                        entry(
                                "2.0",
                                "delete keepReleases: 2nd newest of 4 releases (keepReleases=1); "
                                        + "last changed 40 days ago (keepReleasesNewerThan=30d)"),
                        entry(
                                "1.1",
                                "keep keepReleasesNewerThan: last changed 20 days ago (keepReleasesNewerThan=30d)"),
                        entry(
                                "1.0",
                                "delete keepReleases: 4th newest of 4 releases (keepReleases=1); "
                                        + "last changed 60 days ago (keepReleasesNewerThan=30d)"));
    }

    @Test
    void looks_at_its_own_kind_only() {
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app").version("1.0-rc1", 400).version("1.0", 10));
        assertThat(reason(plan, "1.0-rc1")).isEqualTo("there is no rule for prereleases");
    }

    @Test
    void keeps_what_comes_from_the_future() {
        Plan plan = plan(
                keepReleasesNewerThan("30d"),
                History.of("app").version("1.0", -3).version("0.9", 40));
        assertThat(kept(plan)).containsExactly("1.0");
        assertThat(reason(plan, "1.0")).isEqualTo("last changed less than two minutes ago (keepReleasesNewerThan=30d)");
    }

    @Test
    void says_the_age_in_a_unit_that_fits() {
        var policy = keepReleasesNewerThan("P1Y");
        var history = History.of("app");
        int minor = 0;
        for (Duration age : new Duration[] {
            Duration.ofSeconds(119),
            Duration.ofMinutes(2),
            Duration.ofMinutes(119),
            Duration.ofHours(2),
            Duration.ofHours(47),
            Duration.ofDays(2)
        }) {
            history.dated("1." + minor++, NOW.minus(age), NOW.minus(age));
        }
        assertThat(plan(policy, history).packages().get(0).deletions()).isEmpty();
        assertThat(judgements(plan(policy, history)).values())
                .extracting(text -> text.replaceAll(".*last changed (.*) ago.*", "$1"))
                .containsExactly("less than two minutes", "2 minutes", "119 minutes", "2 hours", "47 hours", "2 days");
    }

    @Test
    void where_the_clocks_disagree_it_keeps_everything_and_a_warning_shows_both_times() {
        ServerTime wrong = new ServerTime(NOW.plus(Duration.ofDays(1461)), NOW);
        var history = History.of("app").version("1.0", 400);
        Plan plan = planAt(wrong, keepReleasesNewerThan("30d"), history);
        assertThat(judgements(plan))
                .containsOnly(entry(
                        "1.0",
                        "keep keepReleasesNewerThan: its age is unknown, since the clocks of the server and of this machine are "
                                + "more than a day apart (keepReleasesNewerThan=30d)"));
        assertThat(plan.warnings())
                .containsExactly(
                        "No age is known: the server's time is 2030-06-01T12:00:00Z, this machine's is"
                                + " 2026-06-01T12:00:00Z, and they are more than a day apart. So nothing is deleted because of its age."
                                + " Set this machine's clock, or find out what changes the Date header of the server's responses.");
        assertThat(planAt(wrong, Plans.keepReleases(1), history).warnings()).isEmpty();
        assertThat(planAt(wrong, Plans.deleteReleasedSnapshots("0d"), history.version("1.0-SNAPSHOT", 400))
                        .warnings())
                .hasSize(1);
    }
}
