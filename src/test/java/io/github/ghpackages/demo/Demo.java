package io.github.ghpackages.demo;

import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Demonstrates the plugin: real Maven builds publish a project to a simulated GitHub on this machine, then the
 * plugin lists, prunes and restores what they published. {@code mvn -B verify -Pdemo} starts it.
 */
final class Demo {

    private static final String WIDTH = "-".repeat(78);

    /** How a heading begins, with which a report begins. */
    private static final String HEADING = "\u001b[1m";

    private final StubGitHub github;
    private final MavenBuilds maven;
    private final Path pictures;

    private Demo(StubGitHub github, MavenBuilds maven, Path pictures) {
        this.github = github;
        this.maven = maven;
        this.pictures = pictures;
    }

    /** Wants the base directory, Maven's home, the plugin's version and the local repository of the build that started it. */
    public static void main(String[] args) throws Exception {
        Path basedir = Path.of(args[0]);
        Path target = basedir.resolve("target");
        DemoFolder folder = new DemoFolder(target.resolve("demo"), basedir);
        try (StubGitHub github = StubGitHub.start()) {
            github.accounts()
                    .organisation("acme", "octocat")
                    .repository("acme/shop")
                    .token("ghp_it", "octocat", "repo", "read:packages", "write:packages", "delete:packages");
            folder.create(Map.of(
                    "@registry@", github.url(),
                    "@plugin.version@", args[2],
                    "@project.groupId@", "io.github.ghpackages",
                    "@localRepositoryUrl@", Path.of(args[3]).toUri().toString(),
                    "@localRepository@", target.resolve("local-repo").toString()));
            MavenBuilds maven = new MavenBuilds(
                    Path.of(args[1]),
                    folder.project(),
                    folder.logs(),
                    Map.of("MAVEN_OPTS", "-Duser.home=" + folder.home() + " -XX:TieredStopAtLevel=1"));
            new Demo(github, maven, folder.root()).play();
        }
        say(
                "",
                WIDTH,
                "You have seen a list, a dry run, a prune with its journal, and an undo, by",
                "real Maven builds.",
                "Nothing left this machine. The logs of all builds: " + basedir.relativize(folder.logs()),
                "",
                "Next, in a project of yours that deploys to GitHub Packages (see the README):",
                "",
                "    mvn ghpackages:check-access      what your token may do",
                "    mvn ghpackages:prune-versions    a dry run by your rules",
                "");
    }

    private void play() throws IOException, InterruptedException {
        say("", "A project with two modules publishes seven versions to GitHub Packages,");
        say("simulated on this machine, with dates spread over a year.", "");
        Instant now = Instant.now();
        publish("1.0.0", now.minus(Duration.ofDays(400)));
        publish("1.1.0", now.minus(Duration.ofDays(210)));
        publish("1.2.0", now.minus(Duration.ofDays(95)));
        publish("1.3.0-rc1", now.minus(Duration.ofDays(30)));
        publish("1.3.0-rc2", now.minus(Duration.ofDays(20)));
        publish("1.3.0", now.minus(Duration.ofDays(13)));
        publish("2.0.0-SNAPSHOT", now.minus(Duration.ofHours(3)));
        github.clock(now);
        show("What is there?", "list-versions");
        show("What would go? keepReleases=2, keepPrereleases=1, keepVersions=1.0.0 (pom).", "prune-versions");
        show("Then do it.", "prune-versions", "-Dghpackages.dryRun=false");
        show("What was deleted, and for how long can it come back?", "list-versions", "-Dghpackages.state=deleted");
        show("That was a mistake: undo the last prune.", "restore-version", "-Dghpackages.journal=last");
        show("All is back.", "list-versions");
        paint("prune-versions");
    }

    /** Pictures for the README: {@code cp target/demo/report-*.svg src/site/resources/images}. */
    private void paint(String goal) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("\u001b[2m$ mvn ghpackages:" + goal + "\u001b[0m", ""));
        List<String> log = maven.run("ghpackages:" + goal, "-Dstyle.color=always");
        GoalOutput.of(goal, log).stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .forEach(lines::add);
        Files.writeString(pictures.resolve("report-light.svg"), Picture.of(lines, false));
        Files.writeString(pictures.resolve("report-dark.svg"), Picture.of(lines, true));
    }

    private void publish(String version, Instant then) throws IOException, InterruptedException {
        github.clock(then);
        maven.run("deploy", "-Drevision=" + version);
        say("$ mvn deploy -Drevision=" + version);
    }

    private void show(String question, String goal, String... options) throws IOException, InterruptedException {
        String[] arguments = Stream.concat(Stream.of("ghpackages:" + goal), Stream.of(options))
                .toArray(String[]::new);
        say("", WIDTH, question, "", "$ mvn " + String.join(" ", arguments), "");
        List<String> lines = GoalOutput.of(goal, maven.run(arguments));
        if (lines.isEmpty()) {
            throw new IllegalStateException(goal + " said nothing");
        }
        lines.forEach(System.out::println);
    }

    private static void say(String... lines) {
        Stream.of(lines).forEach(System.out::println);
    }
}
