package io.github.ghpackages.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What maven-deploy-plugin does with a module, told from its configuration and properties as that plugin does. */
record DeployPlugin(MavenSession session, MavenProject project) {

    private static final String KEY = "org.apache.maven.plugins:maven-deploy-plugin";

    /** Whether the module is left out. */
    boolean skips() {
        return runs().stream().allMatch(this::isSkipped);
    }

    /**
     * For each time that it runs, where the module goes instead of its {@code distributionManagement}, as {@code id::url}; empty
     * where it goes there. Where the module is left out, as if it were not.
     */
    List<Optional<String>> alternatives() {
        boolean isLeftOut = skips();
        String ofKind = isSnapshot() ? "altSnapshotDeploymentRepository" : "altReleaseDeploymentRepository";
        String ofAny = "altDeploymentRepository";
        return runs().stream()
                .filter(run -> isLeftOut || !isSkipped(run))
                .map(run -> value(run, ofKind, ofKind).or(() -> value(run, ofAny, ofAny)))
                .toList();
    }

    /** For each time that it runs, where its configuration stands, the nearest first. */
    private List<List<ConfigurationContainer>> runs() {
        Plugin plugin = project.getPlugin(KEY);
        if (plugin == null) {
            return List.of(List.of());
        }
        List<PluginExecution> executions = plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains("deploy") && !"none".equals(execution.getPhase()))
                .toList();
        return executions.isEmpty()
                ? List.of(List.of(plugin))
                : executions.stream()
                        .map(execution -> List.<ConfigurationContainer>of(execution, plugin))
                        .toList();
    }

    private boolean isSkipped(List<ConfigurationContainer> run) {
        return meansSkip(value(run, "skip", "maven.deploy.skip"));
    }

    /** Beside true and false, the deploy plugin knows {@code releases} and {@code snapshots} since 3.0. */
    private boolean meansSkip(Optional<String> value) {
        return switch (value.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "releases" -> !isSnapshot();
            case "snapshots" -> isSnapshot();
            default -> false;
        };
    }

    private boolean isSnapshot() {
        return ArtifactUtils.isSnapshot(project.getVersion());
    }

    /** An empty element is as good as none, and an expression without a value is no value, but hides the property. */
    private Optional<String> value(List<ConfigurationContainer> run, String parameter, String property) {
        Optional<String> configured = run.stream()
                .flatMap(container -> configured(container, parameter).stream())
                .findFirst();
        return configured.isPresent()
                ? configured.filter(value -> !Expressions.isOne(value))
                : property(property).filter(value -> !value.isBlank());
    }

    private Optional<String> configured(ConfigurationContainer container, String parameter) {
        if (!(container.getConfiguration() instanceof Xpp3Dom configuration)) {
            return Optional.empty();
        }
        @Nullable Xpp3Dom child = configuration.getChild(parameter);
        return child == null
                ? Optional.empty()
                : Optional.ofNullable(child.getValue())
                        .map(Expressions.of(session, project)::resolveWhatCanBe)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
    }

    /** What the user says wins, as it does for any parameter of a plugin. */
    private Optional<String> property(String name) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties())
                .flatMap(properties -> Stream.ofNullable(properties.getProperty(name)))
                .findFirst();
    }
}
