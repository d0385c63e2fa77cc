package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a run beside the project at which it starts. Maven calls a goal that is typed once, with what that one project
 * says; what the pom of another module says must count as it does where the goal is bound in each of them.
 */
final class OtherModules {

    private static final String SKIP = "skip";
    private static final String DRY_RUN = "dryRun";

    private final MavenSession session;
    private final MojoExecution execution;
    private final @Nullable MavenProject start;
    private final ParameterNames names;

    OtherModules(MavenSession session, MojoExecution execution, @Nullable MavenProject start, ParameterNames names) {
        this.session = session;
        this.execution = execution;
        this.start = start;
        this.names = names;
    }

    /** Refuses what would be refused in the pom of the project at which the run starts. */
    void check() {
        all().forEach(module -> {
            try {
                input(module).check();
            } catch (PackagesException e) {
                throw new PackagesException(
                        e.id(), e.tried(), "In " + module.getId() + ": " + e.reason(), e.remedy(), e);
            }
        });
    }

    /** Those whose poms say that the goal does nothing for them. */
    List<MavenProject> skipped() {
        return all().filter(this::isSkipped).toList();
    }

    /** The first that says {@code dryRun=true}, for a goal that knows it. */
    Optional<MavenProject> dry() {
        return names.ofGoal().contains(DRY_RUN)
                ? all().filter(module -> !isSkipped(module) && input(module).saysTrue(DRY_RUN))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Refuses a module that sets a parameter of this goal to another value than the run uses.
     *
     * @param run the run's values, by parameter
     */
    void requireAgreement(Map<String, String> run) {
        Map<String, String> ofRun = new HashMap<>();
        run.forEach((name, value) -> put(name, value, ofRun));
        ofRun.put(EndOfReactor.MODULE, start == null ? "the command line" : start.getId());
        all().filter(module -> !isSkipped(module)).forEach(module -> {
            Map<String, String> ofModule = new HashMap<>(ofRun);
            ofModule.put(EndOfReactor.MODULE, module.getId());
            PomInput input = input(module);
            names.ofGoal().stream()
                    .filter(name -> !name.equals(SKIP) && !name.equals(DRY_RUN))
                    .forEach(name -> input.value(name).ifPresent(value -> put(name, value, ofModule)));
            EndOfReactor.requireAgreement(List.of(ofRun, ofModule));
        });
    }

    /** However the blanks and commas of a list are written. */
    private static void put(String name, String value, Map<String, String> values) {
        String text = String.join(",", Texts.of(List.of(value.split(","))));
        if (text.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, text);
        }
    }

    private boolean isSkipped(MavenProject module) {
        return input(module).saysTrue(SKIP);
    }

    private PomInput input(MavenProject module) {
        MavenSession atModule = session.clone();
        atModule.setCurrentProject(module);
        return new PomInput(atModule, execution, module, names);
    }

    /** None for a goal that is bound to a phase: each module speaks for itself then. */
    private Stream<MavenProject> all() {
        List<MavenProject> projects = session.getProjects();
        return execution.getSource() != MojoExecution.Source.CLI || projects == null
                ? Stream.of()
                : projects.stream().filter(module -> !Objects.equals(module, start));
    }
}
