package io.github.ghpackages.benchmark;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Times the first plan of a virtual machine that has just started: nothing is compiled yet, as in a build that runs once. */
final class ColdPlan {

    private static final int VERSIONS = 100_000;
    private static final int RUNS = 9;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<String> QUALIFIERS =
            List.of("", "-SNAPSHOT", "-rc1", "-alpha.2", ".Final", "-20240101.120000-1");

    private ColdPlan() {}

    /** Prints how many milliseconds the plan took. */
    public static void main(String[] args) {
        Policy policy = new Policy.Builder()
                .rule(new KeepNewest(VersionKind.RELEASE, 5))
                .rule(new KeepNewest(VersionKind.PRERELEASE, 5))
                .rule(new KeepNewest(VersionKind.SNAPSHOT, 5))
                .build();
        var ref = new PackageRef(new Account(ApiUrl.GITHUB, "acme"), PackageName.maven("com.example", "app"));
        Guard guard = new Guard("50.0.0"::equals, "this build builds it");
        var history = new PackageHistory(ref, "a reactor", asListed(), Map.of(), List.of(guard));
        Instant begin = Instant.now();
        int deletions = Planner.by(policy)
                .plan(List.of(history), new ServerTime(NOW, NOW))
                .deletionCount();
        Duration took = Duration.between(begin, Instant.now());
        if (deletions < VERSIONS - 20) {
            throw new IllegalStateException("only " + deletions + " go");
        }
        System.out.println(took.toMillis());
    }

    /** The last one published first, as GitHub lists them. */
    private static List<PackageVersion> asListed() {
        List<PackageVersion> versions = new ArrayList<>();
        for (int id = VERSIONS; id > 0; id--) {
            String name = id / 2000 + "." + id / 20 % 100 + "." + id % 20 + QUALIFIERS.get(id % QUALIFIERS.size());
            Instant published = NOW.minus(Duration.ofHours(VERSIONS - id));
            versions.add(new PackageVersion(
                    id,
                    name,
                    PackageVersion.State.ACTIVE,
                    published,
                    published,
                    null,
                    "https://github.com/acme/" + id));
        }
        return versions;
    }

    /** The median over some virtual machines with a heap of 128 MB. */
    static Duration median() throws IOException, InterruptedException {
        List<Duration> all = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            all.add(once());
        }
        all.sort(null);
        return all.get(RUNS / 2);
    }

    private static Duration once() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdPlan.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (java.waitFor() != 0) {
            throw new IllegalStateException("the plan was not made");
        }
        return Duration.ofMillis(Long.parseLong(printed));
    }
}
