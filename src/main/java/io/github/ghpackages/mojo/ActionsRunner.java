package io.github.ghpackages.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.github.ghpackages.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runner of GitHub Actions: its files for the summary and the outputs of a step, and its commands (docs.github.com, "Workflow
 * commands"). Elsewhere, and with {@code ci=false}, it does nothing. A file that can't be written is a warning: the run itself is done.
 */
final class ActionsRunner implements ReportFile.Ci {

    /** The runner shows no more per level and step. */
    private static final int MOST_ANNOTATIONS = 10;

    /** The runner refuses a summary that is longer. */
    private static final long MOST_SUMMARY = 1L << 20;

    private final Map<String, String> environment;
    private final ConcurrentMap<String, Object> annotated;
    private final boolean toErrors;
    private final String goal;
    private final Consumer<String> warnings;

    /**
     * @param environment empty if the runner is not to be used
     * @param annotated counts the annotations of this build by level
     * @param toErrors whether commands go to standard error, because a report goes to standard output
     * @param goal in whose name it speaks
     * @param warnings takes what kept a file from being written
     */
    ActionsRunner(
            Map<String, String> environment,
            ConcurrentMap<String, Object> annotated,
            boolean toErrors,
            String goal,
            Consumer<String> warnings) {
        this.environment = Map.copyOf(environment);
        this.annotated = annotated;
        this.toErrors = toErrors;
        this.goal = goal;
        this.warnings = warnings;
    }

    private boolean isThere() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** Shows a warning or an error beside the log, where people see it without opening the log. */
    void annotate(String level, String text) {
        if (!isThere()) {
            return;
        }
        int count = (int) Objects.requireNonNull(annotated.merge(level, 1, (more, one) -> (int) more + (int) one));
        if (count <= MOST_ANNOTATIONS) {
            Console.command(toErrors, "::" + level + " title=ghpackages%3A" + goal + "::", text);
        }
    }

    @Override
    public void group(String title) {
        if (isThere()) {
            Console.command(toErrors, "::group::", title);
        }
    }

    @Override
    public void endGroup() {
        if (isThere()) {
            Console.command(toErrors, "::endgroup::", "");
        }
    }

    @Override
    public long roomForSummary() {
        Path file = file("GITHUB_STEP_SUMMARY");
        if (file == null) {
            return 0;
        }
        try {
            return Math.max(0, MOST_SUMMARY - (Files.exists(file) ? Files.size(file) : 0));
        } catch (IOException e) {
            return MOST_SUMMARY;
        }
    }

    @Override
    public void summary(String markdown) {
        append("GITHUB_STEP_SUMMARY", markdown);
    }

    /**
     * Sets outputs of the step. If an earlier execution in the step has set them, counts are added and paths appended, one a line.
     *
     * @param counts by name
     * @param paths by name
     */
    void outputs(Map<String, Integer> counts, Map<String, List<Path>> paths) {
        Path file = file("GITHUB_OUTPUT");
        if (file == null) {
            return;
        }
        Map<String, String> before;
        try {
            before = Files.exists(file) ? StepOutputs.read(Files.readAllLines(file)) : Map.of();
        } catch (IOException e) {
            warnings.accept("The outputs of this step were not set: GITHUB_OUTPUT can't be read (" + e + ").");
            return;
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        counts.forEach((name, count) -> outputs.put(name, StepOutputs.sum(before.get(name), count)));
        paths.forEach((name, more) -> outputs.put(name, StepOutputs.appended(before.get(name), more)));
        append("GITHUB_OUTPUT", StepOutputs.written(outputs));
    }

    private void append(String variable, String text) {
        Path file = file(variable);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text, UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            warnings.accept(variable + " names a file that can't be written (" + e + "), so it lacks what this run"
                    + " reports. The run itself is not affected.");
        }
    }

    private @Nullable Path file(String variable) {
        String name = environment.getOrDefault(variable, "");
        try {
            return name.isBlank() ? null : Path.of(name);
        } catch (InvalidPathException e) {
            warnings.accept(variable + " is not a path (" + e + "), so it lacks what this run reports.");
            return null;
        }
    }
}
