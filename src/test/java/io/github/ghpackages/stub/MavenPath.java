package io.github.ghpackages.stub;

import java.util.List;
import java.util.Optional;

/**
 * A path of the Maven repository layout, understood.
 *
 * @param packageName {@code groupId.artifactId}
 * @param version empty for files beside the versions
 */
record MavenPath(String packageName, String artifactId, String version, String file) {

    static Optional<MavenPath> of(List<String> segments) {
        int size = segments.size();
        if (size < 2 || segments.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        String file = segments.get(size - 1);
        boolean beside =
                file.startsWith("maven-metadata.xml") && !segments.get(size - 2).endsWith("-SNAPSHOT");
        int coordinates = beside ? size - 1 : size - 2;
        if (!beside && coordinates < 2) {
            return Optional.empty();
        }
        return Optional.of(new MavenPath(
                String.join(".", segments.subList(0, coordinates)),
                segments.get(coordinates - 1),
                beside ? "" : segments.get(size - 2),
                file));
    }

    boolean isMetadata() {
        return file.startsWith("maven-metadata.xml");
    }

    boolean isBesideVersions() {
        return version.isEmpty();
    }

    boolean isSnapshot() {
        return version.endsWith("-SNAPSHOT");
    }
}
