package io.github.ghpackages.mojo;

import io.github.ghpackages.report.HelpText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Explains the goals and their parameters. It prints also under {@code -q}.
 *
 * <p>Example: {@code mvn ghpackages:help -Ddetail -Dgoal=prune-versions}
 */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {

    /** The goal to explain. Default: all. */
    @Parameter(property = "goal")
    private @Nullable String goal;

    /** Whether to explain each parameter. */
    @Parameter(property = "detail", defaultValue = "false")
    private boolean detail;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it
    private MojoExecution execution;

    @Override
    public void execute() throws MojoFailureException {
        List<HelpText.Goal> goals = execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .map(HelpMojo::goal)
                .filter(each -> goal == null || each.name().equals(goal))
                .toList();
        if (goals.isEmpty()) {
            throw new MojoFailureException(
                    "There is no goal ghpackages:" + goal + ". To see which there are, run mvn ghpackages:help.");
        }
        var screen = Terminal.of(session).screen();
        if (detail) {
            goals.forEach(each -> Console.print(HelpText.detail(each, screen)));
        } else {
            var descriptor = execution.getMojoDescriptor().getPluginDescriptor();
            String title = "ghpackages-maven-plugin " + descriptor.getVersion() + ". " + descriptor.getDescription();
            Console.print(HelpText.overview(title, goals, screen));
        }
    }

    /** A goal as the descriptor, which is made of the Javadoc, explains it. */
    static HelpText.Goal goal(MojoDescriptor descriptor) {
        PlexusConfiguration configuration = descriptor.getMojoConfiguration();
        List<HelpText.Parameter> parameters = descriptor.getParameters().stream()
                .filter(org.apache.maven.plugin.descriptor.Parameter::isEditable)
                .map(parameter -> new HelpText.Parameter(
                        parameter.getName(),
                        Optional.ofNullable(parameter.getDescription()).orElse(""),
                        Optional.ofNullable(configuration
                                        .getChild(parameter.getName())
                                        .getAttribute("default-value"))
                                .orElse("")))
                .toList();
        return new HelpText.Goal(
                descriptor.getGoal(),
                Optional.ofNullable(descriptor.getDescription()).orElse(""),
                parameters);
    }
}
