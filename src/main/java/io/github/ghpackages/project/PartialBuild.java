package io.github.ghpackages.project;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells a build of a whole reactor from one of a part of it. */
public final class PartialBuild {

    private PartialBuild() {}

    /**
     * A sentence that says what this build leaves out; nothing when it leaves out nothing. A build that was started in the
     * folder of a module is one of a part as well: it can't see which versions the other modules name.
     */
    public static Optional<String> of(MavenSession session) {
        List<MavenProject> all = ReactorProjects.of(session);
        return Stream.of(unselected(session, all), unvisited(session, all), aboveThis(all))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unselected(MavenSession session, List<MavenProject> all) {
        int built = session.getProjects().size();
        return built < all.size()
                ? Optional.of("This build covers only " + built + " of the " + all.size()
                        + " modules of the reactor; -pl, -rf or the like leaves out the others.")
                : Optional.empty();
    }

    private static Optional<String> unvisited(MavenSession session, List<MavenProject> all) {
        return all.stream()
                .filter(project -> !session.getRequest().isRecursive() && hasModules(project))
                .findFirst()
                .map(project -> "This build leaves out the modules of " + Coordinates.of(project) + ", because of -N.");
    }

    /** Maven 4 finds the modules of a newer model by itself, so there the pom may not list them. */
    private static boolean hasModules(MavenProject project) {
        boolean newerModel = !"4.0.0".equals(project.getModel().getModelVersion());
        return !project.getModules().isEmpty() || (newerModel && "pom".equals(project.getPackaging()));
    }

    private static Optional<String> aboveThis(List<MavenProject> all) {
        return all.stream()
                .filter(project -> project.getParent() != null && isModuleOf(project.getParent(), project))
                .filter(project -> all.stream().noneMatch(other -> isSame(other, project.getParent())))
                .findFirst()
                .map(project -> Coordinates.of(project) + " is a module of " + Coordinates.of(project.getParent())
                        + ", whose other modules this build leaves out, because it was not started there.");
    }

    private static boolean isModuleOf(MavenProject parent, MavenProject project) {
        File folder = parent.getBasedir();
        return parent.getFile() != null
                && parent.getModules().stream()
                        .map(module -> new File(folder, module).toPath().normalize())
                        .anyMatch(path -> path.equals(
                                        project.getBasedir().toPath().normalize())
                                || path.equals(project.getFile().toPath().normalize()));
    }

    private static boolean isSame(MavenProject left, MavenProject right) {
        return right.getFile().equals(left.getFile());
    }
}
