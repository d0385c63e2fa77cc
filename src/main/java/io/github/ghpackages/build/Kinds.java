package io.github.ghpackages.build;

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
