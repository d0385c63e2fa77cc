package io.github.ghpackages.build;

import io.github.ghpackages.PackageName;
import org.apache.maven.project.MavenProject;

/**
 * A module of the reactor whose artifacts go to a registry.
 *
 * @param name the package that holds its versions
 * @param project the module
 */
public record DeployedModule(PackageName name, MavenProject project) {

    static DeployedModule of(MavenProject project) {
        return new DeployedModule(PackageName.maven(project.getGroupId(), project.getArtifactId()), project);
    }

    /** {@code groupId:artifactId}. */
    public String coordinates() {
        return Coordinates.of(project);
    }
}
