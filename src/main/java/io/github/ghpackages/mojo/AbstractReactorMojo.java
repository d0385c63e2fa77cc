package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.arguments.Arguments;
import io.github.ghpackages.arguments.ReactorArguments;
import io.github.ghpackages.build.BuildEnd;
import io.github.ghpackages.build.ReactorProjects;
import io.github.ghpackages.report.Progress;
import io.github.ghpackages.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * One run for the whole reactor, whether the goal is ad hoc or bound to a phase, and the one catch.
 *
 * <p>The fields of a goal with {@code @Parameter} declare names, defaults and descriptions; only {@link Arguments} reads values.
 */
@SuppressWarnings("unused")
abstract class AbstractReactorMojo extends AbstractMojo {

    /**
     * Skips the goal. {@code true} from any source wins, even over {@code false} on the command line. A module whose own
     * pom says {@code true} is also left out of a run that starts at the root. A goal that deletes then deletes nothing in
     * the other modules either, unless {@code packages} names them.
     */
    @Parameter(property = "ghpackages.skip", defaultValue = "false")
    private String skip = "false";

    /**
     * Whether the run speaks to GitHub Actions, if it takes place there: a summary of the report on the page of the run, the outputs
     * of the step ({@code deleted}, {@code to-delete}, {@code kept}, {@code failed}, {@code journal}, {@code plan},
     * {@code report}), warnings and errors as annotations, and a fold around the report in the log.
     */
    @Parameter(property = "ghpackages.ci", defaultValue = "true")
    private String ci = "true";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    private final Progress progress = new Progress(this::info, System::nanoTime);
    private volatile @Nullable Heartbeat heartbeat;
    private @Nullable Arguments arguments;
    private @Nullable ReactorArguments reactor;

    /** Does the goal's work over these modules: parameters, plan, outcome, words. */
    abstract void run(List<MavenProject> modules);

    /** Whether a bound goal does its work in each module, and not once when the session ends. */
    boolean worksInEachModule() {
        return false;
    }

    @Override
    public final void execute() throws MojoFailureException {
        try {
            readArguments();
            requireFlag("ci");
            if (arguments().get("skip").flag()) {
                info("Skipped (ghpackages.skip=true).");
                return;
            }
            Set<String> started = BuildEnd.started(session, execution.getGoal());
            ReactorArguments.requireOneExecution(session, execution, arguments(), started);
            started.add(execution.getExecutionId());
            if (!isBoundToPhase()) {
                runUnlessFailed(modulesOfCommand());
            } else if (worksInEachModule()) {
                runUnlessFailed(List.of(Objects.requireNonNull(project)));
            } else {
                registerForTheEnd();
            }
        } catch (PackagesException e) {
            throw failure(e);
        }
    }

    /** It is read where an error may be on its way already, so a wrong value is refused before. */
    private void requireFlag(String parameter) {
        var unused = arguments().get(parameter).flag();
    }

    private void readArguments() {
        arguments = Arguments.read(session, execution, project);
        reactor = ReactorArguments.read(session, execution, project, arguments);
        Set<String> logged = BuildEnd.logged(session);
        List<String> notes = new ArrayList<>(arguments.notes());
        notes.addAll(reactor.notes());
        for (String note : notes) {
            if (logged.add(note)) {
                info(note);
            }
        }
        for (String warning : arguments.warnings()) {
            if (logged.add(warning)) {
                warn(warning);
            }
        }
    }

    /** Maven calls an ad hoc goal once for all modules; the pom of each counts as if the goal were bound in it. */
    private List<MavenProject> modulesOfCommand() {
        ReactorArguments others = reactor();
        others.requireAgreement();
        Optional<MavenProject> dry = others.dry();
        if (dry.isPresent()) {
            warn("The whole run is dry: ghpackages.dryRun=true in " + dry.get().getId() + ".");
        }
        List<MavenProject> skipped = others.skipped();
        if (skipped.isEmpty()) {
            return session.getProjects();
        }
        skipped.forEach(module -> info("Skipped: " + module.getId() + " (ghpackages.skip=true)."));
        return session.getProjects().stream()
                .filter(module -> !skipped.contains(module))
                .toList();
    }

    final boolean isBoundToPhase() {
        return execution.getSource() != MojoExecution.Source.CLI && project != null;
    }

    private void registerForTheEnd() {
        BuildEnd.register(session, key(), request(), this::runAtEnd);
    }

    /** Identifies the execution over all modules. */
    final String key() {
        return execution.getPlugin().getKey() + ":" + execution.getGoal() + "@" + execution.getExecutionId();
    }

    private void runAtEnd(List<Map<String, String>> requests) {
        try {
            ReactorArguments.requireAgreement(requests);
            Set<String> keys = requests.stream()
                    .map(request -> request.get(ReactorArguments.KEY))
                    .collect(Collectors.toSet());
            runUnlessFailed(BuildEnd.modules(session, keys));
        } catch (PackagesException e) {
            fail(failure(e));
        } catch (Throwable e) {
            // Whatever it is, it is this goal's failure. Maven shows the stack trace with -e.
            fail(new MojoExecutionException(
                    execution.getGoal() + " ended unexpectedly: " + SafeText.harmless(e.toString())
                            + ". Run the same command with -e and report what it shows.",
                    e));
        }
    }

    /** The only way to the log: a text from outside can't begin a line of its own there. */
    final void info(String line) {
        infoOfReport(SafeText.harmless(line));
    }

    /** The same for a line that is harmless already, and may have colours. */
    final void infoOfReport(String line) {
        makeWay();
        getLog().info(line);
    }

    final void warn(String line) {
        makeWay();
        getLog().warn(SafeText.harmless(line));
        runner().annotate("warning", line);
    }

    /** The runner of GitHub Actions, if there is one and the user wants it. */
    final ActionsRunner runner() {
        Arguments known = arguments;
        boolean isWanted = known == null || !known.get("ci").text().equals("false");
        return new ActionsRunner(
                isWanted ? System.getenv() : Map.of(),
                BuildEnd.things(session, "io.github.ghpackages.annotations"),
                known != null && isReportOnConsole(),
                goal(),
                line -> getLog().warn(SafeText.harmless(line)));
    }

    /** Shows no more progress. */
    final void endProgress() {
        Heartbeat shown = heartbeat;
        if (shown != null) {
            shown.close();
        }
    }

    private void makeWay() {
        Heartbeat shown = heartbeat;
        if (shown != null) {
            shown.makeWay();
        }
    }

    final void fail(Exception e) {
        session.getResult().addException(new LifecycleExecutionException(execution, session.getTopLevelProject(), e));
    }

    /** After a deploy that failed in part, nothing may be decided from what is there; so it is also under {@code -fae}. */
    private void runUnlessFailed(List<MavenProject> modules) {
        if (session.getResult().hasExceptions()) {
            warn("The build has failed, so " + execution.getGoal() + " does nothing.");
        } else {
            try (Heartbeat started = heartbeat()) {
                heartbeat = started;
                run(modules);
            } finally {
                heartbeat = null;
            }
        }
    }

    /** Shows the progress where people see it; nothing under {@code -q}. */
    private @Nullable Heartbeat heartbeat() {
        if (!getLog().isInfoEnabled()) {
            return null;
        }
        if (isReportOnConsole()) {
            return Heartbeat.logging(progress::line, line -> Console.printError("INFO", line));
        }
        Terminal terminal = Terminal.of(session);
        return terminal.isRewritable()
                ? Heartbeat.rewriting(progress::line, terminal.columns())
                : Heartbeat.logging(progress::line, line -> getLog().info(SafeText.harmless(line)));
    }

    /** Whether standard output is the report's, so that nothing else may be printed there. */
    boolean isReportOnConsole() {
        return false;
    }

    /** How far the run is. */
    final Progress progress() {
        return progress;
    }

    final MojoFailureException failure(PackagesException e) {
        e.consoleOnly().ifPresent(line -> getLog().warn(SafeText.harmless(line)));
        runner().annotate("error", String.valueOf(e.getMessage()));
        return new MojoFailureException(e.getMessage(), e);
    }

    /** This module and what it asks for; modules that ask for different things can't be served by one run. */
    private Map<String, String> request() {
        Map<String, String> request = new TreeMap<>();
        arguments().all().forEach((name, argument) -> request.put(name, argument.text()));
        MavenProject module = Objects.requireNonNull(project);
        request.put(ReactorArguments.MODULE, module.getId());
        request.put(ReactorArguments.KEY, ReactorProjects.key(module));
        return request;
    }

    /** What the user wrote, from the start of {@link #execute}. */
    final Arguments arguments() {
        return Objects.requireNonNull(arguments);
    }

    /** What the poms of the other modules say. */
    final ReactorArguments reactor() {
        return Objects.requireNonNull(reactor);
    }

    /** A file, relative to the execution root; null if the parameter is not given. */
    final @Nullable Path file(String parameter) {
        Argument argument = arguments().find(parameter).orElse(null);
        return argument == null ? null : argument.path(base());
    }

    /** The text of a parameter; null if it is not given. */
    final @Nullable String text(String parameter) {
        Argument argument = arguments().find(parameter).orElse(null);
        return argument == null ? null : argument.text();
    }

    /** As a person types it, without the prefix. */
    final String goal() {
        return execution.getGoal();
    }

    final String pluginVersion() {
        return execution.getPlugin().getVersion();
    }

    final MojoExecution execution() {
        return execution;
    }

    final MavenSession session() {
        return session;
    }

    /** Paths are relative to the execution root. */
    final Path base() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
