package io.github.ghpackages.arguments;

/** Where an argument is written. What is named first overrides what is named later. */
public enum Source {
    /** A user property: {@code -D}, or {@code .mvn/maven.config}. */
    COMMAND_LINE("command line"),

    /** A user property of {@code .mvn/maven.config} or {@code MAVEN_ARGS} that is also typed with another value. */
    MAVEN_OPTIONS("maven.config or MAVEN_ARGS"),

    /** The {@code <configuration>} of the plugin or of the execution. */
    CONFIGURATION("pom.xml"),

    /** Such as one in {@code MAVEN_OPTS}. */
    SYSTEM_PROPERTY("system property"),

    /** The {@code <properties>} of a pom, of its parents and profiles, and of profiles in settings.xml. */
    POM_PROPERTY("property of the pom"),

    /** What applies if nothing is written. */
    DEFAULT("default");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
