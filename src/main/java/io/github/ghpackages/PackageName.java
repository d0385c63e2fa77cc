package io.github.ghpackages;

/**
 * The name of a package within its owner. A Maven name is {@code groupId.artifactId}; the join is not reversible
 * ({@code com.example:app.core} and {@code com.example.app:core} give the same name), so it is composed and never split.
 *
 * @param type one of GitHub's package types, such as {@code maven}
 * @param value the name as GitHub spells it, not URL-encoded
 */
public record PackageName(String type, String value) {

    /** The type of Maven and Gradle packages. */
    public static final String MAVEN = "maven";

    /** The name under which GitHub keeps what a Maven build with these coordinates deploys. */
    public static PackageName maven(String groupId, String artifactId) {
        return new PackageName(MAVEN, groupId + "." + artifactId);
    }

    @Override
    public String toString() {
        return value;
    }
}
