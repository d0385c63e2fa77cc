package io.github.ghpackages.benchmark;

import io.github.ghpackages.stub.StubGitHub;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Times the same build with and without a goal that is bound to a phase and has nothing to prune, as whole processes in turn. */
final class BoundGoal {

    private static final int PAIRS = 9;

    private final Path basedir;
    private final Path project;
    private final List<String> command;

    BoundGoal(Path basedir, Path folder, String[] args) {
        this.basedir = basedir;
        this.project = folder.resolve("bound");
        this.command = List.of(
                Path.of(args[1])
                        .resolve("bin")
                        .resolve(File.separatorChar == '\\' ? "mvn.cmd" : "mvn")
                        .toString(),
                "-B",
                "-q",
                "-s",
                project.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + basedir.resolve("target/local-repo"),
                "-Dplugin.version=" + args[2],
                "validate");
    }

    /** The median of the differences of each pair. */
    Duration timeItAdds() throws IOException, InterruptedException {
        try (StubGitHub stub = StubGitHub.start()) {
            stub.accounts().adminToken("octocat", "acme/widgets");
            stub.accounts().token("ghp_bench", "octocat", "repo", "read:packages", "delete:packages");
            stub.state().publish("acme/widgets", "com.example.app", "1.0.0");
            copyProject(stub);
            run("with", stub);
            run("without", stub);
            List<Duration> differences = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                Duration with = run("with", stub);
                differences.add(with.minus(run("without", stub)));
            }
            differences.sort(null);
            return differences.get(PAIRS / 2);
        }
    }

    private void copyProject(StubGitHub stub) throws IOException {
        Path from = basedir.resolve("src/test/resources/benchmark");
        Files.createDirectories(project);
        for (String name : List.of("with.xml", "without.xml", "settings.xml")) {
            String text =
                    Files.readString(from.resolve(name)).replace("@registry@", stub.registryUrl("acme", "widgets"));
            Files.writeString(project.resolve(name), text);
        }
    }

    private Duration run(String pom, StubGitHub stub) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-f", project.resolve(pom + ".xml").toString(), "-Dghpackages.apiUrl=" + stub.url()));
        Path log = project.resolve(pom + ".log");
        Instant begin = Instant.now();
        int exit = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Maven ended with " + exit + ", see " + log);
        }
        return Duration.between(begin, Instant.now());
    }
}
