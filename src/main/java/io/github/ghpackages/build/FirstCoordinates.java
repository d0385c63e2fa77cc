package io.github.ghpackages.build;

import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The coordinates that a project had when Maven read it. Other plugins and scripts give a project another version while the build
 * runs; the session's map of its projects keeps the first one in its keys.
 */
record FirstCoordinates(String groupId, String artifactId, String version) {

    @SuppressWarnings({"ReferenceEquality", "deprecation"}) // the first keys are nowhere else
    static FirstCoordinates of(MavenSession session, MavenProject project) {
        Map<String, MavenProject> projects = session.getProjectMap();
        if (projects != null) {
            for (Map.Entry<String, MavenProject> entry : projects.entrySet()) {
                // The project's own equality is made of what may have changed.
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
