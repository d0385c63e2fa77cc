package io.github.ghpackages;

import java.util.Locale;
import java.util.Optional;

/** GitHub's types of packages, with the facts in which they differ here. */
public enum PackageType {
    MAVEN,
    NPM,
    RUBYGEMS,
    DOCKER,
    NUGET,
    CONTAINER;

    /** The type of this name; empty for one that is not known here. */
    public static Optional<PackageType> find(String name) {
        for (PackageType type : values()) {
            if (type.toString().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether the modules of a Maven build are packages of this type, named by groupId and artifactId. */
    public boolean hasCoordinates() {
        return this == MAVEN;
    }

    /**
     * Whether its versions are parts of images, most of them untagged, so that nothing shows which are in use. No rule may delete
     * them.
     */
    public boolean isImage() {
        return this == DOCKER || this == CONTAINER;
    }

    /** The name in GitHub's API, in parameters and in journals. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
