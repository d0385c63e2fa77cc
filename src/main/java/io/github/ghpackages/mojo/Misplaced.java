package io.github.ghpackages.mojo;

import static io.github.ghpackages.mojo.ParameterNames.PREFIX;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Other goals' parameters that may have been meant for this goal, such as {@code version} for {@code versions}: here they have
 * no effect, and all versions would be judged where the user thinks of a few.
 */
final class Misplaced {

    private final MavenSession session;
    private final MojoExecution execution;
    private final PomInput pom;
    private final ParameterNames names;
    private final Predicate<String> isGiven;

    /**
     * Looks for them.
     *
     * @param isGiven whether the user gives a parameter of this goal
     */
    Misplaced(
            MavenSession session,
            MojoExecution execution,
            PomInput pom,
            ParameterNames names,
            Predicate<String> isGiven) {
        this.session = session;
        this.execution = execution;
        this.pom = pom;
        this.names = names;
        this.isGiven = isGiven;
    }

    /** One warning for each that the user typed, and for each in the pom where none of this goal's own is given. */
    List<String> warnings() {
        List<String> typed = ParameterNames.in(session.getUserProperties());
        return Stream.concat(typed.stream().map(name -> PREFIX + name), suspicious().stream())
                .distinct()
                .filter(written -> !names.nearOfGoal(name(written)).isEmpty())
                .map(written -> written + " has no effect on " + execution.getGoal() + "; its parameter is "
                        + meant(written) + ".")
                .toList();
    }

    /** Refuses one that no other goal of the command could use. */
    void refuse() {
        List<String> goals = goals();
        for (String written : suspicious()) {
            if (!names.isOfOneOf(goals, name(written))) {
                throw new PackagesException(
                        Id.UNKNOWN_PARAMETER,
                        "Reading " + written + " failed.",
                        execution.getGoal() + " has no such parameter, nor has another goal of this command.",
                        "Did you mean " + meant(written) + "? If not, leave it out. Nothing was changed.");
            }
        }
    }

    /** As they are written: {@code ghpackages.version} or {@code <version>}. */
    private List<String> suspicious() {
        List<String> written = new ArrayList<>();
        Stream.of(session.getUserProperties(), session.getSystemProperties(), pom.properties())
                .flatMap(properties -> ParameterNames.in(properties).stream())
                .map(name -> PREFIX + name)
                .forEach(written::add);
        pom.configuration().elements().stream()
                .map(Xpp3Dom::getName)
                .map(name -> "<" + name + ">")
                .forEach(written::add);
        return written.stream()
                .distinct()
                .filter(text -> names.isOfAnyGoal(name(text)))
                .filter(text -> {
                    List<String> near = names.nearOfGoal(name(text));
                    return !near.isEmpty() && near.stream().noneMatch(isGiven);
                })
                .toList();
    }

    private String meant(String written) {
        String meant = names.nearOfGoal(name(written)).get(0);
        return written.startsWith(PREFIX) ? PREFIX + meant : "<" + meant + ">";
    }

    private static String name(String written) {
        return written.startsWith(PREFIX)
                ? written.substring(PREFIX.length())
                : written.substring(1, written.length() - 1);
    }

    /** Of {@code ghpackages:prune-versions@nightly}, the goal. A phase may run all goals that the pom binds. */
    private List<String> goals() {
        Stream<String> typed = session.getGoals().stream()
                .map(goal -> goal.substring(goal.lastIndexOf(':') + 1))
                .map(goal -> goal.contains("@") ? goal.substring(0, goal.indexOf('@')) : goal);
        return execution.getSource() == MojoExecution.Source.CLI
                ? typed.toList()
                : Stream.concat(typed, pom.configuration().goals().stream()).toList();
    }
}
