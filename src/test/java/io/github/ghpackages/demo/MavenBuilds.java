package io.github.ghpackages.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs Maven on one project, as a person would on a command line, and keeps what it says in numbered files. */
final class MavenBuilds {

    private final Path maven;
    private final Path project;
    private final Path logs;
    private final Map<String, String> environment;
    private int count;

    MavenBuilds(Path mavenHome, Path project, Path logs, Map<String, String> environment) {
        this.maven = mavenHome.resolve("bin").resolve(isWindows() ? "mvn.cmd" : "mvn");
        this.project = project;
        this.logs = logs;
        this.environment = environment;
    }

    /** What Maven said; a build that fails ends the demo. */
    List<String> run(String... arguments) throws IOException, InterruptedException {
        Path log = logs.resolve(String.format(Locale.ROOT, "%02d-%s.log", ++count, name(arguments[0])));
        List<String> command = new ArrayList<>(List.of(maven.toString(), "-B", "-ntp"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        if (exit != 0) {
            lines.stream().skip(Math.max(0, lines.size() - 40)).forEach(System.out::println);
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit + ", see " + log);
        }
        return lines;
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private static String name(String goal) {
        return goal.substring(goal.indexOf(':') + 1);
    }
}
