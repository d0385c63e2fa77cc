package io.github.ghpackages.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the pom says in the {@code <configuration>} of the plugin and of the execution, as it is written there. */
final class PomConfiguration {

    private final @Nullable Plugin plugin;
    private final @Nullable PluginExecution execution;

    PomConfiguration(MojoExecution execution, @Nullable MavenProject project) {
        this.plugin = project == null ? null : plugin(execution, project);
        this.execution = plugin == null ? null : plugin.getExecutionsAsMap().get(execution.getExecutionId());
    }

    /** All parameters that it gives. */
    List<Xpp3Dom> elements() {
        return Stream.of(execution, plugin)
                .flatMap(container -> configuration(container).stream())
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .toList();
    }

    /** What it gives for a parameter; the execution's word comes before the plugin's. */
    Optional<Xpp3Dom> find(String name) {
        return Stream.of(execution, plugin)
                .flatMap(container -> configuration(container).stream())
                .map(configuration -> configuration.getChild(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What only the execution gives. Maven copies the plugin's elements into it; they are for all goals, and not among these. */
    List<String> namesOfExecution() {
        List<String> names = new ArrayList<>();
        configuration(execution)
                .ifPresent(own -> Stream.of(own.getChildren())
                        .map(Xpp3Dom::getName)
                        .filter(name -> configuration(plugin)
                                .map(shared -> shared.getChild(name))
                                .isEmpty())
                        .forEach(names::add));
        return names;
    }

    /** The goals that the pom binds in this execution. */
    List<String> goalsOfExecution() {
        return execution == null ? List.of() : execution.getGoals();
    }

    /** The goals that the pom binds in all executions. */
    List<String> goals() {
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .flatMap(each -> each.getGoals().stream())
                        .toList();
    }

    private static Optional<Xpp3Dom> configuration(@Nullable ConfigurationContainer container) {
        return container != null && container.getConfiguration() instanceof Xpp3Dom dom
                ? Optional.of(dom)
                : Optional.empty();
    }

    private static @Nullable Plugin plugin(MojoExecution execution, MavenProject project) {
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        return plugin != null || project.getPluginManagement() == null
                ? plugin
                : project.getPluginManagement().getPluginsAsMap().get(key);
    }
}
