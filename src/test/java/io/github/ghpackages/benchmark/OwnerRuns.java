package io.github.ghpackages.benchmark;

import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Runs over an owner with thousands of packages, as whole processes. */
final class OwnerRuns {

    private static final int PACKAGES = 2_000;
    private static final int VERSIONS = 100;
    private static final int CHANGED = 20;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The heap of the whole Maven process. */
    static final String HEAP = "256 MB";

    private final Duration first;
    private final int firstRequests;
    private final Duration nightly;
    private final int nightlyRequests;

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
    }

    /** An organisation that answers as slowly as GitHub, but without limits. */
    static StubGitHub owner() {
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
}
