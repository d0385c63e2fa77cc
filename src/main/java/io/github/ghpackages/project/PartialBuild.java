package io.github.ghpackages.project;

import io.github.ghpackages.Text;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/** Tells a build of a whole reactor from one of a part of it. */
public final class PartialBuild {

    private PartialBuild() {}

    /**
     * A sentence that says what this build leaves out; nothing when it leaves out nothing. A build that was started in the
     * folder of a module is one of a part as well: it can't see which versions the other modules name. So is one without the
     * modules of a profile that is not active.
     */
    public static Optional<String> of(MavenSession session) {
        return unselected(session, ReactorProjects.of(session)).or(() -> unseen(session));
    }

    /** The same for modules whose poms Maven has not even read: what they name can't be guarded. */
    public static Optional<String> unseen(MavenSession session) {
        List<MavenProject> all = ReactorProjects.of(session);
        Set<Path> places = Places.of(all);
        return unvisited(session, all)
                .or(() -> inProfiles(session, all, places))
                .or(() -> moduleOfParent(all, places))
                .or(() -> moduleOfAggregator(session, all, places));
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

    private static Optional<String> inProfiles(MavenSession session, List<MavenProject> all, Set<Path> places) {
        for (MavenProject project : all) {
            for (Profile profile : rawProfiles(project)) {
                Expressions expressions = Expressions.of(session, project).with(profile.getProperties());
                for (String module : profile.getModules()) {
                    if (isLeftOut(expressions.resolve(module), project, places)) {
                        return Optional.of(Coordinates.of(project) + " has the module " + module + " in its profile "
                                + profile.getId() + ", which this build leaves out, because it is not active.");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A module that is not on the disk is none that was ever deployed from here; an unresolved one may be anything. */
    private static boolean isLeftOut(Optional<String> module, MavenProject project, Set<Path> places) {
        if (module.isEmpty()) {
            return true;
        }
        Path place = place(project, module.get());
        return Files.exists(place) && !places.contains(Places.real(place));
    }

    private static Optional<String> moduleOfParent(List<MavenProject> all, Set<Path> places) {
        return all.stream()
                .filter(project -> hasParentOutside(project, places))
                .filter(project -> isModuleOf(project.getParent(), project))
                .findFirst()
                .map(project -> leftOut(project, Coordinates.of(project.getParent())));
    }

    private static boolean hasParentOutside(MavenProject project, Set<Path> places) {
        MavenProject parent = project.getParent();
        return parent != null
                && parent.getFile() != null
                && !places.contains(Places.real(parent.getFile().toPath()));
    }

    private static boolean isModuleOf(MavenProject parent, MavenProject project) {
        return Stream.concat(
                        parent.getModules().stream(),
                        rawProfiles(parent).stream().flatMap(profile -> profile.getModules().stream()))
                .anyMatch(module ->
                        Places.isAt(place(parent, module), project.getFile().toPath()));
    }

    /** An aggregator need not be the parent. Of a whole reactor, the top alone can be a module of something above. */
    private static Optional<String> moduleOfAggregator(MavenSession session, List<MavenProject> all, Set<Path> places) {
        return all.stream()
                .filter(project -> project.equals(session.getTopLevelProject()))
                .findFirst()
                .flatMap(top -> AggregatorAbove.of(top.getFile().toPath())
                        .filter(pom -> !places.contains(Places.real(pom)))
                        .map(pom -> leftOut(top, Text.harmless(pom.toString()))));
    }

    private static String leftOut(MavenProject project, String aggregator) {
        return Coordinates.of(project) + " is a module of " + aggregator
                + ", whose other modules this build leaves out, because it was not started there.";
    }

    private static List<Profile> rawProfiles(MavenProject project) {
        Model raw = project.getOriginalModel();
        return raw == null ? List.of() : raw.getProfiles();
    }

    private static Path place(MavenProject project, String module) {
        return new File(project.getBasedir(), module.replace('\\', '/')).toPath();
    }
}
