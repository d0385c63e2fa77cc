package io.github.ghpackages.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What maven-deploy-plugin does with a module. It is read from the module's model, as extensions have left it, and follows the
 * version of that plugin which the build uses.
 */
record DeployPlugin(MavenSession session, MavenProject project) {

    private static final String KEY = "org.apache.maven.plugins:maven-deploy-plugin";

    /** Why the module does not deploy; nothing if it does, whether or not this build reaches the deploy. */
    Optional<LeftOutModule.Cause> whyNot() {
        Optional<Plugin> plugin = plugin();
        if (plugin.isEmpty()) {
            return Optional.of(LeftOutModule.Cause.NO_PLUGIN);
        }
        List<PluginExecution> deploys = deploys(plugin.get());
        List<PluginExecution> running =
                deploys.stream().filter(DeployPlugin::runs).toList();
        if (running.stream().anyMatch(execution -> !isSkipped(List.of(execution, plugin.get())))) {
            return Optional.empty();
        }
        if (deploys.isEmpty()) {
            return Optional.of(LeftOutModule.Cause.TAKEN_OVER);
        }
        boolean isSkipped = !running.isEmpty() || isSkipped(List.of(plugin.get()));
        return Optional.of(isSkipped ? LeftOutModule.Cause.SKIPPED : LeftOutModule.Cause.NO_PHASE);
    }

    /**
     * For each execution, the alternative to {@code distributionManagement} to which the module goes, as {@code id::url}; empty
     * for an execution without one. For a module that does not deploy, the same as if it did.
     */
    List<Optional<String>> alternatives() {
        boolean isLeftOut = whyNot().isPresent();
        String ofKind = isSnapshot() ? "altSnapshotDeploymentRepository" : "altReleaseDeploymentRepository";
        String ofAny = "altDeploymentRepository";
        boolean knowsKinds = isAtLeast("2.8");
        return runs().stream()
                .filter(run -> isLeftOut || !isSkipped(run))
                .map(run -> Optional.of(ofKind)
                        .filter(parameter -> knowsKinds)
                        .flatMap(parameter -> value(run, parameter, parameter))
                        .or(() -> value(run, ofAny, ofAny)))
                .toList();
    }

    /** Not by {@code getPlugin}, whose map is stale after an extension has removed the plugin. */
    private Optional<Plugin> plugin() {
        return project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getKey().equals(KEY))
                .findFirst();
    }

    private static List<PluginExecution> deploys(Plugin plugin) {
        return plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains("deploy"))
                .toList();
    }

    private static boolean runs(PluginExecution execution) {
        return Phases.isOneOrDefault(execution.getPhase());
    }

    /** For each execution, the places of its configuration, the nearest first. */
    private List<List<ConfigurationContainer>> runs() {
        Optional<Plugin> plugin = plugin();
        if (plugin.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ConfigurationContainer>> executions = deploys(plugin.get()).stream()
                .filter(DeployPlugin::runs)
                .map(execution -> List.<ConfigurationContainer>of(execution, plugin.get()))
                .toList();
        return executions.isEmpty() ? List.of(List.of(plugin.get())) : executions;
    }

    private boolean isSkipped(List<ConfigurationContainer> run) {
        return meansSkip(value(run, "skip", "maven.deploy.skip"));
    }

    /** Older deploy plugins take any text but {@code true} for {@code false}. */
    private boolean meansSkip(Optional<String> value) {
        boolean knowsKinds = isAtLeast("3.0.0-M2");
        return switch (value.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "releases" -> knowsKinds && !isSnapshot();
            case "snapshots" -> knowsKinds && isSnapshot();
            default -> false;
        };
    }

    /** Where no version is given, Maven takes the newest. */
    private boolean isAtLeast(String version) {
        return plugin().map(Plugin::getVersion)
                .map(used -> new DefaultArtifactVersion(used).compareTo(new DefaultArtifactVersion(version)) >= 0)
                .orElse(true);
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
