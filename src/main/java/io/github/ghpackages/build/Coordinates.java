package io.github.ghpackages.build;

import org.apache.maven.project.MavenProject;

/** How a module is called in a message. */
final class Coordinates {

    private Coordinates() {}

    /** {@code groupId:artifactId}. */
    static String of(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId();
    }
}
