package io.github.ghpackages.build;

import io.github.ghpackages.PackagesException;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The pom that Maven read first for a project. Other plugins replace a project's pom file, its folder and its original model while
 * the build runs: maven-shade-plugin and flatten-maven-plugin move both below {@code target}, and flatten-maven-plugin takes modules
 * and profiles out of the original model. The effective model still knows the file that it was read from.
 */
final class FirstPom {

    private FirstPom() {}

    /** The file; none for a project that Maven makes up, or that comes from a repository. */
    static Optional<Path> file(MavenProject project) {
        return Stream.of(project.getModel().getPomFile(), project.getFile())
                .filter(Objects::nonNull)
                .map(File::toPath)
                .findFirst();
    }

    /**
     * Checks, for a file that can't be read, that Maven still shows what it read from it.
     *
     * @throws PackagesException when another plugin has replaced the pom, so that nothing shows any more what it said
     */
    static void requireNotReplaced(Path file, MavenProject project, String why) {
        File now = project.getFile();
        if (now != null && !PomPaths.real(now.toPath()).equals(PomPaths.real(file))) {
            throw new PackagesException(
                    PackagesException.Id.POMS_NOT_READABLE,
                    "Reading " + file + " again failed.",
                    "Another plugin has replaced it in this build, and it can't be read: " + why + ".",
                    "Run the goal in a separate build, without the goals that change poms. Nothing was deleted.");
        }
    }

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
}
