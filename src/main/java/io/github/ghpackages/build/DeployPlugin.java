package io.github.ghpackages.build;

import io.github.ghpackages.build.DeployedModules.LeftOutModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
        List<PluginExecution> running = running(deploys);
        for (PluginExecution execution : running) {
            if (!isSkipped(List.of(execution, plugin.get()))) {
                return Optional.empty();
            }
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
        List<Optional<String>> alternatives = new ArrayList<>();
        for (List<ConfigurationContainer> run : runs()) {
            if (isLeftOut || !isSkipped(run)) {
                Optional<String> own = knowsKinds ? value(run, ofKind, ofKind) : Optional.empty();
                alternatives.add(own.isPresent() ? own : value(run, ofAny, ofAny));
            }
        }
        return alternatives;
    }

    /** Whether the module is deployed only once all modules of the build are done. */
    boolean deploysAtEnd() {
        for (List<ConfigurationContainer> run : runs()) {
            if (Boolean.parseBoolean(
                    value(run, "deployAtEnd", "deployAtEnd").orElse("").strip())) {
                return true;
            }
        }
        return false;
    }

    /** Not by {@code getPlugin}, whose map is stale after an extension has removed the plugin. */
    private Optional<Plugin> plugin() {
        for (Plugin plugin : project.getBuildPlugins()) {
            if (plugin.getKey().equals(KEY)) {
                return Optional.of(plugin);
            }
        }
        return Optional.empty();
    }

    private static List<PluginExecution> deploys(Plugin plugin) {
        List<PluginExecution> deploys = new ArrayList<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains("deploy")) {
                deploys.add(execution);
            }
        }
        return deploys;
    }

    private static List<PluginExecution> running(List<PluginExecution> executions) {
        List<PluginExecution> running = new ArrayList<>();
        for (PluginExecution execution : executions) {
            if (Phases.isOneOrDefault(execution.getPhase())) {
                running.add(execution);
            }
        }
        return running;
    }

    /** For each execution, the places of its configuration, the nearest first. */
    private List<List<ConfigurationContainer>> runs() {
        Optional<Plugin> plugin = plugin();
        if (plugin.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ConfigurationContainer>> executions = new ArrayList<>();
        for (PluginExecution execution : running(deploys(plugin.get()))) {
            executions.add(List.of(execution, plugin.get()));
        }
        return executions.isEmpty() ? List.of(List.of(plugin.get())) : executions;
    }

    private boolean isSkipped(List<ConfigurationContainer> run) {
        return meansSkip(value(run, "skip", "maven.deploy.skip"));
    }

    /** Older deploy plugins treat any text but {@code true} as {@code false}. */
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
        Plugin plugin = plugin().orElse(null);
        @Nullable String used = plugin == null ? null : plugin.getVersion();
        return used == null || new DefaultArtifactVersion(used).compareTo(new DefaultArtifactVersion(version)) >= 0;
    }

    private boolean isSnapshot() {
        return ArtifactUtils.isSnapshot(project.getVersion());
    }

    /** An empty element counts as none. An expression without a value counts as no value, but it hides the property. */
    private Optional<String> value(List<ConfigurationContainer> run, String parameter, String property) {
        for (ConfigurationContainer container : run) {
            Optional<String> configured = configured(container, parameter);
            if (configured.isPresent()) {
                return Expressions.isOne(configured.get()) ? Optional.empty() : configured;
            }
        }
        Optional<String> set = property(property);
        return set.isPresent() && set.get().isBlank() ? Optional.empty() : set;
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

    /** A user property overrides the others, as for any parameter of a plugin. */
    private Optional<String> property(String name) {
        for (Properties properties :
                List.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties())) {
            String value = properties.getProperty(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The phases of Maven's lifecycles. An execution at any other, such as {@code none} or an empty one, never runs. */
    static final class Phases {

        private static final Set<String> NAMES = Set.of(
                // clean, default and site of Maven 3
                ("pre-clean clean post-clean validate initialize generate-sources process-sources generate-resources"
                                + " process-resources compile process-classes generate-test-sources process-test-sources"
                                + " generate-test-resources process-test-resources test-compile process-test-classes test"
                                + " prepare-package package pre-integration-test integration-test post-integration-test"
                                + " verify install deploy pre-site site post-site site-deploy"
                                // and more of Maven 4
                                + " all each build sources resources ready unit-test test-sources test-resources")
                        .split(" "));

        private Phases() {}

        /** Whether an execution with this phase runs; without one, the goal's own phase counts. */
        static boolean isOneOrDefault(@Nullable String phase) {
            return phase == null || NAMES.contains(plain(phase.strip()));
        }

        /** Maven 4 knows {@code before:verify}, {@code after:verify} and {@code verify[100]}. */
        private static String plain(String phase) {
            int start = phase.startsWith("before:") || phase.startsWith("after:") ? phase.indexOf(':') + 1 : 0;
            int bracket = phase.indexOf('[', start);
            return phase.substring(start, bracket < 0 ? phase.length() : bracket);
        }
    }
}
