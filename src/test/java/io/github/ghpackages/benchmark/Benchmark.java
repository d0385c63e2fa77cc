package io.github.ghpackages.benchmark;

import io.github.ghpackages.Account;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.run.TimeLimit;
import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the plugin's claims about speed, on the simulated GitHub. {@code mvn -B verify -Pbenchmark} prints the table
 * and keeps it under {@code target/}. The figures are one machine's, and each is shown beside its goal.
 */
final class Benchmark {

    private static final PackageName APP = PackageName.maven("com.example", "app");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LATENCY = Duration.ofMillis(50);

    /** What GitHub's 900 points a minute impose on 400 deletions of 5 points: 180 in each of the first two minutes. */
    private static final Duration IMPOSED = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> table = new ArrayList<>();

    private Benchmark(Path folder) {
        this.folder = folder;
    }

    /** Wants the base directory, Maven's home, the plugin's version and the local repository of the build that started it. */
    public static void main(String[] args) throws Exception {
        Path basedir = Path.of(args[0]);
        Path folder = Files.createDirectories(basedir.resolve("target/benchmark"));
        Benchmark benchmark = new Benchmark(folder);
        benchmark.row("WHAT", "MEASURED", "GOAL");
        benchmark.row("plan 100,000 versions, JVM just started, 128 MB, median", seconds(ColdPlan.median()), "1 s");
        benchmark.listTenThousand();
        benchmark.deleteThousandWithoutLimits();
        Duration more = new BoundGoal(folder, args).timeItAdds();
        benchmark.row("a bound goal with nothing to prune, whole process, median", seconds(more) + " more", "0.8 s");
        benchmark.wholeLists(new WholeList(folder, args));
        benchmark.ownerRuns(new OwnerRuns(folder, args));
        benchmark.packageList(new PackageList(folder, args));
        benchmark.pruneFourHundredAgainstTheLimit();
        benchmark.pruneFourHundredAgainstAStrictServer();
        Files.write(basedir.resolve("target/benchmark.txt"), benchmark.table);
        benchmark.table.forEach(System.out::println);
    }

    private void wholeLists(WholeList lists) {
        row(
                "a trivial goal of another plugin, whole process",
                seconds(lists.floor().wall()),
                "");
        row("  CPU time", seconds(lists.floor().cpu()), "");
        row("list 20 versions, whole process, CPU beyond that", seconds(lists.cpuOfFewBeyondTheFloor()), "0.4 s");
        row("list 10,000 at 50 ms, whole process, beyond that", seconds(lists.wallOfManyBeyondTheFloor()), "1.2 s");
        row("  CPU time beyond that", seconds(lists.cpuOfManyBeyondTheFloor()), "");
        row(lists.other(), seconds(lists.sequential()), "");
        row("  the whole list over that", String.format("%.2f", lists.ratio()), "0.6");
    }

    private void ownerRuns(OwnerRuns runs) {
        row("prune 2,000 packages of 100 versions at 50 ms, in " + OwnerRuns.HEAP, seconds(runs.first()), "");
        row("  requests", String.valueOf(runs.firstRequests()), "");
        row("the next night, 20 packages changed", seconds(runs.nightly()), "");
        row("  requests over the pages that it needs", String.format("%.2f", runs.nightlyRatio()), "1.2");
    }

    private void packageList(PackageList list) {
        row("list 10,000 packages at 50 ms, whole process", seconds(list.took()), "");
        row("  with " + PackageList.QUICK_START, seconds(list.tookWithQuickStart()), "");
        row(list.other(), seconds(list.otherTook()), "");
        row("  the whole list over that", String.format("%.2f", list.ratio()), "0.5");
        row("  with " + PackageList.QUICK_START, String.format("%.2f", list.ratioWithQuickStart()), "");
    }

    private void listTenThousand() {
        try (StubGitHub stub = stub(10_000)) {
            stub.behaviour().latency(LATENCY);
            try (HttpApi http = http(stub)) {
                GitHubPackages github = new GitHubPackages(http);
                var owner = github.owner("acme");
                stub.forgetRequests();
                Instant begin = Instant.now();
                int listed = github.versions(owner, APP, State.ACTIVE).size();
                Duration took = Duration.between(begin, Instant.now());
                require(listed == 10_000, "listed " + listed);
                row("list 10,000 versions at 50 ms", seconds(took), "1.5 s");
                row("  page requests", String.valueOf(stub.requests().size()), "100");
            }
        }
    }

    private void deleteThousandWithoutLimits() throws IOException {
        try (StubGitHub stub = stub(1_005)) {
            stub.limits().none();
            stub.behaviour().latency(LATENCY);
            Duration took = prune(stub, 1_000);
            row("delete 1,000 versions without limits at 50 ms", seconds(took), "10 s");
        }
    }

    private void pruneFourHundredAgainstTheLimit() throws IOException {
        try (StubGitHub stub = stub(405)) {
            stub.limits().secondary();
            Duration took = prune(stub, 400);
            double ratio = (double) took.toMillis() / IMPOSED.toMillis();
            row("prune 400 versions against 900 points a minute", seconds(took), "");
            row("  over the time that the limit imposes", String.format("%.2f", ratio), "1.1");
            row("  limit answers", String.valueOf(stub.limits().refused()), "0");
        }
    }

    private void pruneFourHundredAgainstAStrictServer() throws IOException {
        try (StubGitHub stub = stub(405)) {
            stub.limits().writesPerMinute(60).bannedAfter(20);
            Duration took = prune(stub, 400);
            row("prune 400 versions where 60 a minute are allowed", seconds(took), "500 s");
            row(
                    "  limit answers; after 20 the server would block",
                    String.valueOf(stub.limits().refused()),
                    "12");
        }
    }

    private Duration prune(StubGitHub stub, int expected) throws IOException {
        Path file = Files.createTempDirectory(folder, "journal").resolve("prune.jsonl");
        try (HttpApi http = http(stub)) {
            GitHubPackages github = new GitHubPackages(http);
            TargetPackage target = new TargetPackage(
                    github, github.owner("acme"), APP, "acme/widgets", null, versions -> List.of(), null);
            Policy policy = new Policy.Builder()
                    .rule(new KeepNewest(VersionKind.RELEASE, 5))
                    .build();
            Prune prune = new Prune(List.of(target), Planner.by(policy), false, false, TimeLimit.none());
            try (JournalWriter journal = new JournalWriter(file, header(github), InstantSource.system(), null)) {
                Instant begin = Instant.now();
                Prune.End end = prune.carryOut(prune.plan(false), any -> journal, new RunListener() {});
                Duration took = Duration.between(begin, Instant.now());
                require(end.stop() == null, "stopped by " + end.stop());
                require(
                        stub.deleted().size() == expected,
                        "deleted " + stub.deleted().size());
                return took;
            }
        }
    }

    private static JournalHeader header(GitHubPackages github) {
        return new JournalHeader(
                JournalHeader.SCHEMA,
                "benchmark",
                "benchmark",
                new Account(github.apiUrl(), "acme"),
                "octocat",
                Map.of(),
                Map.of(),
                START,
                "prune");
    }

    private static StubGitHub stub(int versions) {
        StubGitHub stub = StubGitHub.start();
        stub.accounts().adminToken("octocat", "acme/widgets");
        stub.state().publish("acme/widgets", APP.value(), versions, i -> "1." + i + ".0", START, Duration.ofHours(1));
        return stub;
    }

    private static HttpApi http(StubGitHub stub) {
        stub.accounts().token("ghp_bench", "octocat", "repo", "read:packages", "write:packages", "delete:packages");
        return new HttpApi(QuickHttp.settings(URI.create(stub.url()), new Token("ghp_bench", "the benchmark")));
    }

    private void row(String what, String measured, String goal) {
        table.add(String.format("%-58s %12s %8s", what, measured, goal));
    }

    private static String seconds(Duration duration) {
        return String.format("%.2f s", duration.toMillis() / 1000.0);
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
