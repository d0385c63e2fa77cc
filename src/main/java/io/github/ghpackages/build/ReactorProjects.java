package io.github.ghpackages.build;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a reactor, and what Maven read of them first. Other plugins and scripts replace a project's pom file, its folder, its
 * version and its original model while the build runs: maven-shade-plugin and flatten-maven-plugin move the file below {@code target},
 * and flatten-maven-plugin takes modules and profiles out of the original model.
 */
public final class ReactorProjects {

    private ReactorProjects() {}

    /** All projects of the reactor, also those that this build leaves out; without the one that Maven makes up if there is no pom. */
    public static List<MavenProject> of(MavenSession session) {
        List<MavenProject> all = session.getAllProjects() != null ? session.getAllProjects() : session.getProjects();
        if (all == null) {
            return List.of();
        }
        List<MavenProject> written = new ArrayList<>();
        for (MavenProject project : all) {
            if (project.getFile() != null) {
                written.add(project);
            }
        }
        return written;
    }

    /** {@code groupId:artifactId}. */
    static String coordinates(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId();
    }

    /** The pom that Maven read first, which the effective model still knows; none for a project made up or from a repository. */
    public static Optional<Path> pom(MavenProject project) {
        File first = project.getModel().getPomFile();
        return Optional.ofNullable(first == null ? project.getFile() : first).map(File::toPath);
    }

    /** What identifies a project throughout the build: the pom that Maven read first. */
    public static String key(MavenProject project) {
        return pom(project).map(pom -> PomPaths.real(pom).toString()).orElseGet(project::getId);
    }

    /** A plugin as the pom has it, or only manages it: Maven runs an execution by its id in both cases. */
    public static @Nullable Plugin plugin(MavenProject project, String key) {
        Plugin plugin = project.getPlugin(key);
        return plugin != null || project.getPluginManagement() == null
                ? plugin
                : project.getPluginManagement().getPluginsAsMap().get(key);
    }

    /** The coordinates that a project had when Maven read it. */
    record FirstCoordinates(String groupId, String artifactId, String version) {

        /** The session's map of its projects keeps the first coordinates in its keys. */
        @SuppressWarnings({"ReferenceEquality", "deprecation"}) // they are nowhere else
        static FirstCoordinates of(MavenSession session, MavenProject project) {
            Map<String, MavenProject> projects = session.getProjectMap();
            if (projects != null) {
                for (Map.Entry<String, MavenProject> entry : projects.entrySet()) {
                    // The project's own equality depends on what may have changed.
                    if (entry.getValue() == project) {
                        String[] parts = entry.getKey().split(":", -1);
                        if (parts.length == 3) {
                            return new FirstCoordinates(parts[0], parts[1], parts[2]);
                        }
                    }
                }
            }
            return new FirstCoordinates(project.getGroupId(), project.getArtifactId(), project.getVersion());
        }
    }
}
