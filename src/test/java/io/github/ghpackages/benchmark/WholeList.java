package io.github.ghpackages.benchmark;

import io.github.ghpackages.benchmark.WholeProcess.Cost;
import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Times lists as whole processes, each in turn with a trivial goal of another plugin, the floor, and with a client
 * that reads page after page.
 */
final class WholeList {

    private static final int ROUNDS = 7;
    private static final int VERSIONS = 10_000;
    private static final int FEW = 20;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String FLOOR = "org.apache.maven.plugins:maven-clean-plugin:3.5.0:clean";

    private final PageAfterPage other;
    private final List<Round> rounds = new ArrayList<>();

    private record Round(Cost floor, Cost few, Cost many, Duration sequential) {

        Duration cpuOfFew() {
            return few.cpu().minus(floor.cpu());
        }

        Duration cpuOfMany() {
            return many.cpu().minus(floor.cpu());
        }

        Duration wallOfMany() {
            return many.wall().minus(floor.wall());
        }
    }

    WholeList(Path folder, String[] args) throws IOException, InterruptedException {
        other = new PageAfterPage(folder.resolve("list"));
        try (StubGitHub stub = StubGitHub.start()) {
            stub.accounts().adminToken("octocat", "acme/widgets");
            stub.accounts().token("ghp_bench", "octocat", "repo", "read:packages", "delete:packages");
            publish(stub, "com.example.many", VERSIONS);
            publish(stub, "com.example.few", FEW);
            stub.behaviour().latency(LATENCY);
            WholeProcess maven = new WholeProcess(folder.resolve("list"), args, stub);
            measure(maven, stub.url());
            rounds.clear();
            for (int round = 0; round < ROUNDS; round++) {
                measure(maven, stub.url());
            }
        }
    }

    private static void publish(StubGitHub stub, String name, int versions) {
        stub.state().publish("acme/widgets", name, versions, i -> "1." + i + ".0", START, Duration.ofHours(1));
    }

    private void measure(WholeProcess maven, String api) throws IOException, InterruptedException {
        rounds.add(new Round(
                maven.run("list", FLOOR),
                maven.run("list", "ghpackages:list-versions", "-Dghpackages.packages=com.example.few"),
                maven.run("list", "ghpackages:list-versions", "-Dghpackages.packages=com.example.many"),
                other.read(api + "/orgs/acme/packages/maven/com.example.many/versions?state=active", VERSIONS / 100)));
    }

    /** The trivial goal, whole. */
    Cost floor() {
        return new Cost(
                median(round -> round.floor().wall()),
                median(round -> round.floor().cpu()));
    }

    Duration wallOfManyBeyondTheFloor() {
        return median(Round::wallOfMany);
    }

    Duration cpuOfManyBeyondTheFloor() {
        return median(Round::cpuOfMany);
    }

    Duration cpuOfFewBeyondTheFloor() {
        return median(Round::cpuOfFew);
    }

    /** What reads page after page. */
    String other() {
        return other.name();
    }

    Duration sequential() {
        return median(Round::sequential);
    }

    /** A whole list of many over the other client's time, in the same round. */
    double ratio() {
        return rounds.stream()
                .map(round -> (double) round.many().wall().toMillis()
                        / round.sequential().toMillis())
                .sorted()
                .toList()
                .get(rounds.size() / 2);
    }

    private Duration median(Function<Round, Duration> part) {
        return rounds.stream().map(part).sorted().toList().get(rounds.size() / 2);
    }
}
