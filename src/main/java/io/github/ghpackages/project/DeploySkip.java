package io.github.ghpackages.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Whether the deploy plugin leaves a module out, decided as that plugin does. */
record DeploySkip(MavenSession session, MavenProject project) {

    private static final String DEPLOY_PLUGIN = "org.apache.maven.plugins:maven-deploy-plugin";
    private static final String PROPERTY = "maven.deploy.skip";

    boolean isSet() {
        var plugin = project.getPlugin(DEPLOY_PLUGIN);
        if (plugin == null) {
            return meansSkip(property());
        }
        List<PluginExecution> executions = plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains("deploy") && !"none".equals(execution.getPhase()))
                .toList();
        return executions.isEmpty()
                ? meansSkip(configured(plugin).or(this::property))
                : executions.stream()
                        .allMatch(execution -> meansSkip(configured(execution)
                                .or(() -> configured(plugin))
                                .or(this::property)));
    }

    /** Beside true and false, the deploy plugin knows {@code releases} and {@code snapshots} since 3.0. */
    private boolean meansSkip(Optional<String> value) {
        boolean snapshot = ArtifactUtils.isSnapshot(project.getVersion());
        return switch (value.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "releases" -> !snapshot;
            case "snapshots" -> snapshot;
            default -> false;
        };
    }

    private Optional<String> configured(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                ? child(configuration, "skip").flatMap(Expressions.of(session, project)::resolve)
                : Optional.empty();
    }

    private static Optional<String> child(Xpp3Dom configuration, String name) {
        @Nullable Xpp3Dom child = configuration.getChild(name);
        return child == null ? Optional.empty() : Optional.ofNullable(child.getValue());
    }

    /** What the user says wins, as it does for any parameter of a plugin. */
    private Optional<String> property() {
        return Optional.ofNullable(session.getUserProperties().getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(session.getSystemProperties().getProperty(PROPERTY)))
                .or(() -> Optional.ofNullable(project.getProperties().getProperty(PROPERTY)));
    }
}
