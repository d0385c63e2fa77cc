package io.github.ghpackages.report;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports over one small package, for tests and for the examples of the manual. */
final class ReportSamples {

    static final URI API = URI.create("https://api.github.com");
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    static final PackageRef APP = ref("com.example.app");

    private ReportSamples() {}

    static PackageRef ref(String name) {
        return new PackageRef(API, "acme", new PackageName(PackageName.MAVEN, name));
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

    static ListedVersion listed(PackageVersion version) {
        var gone = version.deletedAt();
        return new ListedVersion(version, gone == null ? null : gone.plus(Duration.ofDays(30)), null);
    }

    static ListReport listReport(ListedPackage... packages) {
        return new ListReport(NOW, List.of(), List.of(packages));
    }

    static ListedPackage listed(PackageRef ref, PackageVersion... versions) {
        return new ListedPackage(
                ref, true, List.of(versions).stream().map(ReportSamples::listed).toList());
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

    static PruneReport dryRun() {
        return new PruneReport(true, null, List.of(), plan(), Map.of());
    }

    static PruneReport pruned(Map<Long, Result> results, @Nullable String journal) {
        return new PruneReport(
                false,
                journal == null ? null : java.nio.file.Path.of(journal),
                List.of(),
                plan(),
                Map.of(APP, results));
    }
}
