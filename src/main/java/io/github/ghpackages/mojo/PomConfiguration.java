package io.github.ghpackages.mojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What the pom says in the {@code <configuration>} of the plugin and of the execution, as it is written there. */
final class PomConfiguration {

    private final List<Xpp3Dom> configurations;

    PomConfiguration(MojoExecution execution, @Nullable MavenProject project) {
        Plugin plugin = project == null ? null : plugin(execution, project);
        this.configurations = plugin == null ? List.of() : of(plugin, execution);
    }

    /** All parameters that it gives. */
    List<Xpp3Dom> elements() {
        return configurations.stream()
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .toList();
    }

    /** What it gives for a parameter; the execution's word comes before the plugin's. */
    Optional<Xpp3Dom> find(String name) {
        return configurations.stream()
                .map(configuration -> configuration.getChild(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static List<Xpp3Dom> of(Plugin plugin, MojoExecution execution) {
        List<Xpp3Dom> configurations = new ArrayList<>();
        PluginExecution configured = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        if (configured != null && configured.getConfiguration() instanceof Xpp3Dom dom) {
            configurations.add(dom);
        }
        if (plugin.getConfiguration() instanceof Xpp3Dom dom) {
            configurations.add(dom);
        }
        return configurations;
    }

    private static @Nullable Plugin plugin(MojoExecution execution, MavenProject project) {
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        return plugin != null || project.getPluginManagement() == null
                ? plugin
                : project.getPluginManagement().getPluginsAsMap().get(key);
    }
}
