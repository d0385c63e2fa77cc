package io.github.ghpackages.build;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The projects that a person wrote: without a pom, Maven makes one up. */
public final class ReactorProjects {

    private ReactorProjects() {}

    /** All projects of the reactor, also those that this build leaves out; none where there is no pom. */
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

    /** What stays the same of a project while the build runs, and no two projects have in common: the pom that Maven read first. */
    public static String key(MavenProject project) {
        return FirstPom.file(project).map(pom -> PomPaths.real(pom).toString()).orElseGet(project::getId);
    }
}
