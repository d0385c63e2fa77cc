package io.github.ghpackages.report;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.report.ListReport.Listed;
import io.github.ghpackages.report.PruneReport.Look;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.run.Undo.UndoneRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports over one small package, for tests and for the examples of the manual. */
final class ReportSamples {

    static final ApiUrl API = ApiUrl.GITHUB;
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    static final PackageRef APP = ref("com.example.app");

    private ReportSamples() {}

    static PackageRef ref(String name) {
        return new PackageRef(new Account(API, "acme"), new PackageName(PackageType.MAVEN, name));
    }

    /** A version that was published that many days ago. */
    static PackageVersion version(long id, String name, int daysAgo) {
        var published = NOW.minus(Duration.ofDays(daysAgo));
        return new PackageVersion(id, name, PackageVersion.State.ACTIVE, published, published, null, url(id));
    }

    static PackageVersion deleted(long id, String name, int daysAgo, int deletedDaysAgo) {
        var published = NOW.minus(Duration.ofDays(daysAgo));
        var gone = NOW.minus(Duration.ofDays(deletedDaysAgo));
        return new PackageVersion(id, name, PackageVersion.State.DELETED, published, gone, gone, url(id));
    }

    private static String url(long id) {
        return "https://github.com/acme/app/packages/17?version=" + id;
    }

    /** One package of a list. */
    record ListedPackage(PackageRef ref, boolean exists, List<Listed> versions) {}

    /** One package of a restore. */
    record RestoredPackage(PackageRef ref, List<Restored> versions) {}

    /** A report that writes all that it has, but not its end. */
    interface Sample extends Function<ReportFile, Report> {}

    /** The lines of a report in the log. */
    static List<String> table(Sample sample) {
        List<String> lines = new ArrayList<>();
        var log = new ReportFile.Log(lines::add, warning -> {}, false, Screen.PLAIN);
        sample.apply(new ReportFile(log, ReportFile.Format.TABLE, null, "test", ReportFile.Ci.NONE))
                .end();
        return lines;
    }

    /** The last line of a report. */
    static String summary(Sample sample) {
        var lines = table(sample);
        return lines.get(lines.size() - 1);
    }

    /** The text of a report in JSON. */
    static String json(Sample sample) {
        return written(sample, ReportFile.Format.JSON);
    }

    /** The text of a report in a file. */
    static String written(Sample sample, ReportFile.Format format) {
        try {
            var file = Files.createTempFile("report", ".txt");
            var log = new ReportFile.Log(line -> {}, warning -> {}, false, Screen.PLAIN);
            sample.apply(new ReportFile(log, format, file, "test", ReportFile.Ci.NONE))
                    .end();
            var text = Files.readString(file);
            Files.delete(file);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Listed listed(PackageVersion version) {
        var gone = version.deletedAt();
        return new Listed(version, gone == null ? null : gone.plus(Duration.ofDays(30)), null);
    }

    static ListedPackage listed(PackageRef ref, PackageVersion... versions) {
        return new ListedPackage(
                ref, true, Stream.of(versions).map(ReportSamples::listed).toList());
    }

    static Sample listReport(ListedPackage... packages) {
        return listReport(List.of(), packages);
    }

    static Sample listReport(List<String> warnings, ListedPackage... packages) {
        var apis = PackageRef.apis(Stream.of(packages).map(ListedPackage::ref).toList());
        boolean withBuilds = Stream.of(packages)
                .flatMap(listed -> listed.versions().stream())
                .anyMatch(version -> version.builds() != null);
        return file -> {
            var report = new ListReport(file, apis, withBuilds, ListReport.Shown.ALL);
            for (var listed : packages) {
                report.add(listed.ref(), listed.exists(), listed.versions(), NOW);
            }
            report.warnings(warnings);
            return report;
        };
    }

    static Sample restoreReport(
            boolean dryRun, List<UndoneRun> undone, List<String> warnings, List<RestoredPackage> packages) {
        return file -> {
            var apis =
                    PackageRef.apis(packages.stream().map(RestoredPackage::ref).toList());
            var report = new RestoreReport(file, dryRun, apis, undone);
            packages.forEach(restored -> report.add(restored.ref(), restored.versions()));
            report.warnings(warnings);
            return report;
        };
    }

    static UndoneRun undone(String journal, String startedAt) {
        JournalHeader header = new JournalHeader(
                JournalHeader.SCHEMA,
                "1.0",
                "run",
                APP.account(),
                null,
                Map.of(),
                Map.of(),
                Instant.parse(startedAt),
                "prune");
        return new UndoneRun(new Journal(Path.of(journal), header, List.of(), true, List.of()), Duration.ofMinutes(10));
    }

    static Sample restoreReport(boolean dryRun, List<String> warnings, List<RestoredPackage> packages) {
        return restoreReport(dryRun, List.of(), warnings, packages);
    }

    static Sample pruneReport(
            boolean dryRun,
            @Nullable Path journal,
            List<String> warnings,
            Plan plan,
            Map<PackageRef, Map<Long, Result>> results) {
        return pruneReport(Show.ALL, dryRun, journal, warnings, plan, results);
    }

    static Sample pruneReport(
            Show show,
            boolean dryRun,
            @Nullable Path journal,
            List<String> warnings,
            Plan plan,
            Map<PackageRef, Map<Long, Result>> results) {
        return file -> {
            var report = new PruneReport(file, new Look(dryRun, show, Set.of(), NOW));
            report.warnings(warnings);
            report.warnings(plan.warnings());
            plan.packages()
                    .forEach(planned -> report.done(
                            planned, results.getOrDefault(planned.history().ref(), Map.of())));
            report.stops(plan.stops());
            report.journals(journal == null ? List.of() : List.of(journal));
            return report;
        };
    }

    /** What a policy of two releases and young snapshots makes of six versions. */
    static Plan plan() {
        var policy = new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, 2))
                .rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse("30d")))
                .keepVersions(NamePatterns.of(List.of("1.0.0")))
                .build();
        var versions = List.of(
                version(1, "1.0.0", 300),
                version(2, "1.0.1", 200),
                version(3, "1.1.0", 100),
                version(4, "1.2.0-rc1", 90),
                version(5, "1.2.0", 80),
                version(6, "1.3.0-SNAPSHOT", 79));
        var redeployed = new SnapshotMetadata(NOW.minus(Duration.ofDays(2)), 17);
        var history = new PackageHistory(APP, null, versions, Map.of(6L, redeployed), List.of());
        return Planner.by(policy).plan(List.of(history), new ServerTime(NOW, NOW));
    }

    static Sample dryRun() {
        return pruneReport(true, null, List.of(), plan(), Map.of());
    }

    static Sample pruned(Map<Long, Result> results, @Nullable String journal) {
        return pruned(Show.ALL, results, journal);
    }

    static Sample pruned(Show show, Map<Long, Result> results, @Nullable String journal) {
        return pruneReport(
                show, false, journal == null ? null : Path.of(journal), List.of(), plan(), Map.of(APP, results));
    }
}
