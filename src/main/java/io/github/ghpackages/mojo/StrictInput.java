package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.journal.PolicyValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the user wrote, before Maven converted it: Maven drops configuration elements that it does not know, turns {@code yes}
 * and an empty value into false, and lets a pom win over a property. Where deletions are at stake, none of that may pass.
 */
final class StrictInput {

    /** The source of what the user typed for this very build. */
    static final String COMMAND_LINE = "command line";

    private static final String PREFIX = "ghpackages.";
    private static final String MAY_BE_EMPTY = "keepVersions";

    private final MavenSession session;
    private final MojoExecution execution;
    private final @Nullable MavenProject project;
    private final SortedSet<String> known = new TreeSet<>();

    StrictInput(MavenSession session, MojoExecution execution, @Nullable MavenProject project) {
        this.session = session;
        this.execution = execution;
        this.project = project;
        for (MojoDescriptor mojo :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            for (Parameter parameter : mojo.getParameters()) {
                if (parameter.isEditable()) {
                    known.add(parameter.getName());
                }
            }
        }
    }

    /** Refuses names that no goal has, and values that are present but empty. */
    void check() {
        session.getUserProperties().stringPropertyNames().stream()
                .filter(property -> property.startsWith(PREFIX))
                .sorted()
                .forEach(property -> {
                    String name = property.substring(PREFIX.length());
                    checkName("the property " + property, name, PREFIX);
                    checkText(property, name, session.getUserProperties().getProperty(property));
                });
        for (Xpp3Dom configuration : pomConfigurations()) {
            for (Xpp3Dom element : configuration.getChildren()) {
                checkName("the configuration element <" + element.getName() + ">", element.getName(), "");
                if (element.getChildCount() == 0) {
                    checkText("<" + element.getName() + ">", element.getName(), element.getValue());
                }
            }
        }
    }

    private void checkName(String what, String name, String prefix) {
        if (!known.contains(name)) {
            String nearest = known.stream()
                    .min(Comparator.comparingInt(candidate -> Spelling.distance(candidate, name)))
                    .orElse("");
            throw new PackagesException(
                    Id.UNKNOWN_PARAMETER,
                    "Reading " + Text.harmless(what) + " failed.",
                    "No goal of this plugin has such a parameter.",
                    "Did you mean " + prefix + nearest + "? Nothing was changed.");
        }
    }

    private static void checkText(String written, String name, @Nullable String text) {
        if ((text == null || text.isBlank()) && !name.equals(MAY_BE_EMPTY)) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading " + written + " failed.",
                    "It is present but empty.",
                    "Give it a value, or leave it out. Nothing was changed.");
        }
        if (text != null && text.contains("${")) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading " + written + " failed.",
                    "\"" + Text.harmless(text) + "\" names a property that is not set.",
                    "Set the property, or write the value. Nothing was changed.");
        }
    }

    /** Whether any place says {@code true}: for {@code dryRun} and {@code skip}, the careful word wins. */
    boolean saysTrueAnywhere(String name, @Nullable String injected) {
        List<String> texts = new ArrayList<>();
        if (injected != null) {
            texts.add(injected);
        }
        for (Properties properties : properties()) {
            String text = properties.getProperty(PREFIX + name);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream().map(text -> Input.of(name, text).flag()).toList().contains(true);
    }

    /** Where the value of each of these parameters comes from, for the journal and the plan. */
    Map<String, PolicyValue> withSources(Map<String, String> values) {
        Map<String, PolicyValue> result = new TreeMap<>();
        values.forEach((name, value) -> result.put(name, new PolicyValue(value, source(name))));
        return result;
    }

    /** {@code pom.xml}, {@code command line}, {@code property of the pom}, {@code system property} or {@code default}. */
    String source(String name) {
        if (pomConfigurations().stream().anyMatch(dom -> dom.getChild(name) != null)) {
            return "pom.xml";
        }
        if (session.getUserProperties().containsKey(PREFIX + name)) {
            return COMMAND_LINE;
        }
        if (project != null && project.getProperties().containsKey(PREFIX + name)) {
            return "property of the pom";
        }
        return session.getSystemProperties().containsKey(PREFIX + name) ? "system property" : "default";
    }

    private List<Properties> properties() {
        List<Properties> all = new ArrayList<>(List.of(session.getUserProperties(), session.getSystemProperties()));
        if (project != null) {
            all.add(project.getProperties());
        }
        return all;
    }

    private List<Xpp3Dom> pomConfigurations() {
        List<Xpp3Dom> configurations = new ArrayList<>();
        Plugin plugin = plugin();
        if (plugin != null) {
            add(configurations, plugin.getConfiguration());
            PluginExecution configured = plugin.getExecutionsAsMap().get(execution.getExecutionId());
            if (configured != null) {
                add(configurations, configured.getConfiguration());
            }
        }
        return configurations;
    }

    private static void add(List<Xpp3Dom> configurations, @Nullable Object configuration) {
        if (configuration instanceof Xpp3Dom dom) {
            configurations.add(dom);
        }
    }

    private @Nullable Plugin plugin() {
        if (project == null) {
            return null;
        }
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        return plugin != null || project.getPluginManagement() == null
                ? plugin
                : project.getPluginManagement().getPluginsAsMap().get(key);
    }
}
