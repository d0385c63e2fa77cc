package io.github.ghpackages.build;

import io.github.ghpackages.build.PomXml.PomElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pom says, as it is written: what names versions, in the order in which it stands, and the properties that select them. */
final class WrittenPom {

    private static final String MAVENS_PLUGINS = "org.apache.maven.plugins";

    /** Elements with a part of coordinates, so that it is no text with all of them. */
    private static final Set<String> PARTS = Set.of("groupId", "artifactId", "version");

    /**
     * An element with coordinates; null where it leaves one out.
     *
     * @param place the profile, as {@code profile x of }, or nothing
     * @param kind how it is called
     * @param isRelocation whether what is left out is the pom's own
     */
    record Named(
            String place,
            String kind,
            boolean isRelocation,
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
    private final List<Properties> properties = new ArrayList<>();

    WrittenPom(PomElement root) {
        properties(root);
        for (PomElement child : root.children()) {
            if (child.name().equals("profiles")) {
                child.children().forEach(this::profile);
            } else {
                walk(child, Kinds.OF_A_POM, "");
            }
        }
    }

    Set<Named> named() {
        return named;
    }

    Set<Text> texts() {
        return texts;
    }

    /** Its own, and those of each of its profiles. */
    List<Properties> properties() {
        return properties;
    }

    private void profile(PomElement profile) {
        properties(profile);
        profile.children().forEach(child -> walk(child, Kinds.OF_A_POM, "profile " + profile.value("id") + " of "));
    }

    private void properties(PomElement element) {
        for (PomElement child : element.children()) {
            if (child.name().equals("properties")) {
                Properties set = new Properties();
                child.children().forEach(each -> set.setProperty(each.name(), each.text()));
                properties.add(set);
            }
        }
    }

    private void walk(PomElement element, Kinds kinds, String place) {
        if (PARTS.contains(element.name()) && element.children().isEmpty()) {
            return;
        }
        String groupId = element.value("groupId");
        String artifactId = element.value("artifactId");
        String version = element.value("version");
        boolean isRelocation = element.name().equals("relocation");
        if (groupId == null && element.name().equals("plugin")) {
            groupId = MAVENS_PLUGINS;
        }
        if (isRelocation || (groupId != null && artifactId != null && version != null)) {
            named.add(new Named(place, kinds.of(element), isRelocation, groupId, artifactId, version));
        }
        element.attributes().values().forEach(text -> text(text, place));
        text(element.text(), place);
        Kinds inside = kinds.in(element);
        element.children().forEach(child -> walk(child, inside, place));
    }

    private void text(String text, String place) {
        if (WrittenCoordinates.mayBeIn(text)) {
            texts.add(new Text(place, text));
        }
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
