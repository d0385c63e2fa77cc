package io.github.ghpackages.soak;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Real Maven in a folder and a home of its own, with the plugin that was just built. */
final class SoakedMaven {

    private static final long MOST_MINUTES = 3;

    private final Path folder;
    private final List<String> command;

    SoakedMaven(Soak.Settings settings, Path folder, String url) throws IOException {
        this.folder = folder;
        Path resources = settings.basedir().resolve("src/test/resources/benchmark");
        Files.writeString(
                folder.resolve("pom.xml"),
                Files.readString(resources.resolve("list.xml")).replace("@registry@", url + "/acme/app"));
        Files.writeString(
                folder.resolve("settings.xml"),
                Files.readString(resources.resolve("settings.xml")).replace("ghp_bench", "ghp_soak"));
        this.command = List.of(
                settings.mavenHome().resolve("bin/mvn").toString(),
                "-B",
                "-e",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + settings.basedir().resolve("target/local-repo"),
                "-Dplugin.version=" + settings.version(),
                "-Dghpackages.apiUrl=" + url,
                "-Dghpackages.responseTimeout=2s",
                "-Dghpackages.maxWait=10s");
    }

    /** Runs Maven to its end, and returns its exit status. */
    int run(String name, List<String> words) throws IOException, InterruptedException {
        Process maven = start(name, words);
        if (!maven.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            maven.destroyForcibly().waitFor();
            throw new AssertionError(name + " does not end");
        }
        return maven.exitValue();
    }

    /** Kills Maven as soon as something has happened. Returns its exit status if it ended before, else {@link Round#KILLED}. */
    int runAndKill(String name, List<String> words, boolean politely, BooleanSupplier condition)
            throws IOException, InterruptedException {
        Process maven = start(name, words);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (!condition.getAsBoolean()) {
            if (maven.waitFor(5, TimeUnit.MILLISECONDS)) {
                return maven.exitValue();
            }
            if (System.nanoTime() > end) {
                maven.destroyForcibly().waitFor();
                throw new AssertionError(name + " does not end");
            }
        }
        if (politely) {
            maven.destroy();
        } else {
            maven.destroyForcibly();
        }
        if (!maven.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError(name + " does not end when it should");
        }
        return Round.KILLED;
    }

    private Process start(String name, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("GITHUB_") || key.equals("MAVEN_ARGS"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment()
                .put(
                        "MAVEN_OPTS",
                        "-Duser.home=" + folder.resolve("home") + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return builder.start();
    }

    JsonObject json(String file) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve(file))).getAsJsonObject();
    }

    /** The whole lines of a file: a process that is killed may leave a part of one. */
    List<String> lines(String file) throws IOException {
        if (!Files.exists(folder.resolve(file))) {
            return List.of();
        }
        String text = Files.readString(folder.resolve(file));
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
