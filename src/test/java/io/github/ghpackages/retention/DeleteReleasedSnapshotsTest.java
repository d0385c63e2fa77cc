package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.History.daysAgo;
import static io.github.ghpackages.retention.Plans.deleteReleasedSnapshots;
import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.reason;
import static io.github.ghpackages.retention.Plans.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteReleasedSnapshotsTest {

    @Test
    void deletes_the_released_snapshot_and_touches_no_other() {
        Plan plan = plan(
                deleteReleasedSnapshots("7d"),
                History.of("app")
                        .version("1.2-SNAPSHOT", 1)
                        .version("1.1", 3)
                        .version("1.1-SNAPSHOT", 5)
                        .version("1.0", 40)
                        .version("1.0-SNAPSHOT", 50));
        assertThat(judgements(plan))
                .containsOnly(
                        entry(
                                "1.2-SNAPSHOT",
                                "keep deleteReleasedSnapshots: it is not released (deleteReleasedSnapshots=true)"),
                        entry("1.1", "keep no-rule: there is no rule for releases"),
                        entry(
                                "1.1-SNAPSHOT",
                                "keep deleteReleasedSnapshots: release 1.1 is 3 days old "
                                        + "(deleteReleasedSnapshots=true, releasedSnapshotsGrace=7d)"),
                        entry("1.0", "keep no-rule: there is no rule for releases"),
                        entry(
                                "1.0-SNAPSHOT",
                                "delete deleteReleasedSnapshots: release 1.0 is 40 days old "
                                        + "(deleteReleasedSnapshots=true, releasedSnapshotsGrace=7d)"));
    }

    @Test
    void overrides_count_and_age() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d")
                        .rule(new KeepNewest(VersionKind.SNAPSHOT, 5))
                        .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("30d"))),
                History.of("app").version("1.0", 1).snapshot("1.0-SNAPSHOT", 1, 0));
        assertThat(deleted(plan)).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void within_the_grace_the_other_rules_decide() {
        Plan plan = plan(
                deleteReleasedSnapshots("7d").rule(new KeepNewest(VersionKind.SNAPSHOT, 1)),
                History.of("app").version("1.0", 3).version("1.0-SNAPSHOT", 3).version("1.1-SNAPSHOT", 3));
        assertThat(reason(plan, "1.0-SNAPSHOT")).isEqualTo("2nd newest of 2 snapshots (keepSnapshots=1)");
        assertThat(deleted(plan)).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void the_grace_is_over_at_exactly_its_age() {
        var history = History.of("app").version("1.0-SNAPSHOT", 50).dated("1.0", daysAgo(50), daysAgo(7));
        assertThat(deleted(plan(deleteReleasedSnapshots("7d"), history))).containsExactly("1.0-SNAPSHOT");
        var justBefore = History.of("app")
                .version("1.0-SNAPSHOT", 50)
                .dated("1.0", daysAgo(50), daysAgo(7).plusMillis(1));
        assertThat(deleted(plan(deleteReleasedSnapshots("7d"), justBefore))).isEmpty();
    }

    @Test
    void a_release_of_unknown_age_is_too_young() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app")
                        .version("1.0-SNAPSHOT", 50)
                        .dated("1.0", daysAgo(40), null)
                        .version("0.9-SNAPSHOT", 60)
                        .dated("0.9", null, null));
        assertThat(deleted(plan)).isEmpty();
        assertThat(reason(plan, "1.0-SNAPSHOT"))
                .isEqualTo("the age of release 1.0 is unknown, since GitHub does not report when it was published or"
                        + " changed "
                        + "(deleteReleasedSnapshots=true, releasedSnapshotsGrace=0d)");
        assertThat(reason(plan, "0.9-SNAPSHOT")).startsWith("the age of release 0.9 is unknown");
    }

    @ParameterizedTest
    @CsvSource({"0.1.0-alpha05-SNAPSHOT, 0.1.0-alpha05", "1.0-rc1-SNAPSHOT, 1.0-rc1", "main-SNAPSHOT, main"})
    void a_prerelease_of_the_exact_name_releases_its_snapshot(String snapshot, String released) {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app").version(snapshot, 50).version(released, 40));
        assertThat(deleted(plan)).containsExactly(snapshot);
    }

    @Test
    void says_what_released_it() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app").version("1.0-rc1-SNAPSHOT", 50).version("1.0-rc1", 40));
        assertThat(reason(plan, "1.0-rc1-SNAPSHOT"))
                .isEqualTo("prerelease 1.0-rc1 is 40 days old "
                        + "(deleteReleasedSnapshots=true, releasedSnapshotsGrace=0d)");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0-SNAPSHOT, 1.0.0",
        "1.0-SNAPSHOT, v1.0",
        "1.0-SNAPSHOT, 1.0.Final",
        "1.0-snapshot, 1.0",
        "1.0.SNAPSHOT, 1.0",
        "1.0-SNAPSHOT-SNAPSHOT, 1.0",
        "1.0-20240101.120000-1, 1.0",
        "1.0-20240101.120000-1, ''",
        "SNAPSHOT, 1.0",
        "SNAPSHOT, ''",
        "-SNAPSHOT, ''"
    })
    void only_a_release_of_the_exact_name_counts(String snapshot, String other) {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app").version(snapshot, 50).version(other, 40));
        assertThat(deleted(plan)).isEmpty();
    }

    @Test
    void a_deleted_release_does_not_count() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app").version("1.0-SNAPSHOT", 50).deleted("1.0"));
        assertThat(deleted(plan)).isEmpty();
        assertThat(plan.packages().get(0).verdicts()).hasSize(1);
    }

    @Test
    void looks_at_selected_snapshots_only_and_at_every_release() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d").versions(selection("1.0-*")),
                History.of("app")
                        .version("1.0-SNAPSHOT", 50)
                        .version("1.0", 40)
                        .version("1.1-SNAPSHOT", 30)
                        .version("1.1", 20));
        assertThat(deleted(plan)).containsExactly("1.0-SNAPSHOT");
    }

    @Test
    void a_snapshot_is_released_also_when_the_release_goes_in_the_same_run() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d").rule(new KeepNewest(VersionKind.RELEASE, 1)),
                History.of("app").version("2.0", 10).version("1.0", 40).version("1.0-SNAPSHOT", 50));
        assertThat(deleted(plan)).containsExactly("1.0", "1.0-SNAPSHOT");
    }

    @Test
    void a_snapshot_of_the_exact_name_releases_nothing() {
        Plan plan = plan(
                deleteReleasedSnapshots("0d"),
                History.of("app").version("1.0-SNAPSHOT-SNAPSHOT", 50).version("1.0-SNAPSHOT", 40));
        assertThat(deleted(plan)).isEmpty();
    }

    @Test
    void knows_the_release_behind_its_own_deletions_only() {
        assertThat(releaseThatDeleted(Cause.ofStored("deleteReleasedSnapshots"), "1.0-SNAPSHOT"))
                .contains("1.0");
        assertThat(releaseThatDeleted(Cause.ofStored("keepSnapshots"), "1.0-SNAPSHOT"))
                .isEmpty();
        assertThat(releaseThatDeleted(Cause.ofStored("deleteReleasedSnapshots"), "1.0.SNAPSHOT"))
                .isEmpty();
    }

    @Test
    void knows_no_release_behind_a_rule_that_it_does_not_know() {
        assertThat(releaseThatDeleted(Cause.ofStored("deleteReleasedSnapshot"), "1.0-SNAPSHOT"))
                .isEmpty();
    }

    private static Optional<String> releaseThatDeleted(Cause cause, String snapshot) {
        var version = new PackageVersion(1, snapshot, PackageVersion.State.ACTIVE, null, null, null, null);
        return DeleteReleasedSnapshots.releaseThatDeleted(cause, version);
    }
}
