package io.github.ghpackages.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Programs other than Maven that a case needs. */
public final class Commands {

    private static final List<String> GIT = List.of(
            "git", "-c", "user.name=octocat", "-c", "user.email=octocat@example.com", "-c", "init.defaultBranch=main");

    private Commands() {}

    /** Makes a folder a git repository with one commit, on the branch {@code main} and with a tag. */
    public static void repository(File folder, String tag) throws IOException, InterruptedException {
        git(folder, "init", "--quiet");
        git(folder, "add", "--all");
        git(folder, "commit", "--quiet", "--message=The case");
        git(folder, "tag", tag);
    }

    /** Runs git; fails with what it says if it fails. */
    public static void git(File folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(GIT.stream(), Stream.of(arguments)).toList();
        Process git = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .start();
        String says = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + says);
        }
    }
}
