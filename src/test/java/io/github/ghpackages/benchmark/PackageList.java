package io.github.ghpackages.benchmark;

import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Times the list of an owner's thousands of packages as a whole process, in turn with a client that reads page after page. */
final class PackageList {

    private static final int ROUNDS = 7;
    private static final int PACKAGES = 10_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Java compiles with less effort then, which suits a process that ends within seconds. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final PageAfterPage other;
    private final List<Round> rounds = new ArrayList<>();

    private record Round(Duration list, Duration quick, Duration other) {}

    PackageList(Path folder, String[] args) throws IOException, InterruptedException {
        other = new PageAfterPage(folder.resolve("packages"));
        try (StubGitHub stub = OwnerRuns.owner()) {
            for (int i = 0; i < PACKAGES; i++) {
                stub.state().publish("acme/widgets", "com.example.p" + i, "1.0", START);
            }
            WholeProcess maven = new WholeProcess(folder.resolve("packages"), args, stub);
            measure(maven, stub.url());
            rounds.clear();
            for (int round = 0; round < ROUNDS; round++) {
                measure(maven, stub.url());
            }
        }
    }

    private void measure(WholeProcess maven, String api) throws IOException, InterruptedException {
        Duration list = list(maven, "");
        Duration quick = list(maven, QUICK_START);
        rounds.add(new Round(list, quick, other.read(api + "/orgs/acme/packages?package_type=maven", PACKAGES / 100)));
    }

    private static Duration list(WholeProcess maven, String jvm) throws IOException, InterruptedException {
        maven.options(jvm);
        return maven.run("list", "ghpackages:list-packages", "-Dghpackages.owner=acme")
                .wall();
    }

    /** What reads page after page. */
    String other() {
        return other.name();
    }

    Duration took() {
        return median(Round::list);
    }

    Duration tookWithQuickStart() {
        return median(Round::quick);
    }

    Duration otherTook() {
        return median(Round::other);
    }

    /** The list over the other client's time, in the same round. */
    double ratio() {
        return median(round -> ratio(round.list(), round.other()));
    }

    double ratioWithQuickStart() {
        return median(round -> ratio(round.quick(), round.other()));
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toMillis() / other.toMillis();
    }

    private <T extends Comparable<T>> T median(Function<Round, T> part) {
        return rounds.stream().map(part).sorted().toList().get(rounds.size() / 2);
    }
}
