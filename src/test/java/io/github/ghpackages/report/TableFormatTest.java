package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static io.github.ghpackages.report.ReportSamples.NOW;
import static io.github.ghpackages.report.ReportSamples.deleted;
import static io.github.ghpackages.report.ReportSamples.dryRun;
import static io.github.ghpackages.report.ReportSamples.listReport;
import static io.github.ghpackages.report.ReportSamples.listed;
import static io.github.ghpackages.report.ReportSamples.pruned;
import static io.github.ghpackages.report.ReportSamples.ref;
import static io.github.ghpackages.report.ReportSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.ListReport.Listed;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableFormatTest {

    @Test
    void lists_active_versions() {
        assertThat(text(ReportSamples.table(listReport(
                        listed(APP, version(1259730685, "1.0.0", 40), version(1259730686, "2.0.0-SNAPSHOT", 10))))))
                .isEqualTo("""
                        acme/com.example.app: 2 versions
                          VERSION         KIND      CREATED     ID
                          2.0.0-SNAPSHOT  snapshot  2026-11-13  1259730686
                          1.0.0           release   2026-10-14  1259730685

                        1 package, 2 versions (1 release, 1 snapshot).
                        """);
    }

    @Test
    void says_how_long_deleted_versions_can_be_restored() {
        var unknown = new PackageVersion(5, "0.6", PackageVersion.State.DELETED, null, null, null, null);
        assertThat(text(ReportSamples.table(listReport(listed(
                        APP,
                        version(1, "1.0", 40),
                        deleted(2, "0.9", 400, 12),
                        deleted(3, "0.8", 400, 29),
                        deleted(4, "0.7", 400, 31),
                        unknown)))))
                .isEqualTo("""
                        acme/com.example.app: 5 versions, 4 of them deleted
                          VERSION  KIND     CREATED     TO RESTORE    ID
                          1.0      release  2026-10-14                1
                          0.9      release  2025-10-19  18 days left  2
                          0.8      release  2025-10-19  1 day left    3
                          0.7      release  2025-10-19  too late      4
                          0.6      release  -           unknown       5

                        1 package, 5 versions, 4 of them deleted.
                        """);
    }

    @Test
    void counts_the_last_day_in_hours() {
        var version = deleted(1, "1.0", 40, 20);
        assertThat(ReportSamples.table(listReport(new ReportSamples.ListedPackage(
                        APP, true, List.of(new Listed(version, NOW.plus(Duration.ofMinutes(90)), null))))))
                .contains("  1.0      release  2026-10-14  2 hours left  1");
    }

    @Test
    void shows_the_builds_of_snapshots_when_they_are_known() {
        assertThat(text(ReportSamples.table(listReport(new ReportSamples.ListedPackage(
                        APP,
                        true,
                        List.of(
                                new Listed(version(2, "1.1-SNAPSHOT", 10), null, 17),
                                new Listed(version(1, "1.0", 20), null, null)))))))
                .isEqualTo("""
                        acme/com.example.app: 2 versions
                          VERSION       KIND      CREATED     BUILDS  ID
                          1.1-SNAPSHOT  snapshot  2026-11-13  17      2
                          1.0           release   2026-11-03          1

                        1 package, 2 versions (1 release, 1 snapshot).
                        """);
    }

    @Test
    void says_that_a_package_is_not_seen_or_is_empty() {
        assertThat(text(ReportSamples.table(listReport(
                        new ReportSamples.ListedPackage(ref("com.example.nope"), false, List.of()),
                        new ReportSamples.ListedPackage(ref("com.example.void"), true, List.of())))))
                .isEqualTo("""
                        acme/com.example.nope: not found, or hidden from this token

                        acme/com.example.void: no versions

                        2 packages, no versions.
                        """);
    }

    @Test
    void names_type_and_api_where_they_tell_packages_apart() {
        var enterprise = new PackageRef(
                new Account(ApiUrl.of(URI.create("https://ghe.example.com/api/v3")), "acme"),
                new PackageName(PackageType.NPM, "@acme/app"));
        assertThat(ReportSamples.table(listReport(
                        new ReportSamples.ListedPackage(APP, true, List.of()),
                        new ReportSamples.ListedPackage(enterprise, true, List.of()))))
                .contains(
                        "acme/com.example.app at https://api.github.com: no versions",
                        "acme/@acme/app (npm) at https://ghe.example.com/api/v3: no versions");
    }

    @Test
    void gives_a_long_name_a_line_of_its_own_and_shortens_a_very_long_one() {
        assertThat(text(ReportSamples.table(listReport(listed(
                        APP,
                        version(3, "3.0-feature-of-a-long-branch-name-SNAPSHOT", 10),
                        version(2, "2." + "0".repeat(298), 10),
                        version(1, "1.0", 10))))))
                .isEqualTo("""
                        acme/com.example.app: 3 versions
                          VERSION                                     KIND      CREATED     ID
                          3.0-feature-of-a-long-branch-name-SNAPSHOT  snapshot  2026-11-13  3
                          2.00000000000000000000000000000000000000000000...0000000000000000000000
                                                                      release   2026-11-13  2
                          1.0                                         release   2026-11-13  1

                        1 package, 3 versions (2 releases, 1 snapshot).
                        """);
    }

    @Test
    void shows_every_one_of_very_many_versions() {
        var versions = IntStream.rangeClosed(1, 1_000)
                .mapToObj(id -> version(id, "1." + id, 2_000 - id))
                .toArray(PackageVersion[]::new);
        var lines = ReportSamples.table(listReport(listed(APP, versions)));
        assertThat(lines).hasSize(1_004);
        assertThat(lines.get(2)).startsWith("  1.1000   release  ");
        assertThat(lines.get(1_001)).startsWith("  1.1      release  ");
    }

    @Test
    void shows_a_plan_with_a_reason_for_every_version() {
        assertThat(text(ReportSamples.table(dryRun()))).isEqualTo("""
                acme/com.example.app: 6 versions (4 releases, 1 prerelease, 1
                    snapshot), 5 to keep, 1 to delete
                  VERSION         CHANGED       PLAN    REASON
                  1.3.0-SNAPSHOT  2 days ago    keep    last changed 2 days ago
                                                        (keepSnapshotsNewerThan=30d)
                  1.2.0           80 days ago   keep    newest of 4 releases
                                                        (keepReleases=2)
                  1.2.0-rc1       90 days ago   keep    there is no rule for prereleases
                  1.1.0           100 days ago  keep    2nd newest of 4 releases
                                                        (keepReleases=2)
                  1.0.1           200 days ago  delete  3rd newest of 4 releases
                                                        (keepReleases=2)
                  1.0.0           300 days ago  keep    always kept (keepVersions=1.0.0)

                Dry run: 1 of 6 versions in 1 package would be deleted.
                """);
    }

    @Test
    void shows_what_became_of_a_plan() {
        var refused = new Result(Outcome.REFUSED, "HTTP 400: Something odd happened.");
        assertThat(text(ReportSamples.table(pruned(Map.of(2L, refused), "/home/me/.m2/ghpackages/prune-1.jsonl"))))
                .isEqualTo("""
                acme/com.example.app: 6 versions (4 releases, 1 prerelease, 1
                    snapshot), 5 kept, 1 refused
                  VERSION         CHANGED       OUTCOME  REASON
                  1.3.0-SNAPSHOT  2 days ago    kept     last changed 2 days ago
                                                         (keepSnapshotsNewerThan=30d)
                  1.2.0           80 days ago   kept     newest of 4 releases
                                                         (keepReleases=2)
                  1.2.0-rc1       90 days ago   kept     there is no rule for prereleases
                  1.1.0           100 days ago  kept     2nd newest of 4 releases
                                                         (keepReleases=2)
                  1.0.1           200 days ago  refused  HTTP 400: Something odd
                                                         happened.
                  1.0.0           300 days ago  kept     always kept (keepVersions=1.0.0)

                Journal: /home/me/.m2/ghpackages/prune-1.jsonl
                0 of 6 versions in 1 package deleted, 1 refused.
                """);
    }

    @Test
    void a_deletion_without_a_result_was_not_attempted() {
        assertThat(ReportSamples.summary(pruned(Map.of(), null)))
                .isEqualTo("0 of 6 versions in 1 package deleted, 1 not attempted.");
    }

    @Test
    void says_what_stops_a_plan() {
        var plan = new Plan(List.of(), List.of(), List.of("12 deletions are more than maxDeletions=10."));
        assertThat(ReportSamples.table(ReportSamples.pruneReport(true, null, List.of(), plan, Map.of())))
                .containsExactly(
                        "Stopped: 12 deletions are more than maxDeletions=10.",
                        "Nothing to delete: no package was read.");
    }

    @Test
    void shows_a_restore() {
        var report = ReportSamples.restoreReport(
                false,
                List.of(),
                List.of(new ReportSamples.RestoredPackage(
                        APP,
                        List.of(
                                new Restored(1259730685L, "1.0", Result.of(Outcome.RESTORED)),
                                new Restored(
                                        1259730683L,
                                        "0.9",
                                        new Result(
                                                Outcome.CONFLICT, "A live version of this name, id 7, is in the way.")),
                                new Restored(null, "0.8", new Result(Outcome.FAILED, "No such version."))))));
        assertThat(text(ReportSamples.table(report))).isEqualTo("""
                acme/com.example.app: 3 versions selected
                  VERSION  OUTCOME   ID          MESSAGE
                  1.0      restored  1259730685
                  0.9      conflict  1259730683  A live version of this name, id 7, is in
                                                 the way.
                  0.8      failed    -           No such version.

                1 of 3 versions in 1 package restored, 1 failed, 1 conflict.
                """);
    }

    @Test
    void shows_what_was_restored_newest_first_in_whatever_order_it_was() {
        var restored = Stream.of("1.9", "1.10", "1.2")
                .map(name -> new Restored(7L, name, Result.of(Outcome.RESTORED)))
                .toList();
        var report = ReportSamples.restoreReport(
                false, List.of(), List.of(new ReportSamples.RestoredPackage(APP, restored)));
        assertThat(ReportSamples.table(report).stream().map(line -> line.strip().split(" ", 2)[0]))
                .containsSubsequence("1.10", "1.9", "1.2");
    }

    @Test
    void shows_the_dry_run_of_a_restore() {
        var planned = new Restored(7L, "1.0", Result.of(Outcome.PLANNED));
        var report = ReportSamples.restoreReport(
                true, List.of(), List.of(new ReportSamples.RestoredPackage(APP, List.of(planned))));
        assertThat(text(ReportSamples.table(report))).isEqualTo("""
                acme/com.example.app: 1 version to restore
                  VERSION  OUTCOME     ID
                  1.0      to restore  7

                Dry run: 1 of 1 version in 1 package would be restored.
                """);
    }

    @Test
    void says_that_nothing_was_selected_to_restore() {
        assertThat(ReportSamples.table(ReportSamples.restoreReport(false, List.of(), List.of())))
                .containsExactly("Nothing was selected to restore.");
    }

    @Test
    void ordinary_tables_leave_room_for_mavens_prefix() {
        assertThat(ReportSamples.table(dryRun()))
                .filteredOn(line -> line.startsWith(" "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(73));
    }

    @Test
    void hostile_names_and_messages_can_not_steer_a_terminal_or_a_runner() {
        var hostile = "::error::\u001b[2J\n##[error]x " + "y".repeat(20) + "::warning::z";
        var version = new Restored(7L, hostile, new Result(Outcome.FAILED, hostile + " " + hostile));
        var lines = ReportSamples.table(ReportSamples.restoreReport(
                false, List.of(), List.of(new ReportSamples.RestoredPackage(ref(hostile), List.of(version)))));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.strip()).doesNotStartWith("::");
            assertThat(line).doesNotContain("\u001b", "\n", "##[");
        });
    }

    @Test
    void a_stop_that_is_broken_inside_of_a_word_begins_no_command() {
        var plan = new Plan(List.of(), List.of(), List.of("a".repeat(73) + "::error::x"));
        assertThat(ReportSamples.table(ReportSamples.pruneReport(true, null, List.of(), plan, Map.of())))
                .contains("a".repeat(73), "\\u003a:error::x");
    }

    @Test
    void an_empty_name_can_be_seen() {
        assertThat(ReportSamples.table(listReport(listed(APP, version(7, "", 10)))))
                .contains("  \"\"       release  2026-11-13  7");
    }

    @Test
    void wide_characters_keep_the_columns_aligned() {
        assertThat(ReportSamples.table(listReport(listed(APP, version(2, "1.0-日本", 10), version(1, "1.0-abcd", 10)))))
                .contains("  1.0-日本  release  2026-11-13  2", "  1.0-abcd  release  2026-11-13  1");
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
