package io.github.ghpackages.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.ReportPlugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What a pom mentions that may be versions, in its order, with its expressions. Maven's effective model has what is inherited, active,
 * or changed by extensions. The pom as it is written has the rest: imported BOMs, which the effective model has replaced by what they
 * manage, parents given as a range, relocations, profiles that are not active today, and texts.
 */
final class PomMentions {

    private static final String MAVENS_PLUGINS = "org.apache.maven.plugins";

    /** Elements with one part of coordinates; no version is in their text alone. */
    private static final Set<String> PARTS = Set.of("groupId", "artifactId", "version");

    /**
     * An element with coordinates.
     *
     * @param place the profile, as {@code profile x of }, or nothing
     * @param kind how it is called
     * @param groupId null only for a relocation, as the others: the pom's own
     */
    record Named(
            String place,
            String kind,
            @Nullable String groupId,
            @Nullable String artifactId,
            @Nullable String version) {}

    /**
     * A text that may have coordinates in it.
     *
     * @param place as above
     */
    record Text(String place, String text) {}

    private final Set<Named> named = new LinkedHashSet<>();
    private final Set<Text> texts = new LinkedHashSet<>();

    private PomMentions() {}

    /** The mentions of a pom as it is written. */
    static PomMentions of(PomElement pom) {
        PomMentions mentions = new PomMentions();
        for (PomElement child : pom.children()) {
            if (child.name().equals("profiles")) {
                child.children()
                        .forEach(profile -> profile.children()
                                .forEach(each -> mentions.walk(
                                        each, Kinds.OF_A_POM, "profile " + profile.profileId() + " of ")));
            } else {
                mentions.walk(child, Kinds.OF_A_POM, "");
            }
        }
        return mentions;
    }

    /** The mentions of an effective model. */
    static PomMentions of(Model model) {
        PomMentions mentions = new PomMentions();
        mentions.base(model);
        model.getProperties().values().forEach(value -> mentions.text(value.toString(), ""));
        var management = model.getDistributionManagement();
        if (management != null && management.getRelocation() != null) {
            var moved = management.getRelocation();
            mentions.relocated("", moved.getGroupId(), moved.getArtifactId(), moved.getVersion());
        }
        if (model.getBuild() != null) {
            mentions.build(model.getBuild());
            model.getBuild()
                    .getExtensions()
                    .forEach(each ->
                            mentions.found("an extension", each.getGroupId(), each.getArtifactId(), each.getVersion()));
            model.getBuild().getPlugins().stream()
                    .filter(plugin -> plugin.getVersion() == null)
                    .forEach(plugin -> mentions.found(
                            "a plugin without a version", plugin.getGroupId(), plugin.getArtifactId(), "RELEASE"));
        }
        return mentions;
    }

    Set<Named> named() {
        return named;
    }

    Set<Text> texts() {
        return texts;
    }

    private void walk(PomElement element, Kinds kinds, String place) {
        if (PARTS.contains(element.name()) && element.children().isEmpty()) {
            return;
        }
        String groupId = element.value("groupId");
        if (groupId == null && element.name().equals("plugin")) {
            groupId = MAVENS_PLUGINS;
        }
        if (kinds.isRelocation(element)) {
            relocated(place, groupId, element.value("artifactId"), element.value("version"));
        } else {
            found(place, kinds.of(element), groupId, element.value("artifactId"), element.value("version"));
        }
        element.attributes().values().forEach(text -> text(text, place));
        text(element.text(), place);
        Kinds inside = kinds.in(element);
        element.children().forEach(child -> walk(child, inside, place));
    }

    private void found(String kind, @Nullable String groupId, @Nullable String artifactId, @Nullable String version) {
        found("", kind, groupId, artifactId, version);
    }

    private void found(
            String place,
            String kind,
            @Nullable String groupId,
            @Nullable String artifactId,
            @Nullable String version) {
        if (groupId != null && artifactId != null && version != null) {
            named.add(new Named(place, kind, groupId, artifactId, version));
        }
    }

    /** A part that a relocation leaves out is the pom's own. */
    private void relocated(
            String place, @Nullable String groupId, @Nullable String artifactId, @Nullable String version) {
        named.add(new Named(place, "the relocation", groupId, artifactId, version));
    }

    private void text(@Nullable String text, String place) {
        if (text != null && WrittenCoordinates.mayBeIn(text)) {
            texts.add(new Text(place, text));
        }
    }

    private void base(ModelBase model) {
        dependencies(model.getDependencies(), "a dependency");
        if (model.getDependencyManagement() != null) {
            dependencies(model.getDependencyManagement().getDependencies(), "a managed dependency");
        }
        if (model.getReporting() != null) {
            model.getReporting().getPlugins().forEach(this::report);
        }
    }

    private void report(ReportPlugin plugin) {
        found("a report plugin", plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion());
        configured(plugin);
        plugin.getReportSets().forEach(this::configured);
    }

    private void dependencies(List<Dependency> dependencies, String kind) {
        for (Dependency each : dependencies) {
            String exactKind = "import".equals(each.getScope()) ? "an imported BOM" : kind;
            found(exactKind, each.getGroupId(), each.getArtifactId(), each.getVersion());
        }
    }

    private void build(BuildBase build) {
        plugins(build, "a plugin");
        if (build.getPluginManagement() != null) {
            plugins(build.getPluginManagement(), "a managed plugin");
        }
    }

    private void plugins(PluginContainer plugins, String kind) {
        for (Plugin plugin : plugins.getPlugins()) {
            found(kind, plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion());
            dependencies(plugin.getDependencies(), "a dependency of a plugin");
            configured(plugin);
            plugin.getExecutions().forEach(this::configured);
        }
    }

    /** Plugins take coordinates too: annotation processors, artifacts to unpack. */
    private void configured(ConfigurationContainer container) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration) {
            configured(configuration);
        }
    }

    private void configured(Xpp3Dom element) {
        found(Kinds.CONFIGURED, value(element, "groupId"), value(element, "artifactId"), value(element, "version"));
        Stream.of(element.getAttributeNames()).map(element::getAttribute).forEach(text -> text(text, ""));
        text(element.getValue(), "");
        for (Xpp3Dom child : element.getChildren()) {
            configured(child);
        }
    }

    private static @Nullable String value(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null ? element.getAttribute(name) : child.getValue();
    }

    /**
     * How the elements with coordinates are called within a part of a pom.
     *
     * @param dependency any {@code <dependency>}
     * @param plugin any {@code <plugin>}
     * @param other all that is no element of Maven's own
     */
    record Kinds(String dependency, String plugin, String other) {

        /** Those directly in a pom or a profile. */
        static final Kinds OF_A_POM = new Kinds("a dependency", "a plugin", "part of the pom");

        private static final String CONFIGURED = "configured for a plugin";

        /** Those within an element. */
        Kinds in(PomElement element) {
            return switch (element.name()) {
                case "dependencyManagement" -> new Kinds("a managed dependency", plugin, other);
                case "pluginManagement" -> new Kinds(dependency, "a managed plugin", other);
                case "reporting" -> new Kinds(dependency, "a report plugin", other);
                case "plugin" -> new Kinds("a dependency of a plugin", plugin, other);
                case "configuration" -> new Kinds(CONFIGURED, CONFIGURED, CONFIGURED);
                default -> this;
            };
        }

        boolean isRelocation(PomElement element) {
            return element.name().equals("relocation") && !other.equals(CONFIGURED);
        }

        /** How an element is called. */
        String of(PomElement element) {
            if (other.equals(CONFIGURED)) {
                return other;
            }
            return switch (element.name()) {
                case "parent" -> "a parent";
                case "dependency" -> "import".equals(element.value("scope")) ? "an imported BOM" : dependency;
                case "plugin" -> plugin;
                case "extension" -> "an extension";
                default -> other;
            };
        }
    }
}
