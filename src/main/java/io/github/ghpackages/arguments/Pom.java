package io.github.ghpackages.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} that a pom has for the plugin and for the execution, as it is written there. */
public final class Pom {

    private final MojoExecution goal;
    private final @Nullable Plugin plugin;
    private final @Nullable PluginExecution execution;

    /**
     * Looks at what this project says.
     *
     * @param project null: where there is no pom
     */
    Pom(MojoExecution goal, @Nullable MavenProject project) {
        this.goal = goal;
        this.plugin = project == null ? null : plugin(goal, project);
        this.execution = plugin == null ? null : plugin.getExecutionsAsMap().get(goal.getExecutionId());
    }

    /** Refuses names that no goal has, or none of the execution's goals, and values that can't be used. */
    void check(ParameterNames names, WrittenText texts) {
        for (Xpp3Dom configuration : configurations()) {
            for (Xpp3Dom element : configuration.getChildren()) {
                names.requireKnown("the configuration element <" + element.getName() + ">", element.getName(), "");
                texts.check(element.getName(), element);
            }
        }
        Set<String> goals = new TreeSet<>(execution == null ? List.of() : execution.getGoals());
        if (!goals.isEmpty()) {
            goals.add(goal.getGoal());
            String where = "> of the execution " + goal.getExecutionId();
            namesOfExecution()
                    .forEach(name -> names.requireOneOf(goals, "the configuration element <" + name + where, name));
        }
    }

    /** The elements of a parameter; what the execution says comes before what the plugin says. */
    List<Xpp3Dom> elements(String name) {
        List<Xpp3Dom> elements = new ArrayList<>();
        for (Xpp3Dom configuration : configurations()) {
            @Nullable Xpp3Dom element = configuration.getChild(name);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The goals that this pom binds, in all executions. */
    List<String> goals() {
        List<String> goals = new ArrayList<>();
        for (PluginExecution each : plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
            goals.addAll(each.getGoals());
        }
        return goals;
    }

    /** What only the execution gives. Maven copies the plugin's elements into it; these are for all goals. */
    private Stream<String> namesOfExecution() {
        return configuration(execution).stream()
                .flatMap(own -> Stream.of(own.getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> configuration(plugin)
                        .map(shared -> shared.getChild(name))
                        .isEmpty());
    }

    private List<Xpp3Dom> configurations() {
        List<Xpp3Dom> configurations = new ArrayList<>();
        for (ConfigurationContainer container : containers()) {
            if (container.getConfiguration() instanceof Xpp3Dom dom) {
                configurations.add(dom);
            }
        }
        return configurations;
    }

    private List<ConfigurationContainer> containers() {
        if (plugin == null) {
            return List.of();
        }
        return execution == null ? List.of(plugin) : List.of(execution, plugin);
    }

    private static Optional<Xpp3Dom> configuration(@Nullable ConfigurationContainer container) {
        return container != null && container.getConfiguration() instanceof Xpp3Dom dom
                ? Optional.of(dom)
                : Optional.empty();
    }

    /** This plugin as the pom has it, or only manages it: Maven runs an execution by its id in both cases. */
    public static @Nullable Plugin plugin(MojoExecution execution, MavenProject project) {
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        return plugin != null || project.getPluginManagement() == null
                ? plugin
                : project.getPluginManagement().getPluginsAsMap().get(key);
    }
}
