package io.github.ghpackages.project;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells a build of a whole reactor from one of a part of it. */
public final class PartialBuild {

    private PartialBuild() {}

    /** A sentence that says what this build leaves out; nothing when it leaves out nothing. */
    public static Optional<String> of(MavenSession session) {
        int all = ReactorProjects.of(session).size();
        int built = session.getProjects().size();
        if (built < all) {
            return Optional.of("This build covers only " + built + " of the " + all
                    + " modules of the reactor; -pl, -rf or the like leaves out the others.");
        }
        if (session.getRequest().isRecursive()) {
            return Optional.empty();
        }
        return ReactorProjects.of(session).stream()
                .filter(PartialBuild::hasModules)
                .findFirst()
                .map(project -> "This build leaves out the modules of " + Coordinates.of(project) + ", because of -N.");
    }

    /** Maven 4 finds the modules of a newer model by itself, so there the pom may not list them. */
    private static boolean hasModules(MavenProject project) {
        boolean newerModel = !"4.0.0".equals(project.getModel().getModelVersion());
        return !project.getModules().isEmpty() || (newerModel && "pom".equals(project.getPackaging()));
    }
}
