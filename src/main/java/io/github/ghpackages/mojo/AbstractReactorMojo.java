package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** One run for the whole reactor, whether the goal is typed or bound to a phase, and the one catch. */
abstract class AbstractReactorMojo extends AbstractMojo {

    /**
     * Does nothing. {@code true} from the command line wins over a pom that says {@code false}. A module whose own pom says
     * {@code true} is left out of a run that is started at the root, too; where the goal deletes, it then deletes nothing in the
     * other modules either, unless {@code packages} names them.
     */
    @Parameter(property = "ghpackages.skip", defaultValue = "false")
    private String skip = "false";

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    /** Does the goal's work over these modules: parameters, plan, outcome, words. */
    abstract void run(List<MavenProject> modules);

    /** Is shown a module's parameters, to put in what the goal goes by where that is not what Maven injects. */
    void settle(Map<String, String> request) {}

    /** Whether this run may delete something. */
    boolean mayDelete() {
        return false;
    }

    @Override
    public final void execute() throws MojoFailureException {
        try {
            input().check().forEach(getLog()::warn);
            if (input().saysTrueAnywhere("skip", skip)) {
                getLog().info("Skipped (ghpackages.skip=true).");
                return;
            }
            if (mayDelete()) {
                input().refuseMisplaced();
            }
            if (isBoundToPhase()) {
                registerForTheEnd();
            } else {
                runUnlessFailed(modulesOfCommand());
            }
        } catch (PackagesException e) {
            throw failure(e);
        }
    }

    /** Maven calls a typed goal once, for all modules; each has its say as if the goal were bound in it. */
    private List<MavenProject> modulesOfCommand() {
        OtherModules others = input().otherModules();
        Map<String, String> values = Parameters.of(this);
        others.requireAgreement(values);
        if (!input().saysTrueHere("dryRun", values.get("dryRun"))) {
            others.dry()
                    .ifPresent(module ->
                            getLog().warn("The whole run is dry: ghpackages.dryRun=true in " + module.getId() + "."));
        }
        List<MavenProject> skipped = others.skipped();
        skipped.forEach(module -> getLog().info("Skipped: " + module.getId() + " (ghpackages.skip=true)."));
        return skipped.isEmpty()
                ? session.getProjects()
                : session.getProjects().stream()
                        .filter(module -> !skipped.contains(module))
                        .toList();
    }

    private boolean isBoundToPhase() {
        return execution.getSource() != MojoExecution.Source.CLI && project != null;
    }

    private void registerForTheEnd() {
        String key = execution.getPlugin().getKey() + ":" + execution.getGoal() + "@" + execution.getExecutionId();
        EndOfReactor.register(session, key, request(), this::runAtEnd);
    }

    private void runAtEnd(List<Map<String, String>> requests) {
        try {
            runUnlessFailed(EndOfReactor.modules(session, requests));
        } catch (PackagesException e) {
            fail(failure(e));
        } catch (RuntimeException e) {
            // Thrown out of a listener, it would take the rest of the build's end with it.
            fail(new MojoExecutionException(execution.getGoal() + " broke: " + Text.harmless(e.toString()), e));
        }
    }

    private void fail(Exception e) {
        session.getResult().addException(new LifecycleExecutionException(execution, session.getTopLevelProject(), e));
    }

    /** After a deploy that failed in part, nothing may be decided from what is there; so it is also under {@code -fae}. */
    private void runUnlessFailed(List<MavenProject> modules) {
        if (session.getResult().hasExceptions()) {
            getLog().warn("The build has failed, so " + execution.getGoal() + " does nothing.");
        } else {
            run(modules);
        }
    }

    private MojoFailureException failure(PackagesException e) {
        e.consoleOnly().ifPresent(getLog()::warn);
        return new MojoFailureException(e.getMessage(), e);
    }

    /** This module and what it asks for; modules that ask for different things can't be served by one run. */
    private Map<String, String> request() {
        Map<String, String> request = new TreeMap<>(Parameters.of(this));
        settle(request);
        request.put(EndOfReactor.MODULE, Objects.requireNonNull(project).getId());
        return request;
    }

    final StrictInput input() {
        return new StrictInput(session, execution, project);
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
