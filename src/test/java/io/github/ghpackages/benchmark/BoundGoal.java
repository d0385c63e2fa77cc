package io.github.ghpackages.benchmark;

import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times the same build with and without a goal that is bound to a phase and has nothing to prune, as whole processes in turn. */
final class BoundGoal {

    private static final int PAIRS = 9;

    private final Path folder;
    private final String[] args;

    BoundGoal(Path folder, String[] args) {
        this.folder = folder;
        this.args = args;
    }

    /** The median of the differences of each pair. */
    Duration timeItAdds() throws IOException, InterruptedException {
        try (StubGitHub stub = StubGitHub.start()) {
            stub.accounts().adminToken("octocat", "acme/widgets");
            stub.accounts().token("ghp_bench", "octocat", "repo", "read:packages", "delete:packages");
            stub.state().publish("acme/widgets", "com.example.app", "1.0.0");
            WholeProcess maven = new WholeProcess(folder.resolve("bound"), args, stub);
            maven.run("with", "validate");
            maven.run("without", "validate");
            List<Duration> differences = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                Duration with = maven.run("with", "validate").wall();
                differences.add(with.minus(maven.run("without", "validate").wall()));
            }
            differences.sort(null);
            return differences.get(PAIRS / 2);
        }
    }
}
