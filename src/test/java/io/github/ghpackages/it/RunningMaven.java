package io.github.ghpackages.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Maven at work on a case, beside those that the invoker starts, so that something can happen to it in the middle. */
public final class RunningMaven {

    /** In a mask of signals. */
    private static final long SIGINT = 1L << 1;

    private static final long MOST_MINUTES = 5;
    private static final long MOST_SECONDS_TO_END = 20;

    /** What a terminal sends for Ctrl-C. */
    private static final int CTRL_C = 3;

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private final Process process;
    private final Path log;
    private final boolean isInTerminal;

    private RunningMaven(Process process, Path log, boolean isInTerminal) {
        this.process = process;
        this.log = log;
        this.isInTerminal = isInTerminal;
    }

    /** Whether this machine can start a process in a terminal of its own, by Linux's {@code script}. */
    public static boolean hasTerminal() {
        return Files.isExecutable(SCRIPT) && System.getProperty("os.name").equals("Linux");
    }

    /** Starts Maven in a terminal of its own, where it is not in batch mode. */
    public static RunningMaven startInTerminal(
            File basedir, Map<String, Object> context, File localRepository, String name, List<String> arguments)
            throws IOException {
        ProcessBuilder maven = maven(basedir, context, localRepository, name, arguments);
        maven.command().remove("-B");
        String command = maven.command().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        maven.command(SCRIPT.toString(), "-qefc", "stty columns 120; exec " + command, "/dev/null");
        maven.environment().put("TERM", "xterm");
        return new RunningMaven(maven.start(), log(basedir, name), true);
    }

    /**
     * Starts Maven as the invoker does, with the same settings, local repository, home and user properties. The stub of the case
     * must be there.
     *
     * @param basedir the folder of the case
     * @param name what Maven says goes to {@code name.log} in that folder
     */
    public static RunningMaven start(
            File basedir, Map<String, Object> context, File localRepository, String name, List<String> arguments)
            throws IOException {
        return start(basedir, context, localRepository, name, arguments, Map.of());
    }

    /** The same with more variables in the environment; {@code -s} among the arguments replaces the settings. */
    public static RunningMaven start(
            File basedir,
            Map<String, Object> context,
            File localRepository,
            String name,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        ProcessBuilder maven = maven(basedir, context, localRepository, name, arguments);
        maven.environment().putAll(environment);
        return new RunningMaven(maven.start(), log(basedir, name), false);
    }

    private static Path log(File basedir, String name) {
        return basedir.toPath().resolve(name + ".log");
    }

    /** The folder that has the case: {@code its}, or in the profile matrix {@code its-3.9.16} and so on. */
    private static Path cases(File basedir) {
        Path folder = basedir.toPath();
        while (!Objects.requireNonNull(folder.getFileName()).toString().matches("its(-.*)?")) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    /** The Maven that runs the case. The invoker does not tell which it is. */
    public static Path home(File basedir) {
        Path cases = cases(basedir);
        String version = cases.getFileName().toString().replaceFirst("its-?", "");
        Path unpacked = cases.resolveSibling("maven").resolve("apache-maven-" + version);
        return Files.isDirectory(unpacked) ? unpacked : Path.of(System.getProperty("maven.home"));
    }

    private static ProcessBuilder maven(
            File basedir, Map<String, Object> context, File localRepository, String name, List<String> arguments) {
        Path cases = cases(basedir);
        Path target = Objects.requireNonNull(cases.getParent());
        boolean windows = File.separatorChar == '\\';
        Properties properties = (Properties) Objects.requireNonNull(context.get("userProperties"));
        Path mvn = home(basedir).resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
        ProcessBuilder maven = new ProcessBuilder(mvn.toString(), "-B", "-Dmaven.repo.local=" + localRepository)
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectOutput(log(basedir, name).toFile());
        if (!arguments.contains("-s")) {
            maven.command()
                    .addAll(List.of(
                            "-s", cases.resolve("interpolated-settings.xml").toString()));
        }
        properties
                .stringPropertyNames()
                .forEach(key -> maven.command().add("-D" + key + "=" + properties.getProperty(key)));
        maven.command().addAll(arguments);
        Map<String, String> environment = maven.environment();
        environment.keySet().removeIf(key -> key.startsWith("GITHUB_") || key.equals("MAVEN_ARGS"));
        environment.put(
                "MAVEN_OPTS",
                "-Duser.home=" + target.resolve("it-home")
                        + " -Dmaven.plugin.validation=VERBOSE -XX:TieredStopAtLevel=1");
        return maven;
    }

    /** Waits until it ends; fails if it does not end well. */
    public void succeeds() throws IOException, InterruptedException {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("It does not succeed:\n" + Files.readString(log));
            }
        } finally {
            kill();
        }
    }

    /** Kills it, without a chance to clean up, as soon as something has happened; fails if it ends before that. */
    public void killWhen(BooleanSupplier condition) throws IOException, InterruptedException {
        try {
            await(condition);
        } finally {
            kill();
        }
    }

    /** Asks it to end (SIGTERM), as soon as something has happened; fails if it ends before that, or does not end then. */
    public void terminateWhen(BooleanSupplier condition) throws IOException, InterruptedException {
        endWhen(condition, () -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    /**
     * The same by Ctrl-C (SIGINT), which Windows can't send to a single process. A build that runs in the background of a shell
     * ignores SIGINT, and so do its children: they get SIGTERM.
     */
    public void interruptWhen(BooleanSupplier condition) throws IOException, InterruptedException {
        endWhen(condition, () -> {
            if (isInTerminal) {
                process.getOutputStream().write(CTRL_C);
                process.getOutputStream().flush();
                return;
            }
            if (ignoresInterrupt()) {
                process.destroy();
                return;
            }
            // The script replaces itself by Java, so there is one process.
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        });
    }

    private boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
        }
    }

    /** A way to end a process. */
    private interface Ending {

        void send() throws IOException, InterruptedException;
    }

    private void endWhen(BooleanSupplier condition, Ending ending) throws IOException, InterruptedException {
        try {
            await(condition);
            ending.send();
            if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end:\n" + Files.readString(log));
            }
        } finally {
            kill();
        }
    }

    private void await(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It did not happen while Maven ran:\n" + Files.readString(log));
            }
        }
    }

    private void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
