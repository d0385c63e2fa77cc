package io.github.ghpackages.build;

import io.github.ghpackages.build.RawPoms.ModuleList;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Whether a build covers its whole reactor, or only a part of it. */
public final class PartialBuild {

    private PartialBuild() {}

    /**
     * A sentence about what this build leaves out; nothing if it covers the whole reactor. A build that was started in the
     * folder of a module covers only a part: it can't see which versions the other modules reference. So does one without the
     * modules of a profile that is not active.
     */
    public static Optional<String> of(MavenSession session) {
        return unselected(session, ReactorProjects.of(session)).or(() -> unseen(session));
    }

    /** The same for modules whose poms Maven has not even read: the versions that they reference can't be protected. */
    public static Optional<String> unseen(MavenSession session) {
        List<MavenProject> all = ReactorProjects.of(session);
        PomPaths places = PomPaths.of(all);
        RawPoms poms = new RawPoms(session);
        return unvisited(session, all)
                .or(() -> inProfiles(session, all, places, poms))
                .or(() -> moduleOfParent(all, session.getTopLevelProject(), places, poms))
                .or(() -> new Surroundings(all, session.getTopLevelProject()).leftOut());
    }

    private static Optional<String> unselected(MavenSession session, List<MavenProject> all) {
        int built = session.getProjects().size();
        return built < all.size()
                ? Optional.of("This build covers only " + built + " of the " + all.size()
                        + " modules of the reactor; an option such as -pl or -rf leaves out the others.")
                : Optional.empty();
    }

    private static Optional<String> unvisited(MavenSession session, List<MavenProject> all) {
        return all.stream()
                .filter(project -> !session.getRequest().isRecursive() && hasModules(project))
                .findFirst()
                .map(project -> "This build leaves out the modules of " + ReactorProjects.coordinates(project)
                        + ", because of -N.");
    }

    /** Maven 4 finds the modules of a newer model by itself, so there the pom may not list them. */
    private static boolean hasModules(MavenProject project) {
        boolean newerModel = !"4.0.0".equals(project.getModel().getModelVersion());
        return !project.getModules().isEmpty() || (newerModel && "pom".equals(project.getPackaging()));
    }

    /** A module may have expressions, whose values depend on the profiles that are active. */
    private static Optional<String> inProfiles(
            MavenSession session, List<MavenProject> all, PomPaths places, RawPoms poms) {
        for (MavenProject project : all) {
            PossibleValues values = null;
            for (ModuleList list : poms.modules(project)) {
                for (String module : list.profile() == null ? List.<String>of() : list.modules()) {
                    values = values == null ? PossibleValues.of(session, project, poms) : values;
                    if (values.of(module).stream().anyMatch(value -> isLeftOut(value, project, places))) {
                        return Optional.of(ReactorProjects.coordinates(project) + " has the module " + module
                                + " in its profile " + list.profile()
                                + ", which this build leaves out because the profile is not active.");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A module that is not on the disk was never deployed from here; one with an expression left in may be anywhere. */
    private static boolean isLeftOut(String module, MavenProject project, PomPaths places) {
        if (Expressions.isLeftIn(module)) {
            return true;
        }
        Path folder = PomPaths.folder(ReactorProjects.pom(project).orElseThrow());
        Path place = new File(folder.toFile(), module.replace('\\', '/')).toPath();
        return Files.exists(place) && !places.isModule(place);
    }

    private static Optional<String> moduleOfParent(
            List<MavenProject> all, MavenProject top, PomPaths places, RawPoms poms) {
        for (MavenProject project : all) {
            MavenProject parent = project.getParent();
            Optional<Path> pom = Optional.ofNullable(parent).flatMap(ReactorProjects::pom);
            if (pom.isPresent() && !places.isModule(pom.get())) {
                List<String> modules = poms.modules(parent).stream()
                        .flatMap(list -> list.modules().stream())
                        .distinct()
                        .map(module -> module.replace('\\', '/'))
                        .toList();
                if (new PomModules(PomPaths.folder(pom.get()), modules, false)
                        .leavesOut(project, project.equals(top), places)) {
                    return Optional.of(leftOut(project, ReactorProjects.coordinates(parent)));
                }
            }
        }
        return Optional.empty();
    }

    static String leftOut(MavenProject project, String aggregator) {
        return ReactorProjects.coordinates(project) + " is a module of " + aggregator
                + ", whose other modules this build leaves out, because it was not started there.";
    }
}
