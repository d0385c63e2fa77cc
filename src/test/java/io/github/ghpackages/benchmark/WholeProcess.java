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
import java.util.concurrent.TimeUnit;

/** Runs Maven on a small project against the stub, and measures the process as a whole. */
final class WholeProcess {

    private static final List<String> FILES = List.of("with.xml", "without.xml", "list.xml", "settings.xml");

    private final Path project;
    private final List<String> command;
    private final StubGitHub stub;
    private String options = "";

    /** What a run took. CPU time hardly depends on what else the machine does. */
    record Cost(Duration wall, Duration cpu) {}

    /** Wants the arguments of the benchmark: the base directory, Maven's home, the plugin's version. */
    WholeProcess(Path folder, String[] args, StubGitHub stub) throws IOException {
        Path basedir = Path.of(args[0]);
        this.project = folder;
        this.stub = stub;
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
                "-Dghpackages.apiUrl=" + stub.url());
        copyProject(basedir.resolve("src/test/resources/benchmark"));
    }

    private void copyProject(Path from) throws IOException {
        Files.createDirectories(project);
        for (String name : FILES) {
            String text =
                    Files.readString(from.resolve(name)).replace("@registry@", stub.registryUrl("acme", "widgets"));
            Files.writeString(project.resolve(name), text);
        }
    }

    /** Options of the JVM, such as its heap. */
    void options(String jvm) {
        options = jvm;
    }

    Cost run(String pom, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-f", project.resolve(pom + ".xml").toString()));
        all.addAll(List.of(arguments));
        Path log = project.resolve(pom + ".log");
        Instant begin = Instant.now();
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
        if (!options.isEmpty()) {
            builder.environment().put("MAVEN_OPTS", options);
        }
        Process maven = builder.start();
        Duration cpu = cpuUntilEnd(maven);
        Duration wall = Duration.between(begin, Instant.now());
        if (maven.exitValue() != 0) {
            throw new IllegalStateException("Maven ended with " + maven.exitValue() + ", see " + log);
        }
        return new Cost(wall, cpu);
    }

    /** A process that has ended reports nothing, so it is asked until then; mvn replaces its shell by Java. */
    private static Duration cpuUntilEnd(Process process) throws InterruptedException {
        Duration last = Duration.ZERO;
        do {
            last = process.info().totalCpuDuration().orElse(last);
        } while (!process.waitFor(5, TimeUnit.MILLISECONDS));
        return last;
    }
}
