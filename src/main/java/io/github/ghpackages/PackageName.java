package io.github.ghpackages;

import org.jspecify.annotations.Nullable;

/**
 * The name of a package within its owner. A Maven name is {@code groupId.artifactId}; the join is not reversible
 * ({@code com.example:app.core} and {@code com.example.app:core} have the same name), so the name is never split.
 *
 * @param type GitHub's type of the package
 * @param value the name as GitHub spells it, not URL-encoded
 */
public record PackageName(PackageType type, String value) {

    /** The name of the package to which a Maven build with these coordinates deploys. */
    public static PackageName maven(String groupId, String artifactId) {
        return new PackageName(PackageType.MAVEN, groupId + "." + artifactId);
    }

    // By hand: what the compiler makes for a record is linked at its first use, which costs a short run tens of
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageName name && type == name.type && value.equals(name.value);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
