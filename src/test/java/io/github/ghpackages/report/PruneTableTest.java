package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Account;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Issue 13.1: what a table shows of a plan. */
class PruneTableTest {

    private static final Policy TWO_RELEASES =
            new Policy.Builder().rule(new KeepNewest(VersionKind.RELEASE, 2)).build();

    private static PackageHistory history(PackageRef ref, int releases, Guard... guards) {
        List<PackageVersion> versions = new ArrayList<>();
        for (int i = 0; i < releases; i++) {
            versions.add(ReportSamples.version(i + 1, "1." + i, 100 - i));
        }
        versions.add(ReportSamples.version(1000, "2.0-SNAPSHOT", 1));
        return new PackageHistory(ref, null, versions, Map.of(), List.of(guards));
    }

    private static List<String> table(Show show, Plan plan) {
        return ReportSamples.table(ReportSamples.pruneReport(show, true, null, List.of(), plan, Map.of()));
    }

    private static Plan plan(Planner planner, PackageHistory... histories) {
        return planner.plan(List.of(histories), new ServerTime(ReportSamples.NOW, ReportSamples.NOW));
    }

    @Test
    void shows_deletions_and_folds_what_is_kept() {
        Plan plan = plan(
                Planner.by(TWO_RELEASES),
                history(
                        ref("com.example.app"),
                        7,
                        new Guard(
                                name -> name.startsWith("1.") && name.compareTo("1.3") < 0,
                                "referenced as a parent in module app")));

        assertThat(table(Show.CHANGES, plan))
                .containsExactly(
                        "acme/com.example.app: 8 versions (7 releases, 1 snapshot), 6 to keep,",
                        "    2 to delete",
                        "  TO DELETE  CHANGED      REASON (keepReleases=2)",
                        "  1.4        96 days ago  3rd newest of 7 releases",
                        "  1.3        97 days ago  4th newest of 7 releases",
                        "  keep 2 releases: 1.6, 1.5 (keepReleases=2)",
                        "  keep 3 releases: 1.2, 1.1, 1.0, referenced as a parent in module app",
                        "  keep 1 snapshot: 2.0-SNAPSHOT, there is no rule for snapshots",
                        "",
                        "Dry run: 2 of 8 versions in 1 package would be deleted.");
    }

    @Test
    void names_the_first_and_the_last_of_many() {
        Plan plan = plan(
                Planner.by(new Policy.Builder()
                        .rule(new KeepNewest(VersionKind.RELEASE, 5))
                        .build()),
                history(ref("com.example.app"), 5));

        assertThat(table(Show.CHANGES, plan)).contains("  keep 5 releases: 1.4 ... 1.0 (keepReleases=5)");
    }

    @Test
    void folds_packages_with_equal_plans_into_one_block() {
        Plan plan = plan(
                Planner.by(TWO_RELEASES),
                history(ref("com.example.a"), 3),
                history(ref("com.example.b"), 3),
                history(ref("com.example.c"), 2));

        assertThat(table(Show.CHANGES, plan))
                .containsExactly(
                        "2 packages with equal plans, each 4 versions (3 releases, 1",
                        "    snapshot), 3 to keep, 1 to delete",
                        "  acme/com.example.{a, b}",
                        "  TO DELETE  CHANGED       REASON (keepReleases=2)",
                        "  1.0        100 days ago  3rd newest of 3 releases",
                        "  keep 2 releases: 1.2, 1.1 (keepReleases=2)",
                        "  keep 1 snapshot: 2.0-SNAPSHOT, there is no rule for snapshots",
                        "",
                        "acme/com.example.c: 3 versions (2 releases, 1 snapshot), 3 to keep",
                        "  keep 2 releases: 1.1, 1.0 (keepReleases=2)",
                        "  keep 1 snapshot: 2.0-SNAPSHOT, there is no rule for snapshots",
                        "",
                        "Dry run: 2 of 11 versions in 3 packages would be deleted.");
    }

    @Test
    void each_set_of_parameters_heads_a_table_of_its_own() {
        Policy policy = new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, 1))
                .rule(new KeepNewest(VersionKind.SNAPSHOT, 0))
                .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("0d")))
                .build();
        PackageHistory twoReleases = new PackageHistory(
                ref("com.example.app"),
                null,
                List.of(
                        ReportSamples.version(1, "1.0", 100),
                        ReportSamples.version(2, "1.1", 99),
                        ReportSamples.version(3, "1.2-SNAPSHOT", 50)),
                Map.of(3L, new SnapshotMetadata(ReportSamples.NOW.minus(Duration.ofDays(40)), 1)),
                List.of());

        assertThat(table(Show.CHANGES, plan(Planner.by(policy), twoReleases)))
                .containsSequence(
                        "  TO DELETE     CHANGED       REASON (keepReleases=1)",
                        "  1.0           100 days ago  2nd newest of 2 releases",
                        "  TO DELETE     CHANGED       REASON (keepSnapshotsNewerThan=0d)",
                        "  1.2-SNAPSHOT  40 days ago   last changed 40 days ago");
    }

    @Test
    void a_summary_has_one_row_per_package() {
        Plan plan = plan(Planner.by(TWO_RELEASES), history(ref("com.example.a"), 3), history(ref("com.example.c"), 2));

        assertThat(table(Show.SUMMARY, plan))
                .containsExactly(
                        "  PACKAGE             VERSIONS  TO KEEP  TO DELETE",
                        "  acme/com.example.a  4         3        1",
                        "  acme/com.example.c  3         3        0",
                        "",
                        "Dry run: 1 of 7 versions in 2 packages would be deleted.");
    }

    @Test
    void more_than_twenty_packages_end_with_an_overview() {
        PackageHistory[] modules = IntStream.range(0, 21)
                .mapToObj(i -> history(ref("com.example.m" + i), i == 7 ? 4 : 3))
                .toArray(PackageHistory[]::new);

        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), modules)))
                .contains("  PACKAGE               VERSIONS  TO KEEP  TO DELETE")
                .contains("  acme/com.example.m20  4         3        1");
    }

    /** Issue 13: it was 5,147 lines. */
    @Test
    void a_dry_run_of_forty_modules_has_at_most_120_lines() {
        PackageHistory[] modules = IntStream.range(0, 40)
                .mapToObj(i -> history(ref("com.example.shop.module" + i), 59))
                .toArray(PackageHistory[]::new);
        Policy policy = new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, 10))
                .build();

        assertThat(table(Show.CHANGES, plan(Planner.by(policy), modules))).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void folds_equal_plans_with_others_between_them() {
        PackageHistory[] modules = IntStream.range(0, 40)
                .mapToObj(i -> history(ref("com.example.shop.module" + i), i % 4 == 1 ? 50 : 59))
                .toArray(PackageHistory[]::new);

        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), modules)).stream()
                        .filter(line -> line.contains("with equal plans")))
                .containsExactly(
                        "30 packages with equal plans, each 60 versions (59 releases, 1",
                        "10 packages with equal plans, each 51 versions (50 releases, 1");
    }

    @Test
    void names_that_have_nothing_or_more_than_a_name_in_common_are_whole() {
        PackageHistory[] owners = {
            history(ref("com.example.a"), 3),
            history(new PackageRef(new Account(ReportSamples.API, "other"), PackageName.maven("com.example", "b")), 3)
        };
        PackageHistory[] npm = Stream.of("web.js", "web.css")
                .map(name ->
                        new PackageRef(new Account(ReportSamples.API, "acme"), new PackageName(PackageType.NPM, name)))
                .map(ref -> history(ref, 3))
                .toArray(PackageHistory[]::new);

        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), owners)))
                .contains("  acme/com.example.a, other/com.example.b");
        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), npm)))
                .contains("  acme/web.js (npm), acme/web.css (npm)");
    }

    /** Otherwise a run over an owner would keep the rows of thousands of packages. */
    @Test
    void does_not_fold_equal_plans_that_are_far_apart() {
        PackageHistory[] packages = IntStream.range(0, 22)
                .mapToObj(i -> history(ref("com.example.shop.module" + i), i == 21 ? 1 : i + 1))
                .toArray(PackageHistory[]::new);

        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), packages)))
                .contains(
                        "acme/com.example.shop.module0: 2 versions (1 release, 1 snapshot), 2",
                        "acme/com.example.shop.module21: 2 versions (1 release, 1 snapshot), 2");
    }

    @Test
    void one_long_name_in_the_overview_leaves_the_other_rows_in_one_line() {
        PackageHistory[] packages = IntStream.range(0, 21)
                .mapToObj(i -> history(
                        ref("com.example.platform."
                                + (i == 20 ? "internationalization-resource-bundles" : "module" + i)),
                        i + 1))
                .toArray(PackageHistory[]::new);

        assertThat(table(Show.CHANGES, plan(Planner.by(TWO_RELEASES), packages)))
                .contains("  acme/com.example.platform.module19  21        3        18")
                .containsSequence(
                        "  acme/com.example.platform.internationalization-resource-bundles",
                        "                                      22        3        19");
    }

    @Test
    void a_deletion_by_name_shows_what_was_named() {
        Planner planner = new Planner(ExactVersions.named(List.of("1.0", "1.2")), new Policy.Builder().build());
        Plan plan =
                plan(planner, history(ref("com.example.app"), 5, new Guard("1.2"::equals, "built by this reactor")));

        assertThat(table(Show.CHANGES, plan))
                .containsExactly(
                        "acme/com.example.app: 6 versions (5 releases, 1 snapshot), 5 to keep,",
                        "    1 to delete",
                        "  VERSION  CHANGED       PLAN    REASON",
                        "  1.2      98 days ago   keep    built by this reactor",
                        "  1.0      100 days ago  delete  requested (versions=1.0)",
                        "",
                        "Dry run: 1 of 6 versions in 1 package would be deleted.");
    }
}
