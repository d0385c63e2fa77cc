package io.github.ghpackages.benchmark;

import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Runs over an owner with thousands of packages, as whole processes. */
final class OwnerRuns {

    private static final int PACKAGES = 2_000;
    private static final int VERSIONS = 100;
    private static final int CHANGED = 20;
    private static final int MANY = 10_000;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The heap of the whole Maven process. */
    static final String HEAP = "256 MB";

    private final Duration first;
    private final int firstRequests;
    private final Duration nightly;
    private final int nightlyRequests;
    private final Duration listed;
    private final Duration sequential;

    OwnerRuns(Path folder, String[] args) throws IOException, InterruptedException {
        try (StubGitHub stub = owner()) {
            for (int i = 0; i < PACKAGES; i++) {
                stub.state()
                        .publish(
                                "acme/widgets",
                                "com.example.p" + i,
                                VERSIONS,
                                version -> "1." + version,
                                START,
                                Duration.ofHours(1));
            }
            WholeProcess maven = new WholeProcess(folder.resolve("owner"), args, stub);
            maven.options("-Xmx256m");
            first = prune(maven, folder);
            firstRequests = stub.requests().size();
            for (int i = 0; i < CHANGED; i++) {
                stub.state().publish("acme/widgets", "com.example.p" + i, "2.0", Instant.now());
            }
            stub.forgetRequests();
            nightly = prune(maven, folder);
            nightlyRequests = stub.requests().size();
        }
        try (StubGitHub stub = owner()) {
            for (int i = 0; i < MANY; i++) {
                stub.state().publish("acme/widgets", "com.example.p" + i, "1.0", START);
            }
            WholeProcess maven = new WholeProcess(folder.resolve("packages"), args, stub);
            Instant begin = Instant.now();
            maven.run("list", "ghpackages:list-packages", "-Dghpackages.owner=acme");
            listed = Duration.between(begin, Instant.now());
            sequential = pageAfterPage(stub.url());
        }
    }

    private static StubGitHub owner() {
        StubGitHub stub = StubGitHub.start();
        stub.accounts().adminToken("octocat", "acme/widgets");
        stub.accounts().token("ghp_bench", "octocat", "repo", "read:packages", "delete:packages");
        stub.limits().none();
        stub.behaviour().latency(LATENCY);
        return stub;
    }

    private static Duration prune(WholeProcess maven, Path folder) throws IOException, InterruptedException {
        return maven.run(
                        "list",
                        "ghpackages:prune-versions",
                        "-Dghpackages.packages=com.example.p*",
                        "-Dghpackages.keepReleases=500",
                        "-Dghpackages.dryRun=false",
                        "-Dghpackages.format=json",
                        "-Dghpackages.outputFile=" + folder.resolve("owner/report.json"),
                        "-Dghpackages.stateFile=" + folder.resolve("owner/state.json"))
                .wall();
    }

    private static Duration pageAfterPage(String api) throws IOException {
        Instant begin = Instant.now();
        for (int page = 1; page <= MANY / 100; page++) {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(api + "/orgs/acme/packages?package_type=maven&per_page=100&page=" + page)
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Authorization", "Bearer ghp_bench");
            connection.getInputStream().readAllBytes();
        }
        return Duration.between(begin, Instant.now());
    }

    Duration first() {
        return first;
    }

    int firstRequests() {
        return firstRequests;
    }

    Duration nightly() {
        return nightly;
    }

    /** The requests of a night over what it can't do without: the pages of the owner's list, and two pages for each package that changed. */
    double nightlyRatio() {
        return (double) nightlyRequests / (PACKAGES / 100 + 2 * CHANGED);
    }

    Duration listed() {
        return listed;
    }

    double listedRatio() {
        return (double) listed.toMillis() / sequential.toMillis();
    }
}
