package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.build.DeployedModules.ReactorProjects;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

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
        PomPaths places = PomPaths.of(all);
        RawPoms poms = new RawPoms();
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
                .map(project -> "This build leaves out the modules of " + DeployedModules.coordinates(project)
                        + ", because of -N.");
    }

    /** Maven 4 finds the modules of a newer model by itself, so there the pom may not list them. */
    private static boolean hasModules(MavenProject project) {
        boolean newerModel = !"4.0.0".equals(project.getModel().getModelVersion());
        return !project.getModules().isEmpty() || (newerModel && "pom".equals(project.getPackaging()));
    }

    private static Optional<String> inProfiles(
            MavenSession session, List<MavenProject> all, PomPaths places, RawPoms poms) {
        for (MavenProject project : all) {
            for (Profile profile : rawProfiles(project, poms)) {
                Expressions expressions = Expressions.of(session, project).with(profile.getProperties());
                for (String module : profile.getModules()) {
                    if (isLeftOut(expressions.resolve(module), project, places)) {
                        return Optional.of(DeployedModules.coordinates(project) + " has the module " + module
                                + " in its profile " + profile.getId()
                                + ", which this build leaves out because the profile is not active.");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A module that is not on the disk is none that was ever deployed from here; an unresolved one may be anything. */
    private static boolean isLeftOut(Optional<String> module, MavenProject project, PomPaths places) {
        if (module.isEmpty()) {
            return true;
        }
        Path place = place(project, module.get());
        return Files.exists(place) && !places.contain(place);
    }

    private static Optional<String> moduleOfParent(
            List<MavenProject> all, MavenProject top, PomPaths places, RawPoms poms) {
        for (MavenProject project : all) {
            MavenProject parent = project.getParent();
            Optional<Path> pom = Optional.ofNullable(parent).flatMap(FirstPom::file);
            if (pom.isPresent() && !places.contain(pom.get())) {
                PomModules modules = modules(parent, PomPaths.folder(pom.get()), poms);
                if (modules.leavesOut(project, project.equals(top), places)) {
                    return Optional.of(leftOut(project, DeployedModules.coordinates(parent)));
                }
            }
        }
        return Optional.empty();
    }

    /** As Maven has read them, those that it calls subprojects, and those of profiles. */
    private static PomModules modules(MavenProject parent, Path folder, RawPoms poms) {
        List<String> modules = Stream.of(
                        parent.getModules().stream(),
                        poms.of(parent).stream().flatMap(raw -> raw.getModules().stream()),
                        rawProfiles(parent, poms).stream().flatMap(profile -> profile.getModules().stream()))
                .flatMap(each -> each)
                .distinct()
                .map(module -> module.replace('\\', '/'))
                .toList();
        return new PomModules(folder, modules, false, Map.of());
    }

    static String leftOut(MavenProject project, String aggregator) {
        return DeployedModules.coordinates(project) + " is a module of " + aggregator
                + ", whose other modules this build leaves out, because it was not started there.";
    }

    private static List<Profile> rawProfiles(MavenProject project, RawPoms poms) {
        return poms.of(project).stream()
                .flatMap(raw -> raw.getProfiles().stream())
                .toList();
    }

    private static Path place(MavenProject project, String module) {
        Path pom = FirstPom.file(project).orElseThrow();
        return new File(PomPaths.folder(pom).toFile(), module.replace('\\', '/')).toPath();
    }

    /** The poms of projects as they are written, without what is inherited, each read once more from the file that Maven read first. */
    static final class RawPoms {

        /** The newer model's word for a module, which the older model does not have. */
        private static final Pattern SUBPROJECT = Pattern.compile("(</?)subproject(?=s?[\\s/>])");

        private final IdentityHashMap<MavenProject, List<Model>> models = new IdentityHashMap<>();

        /**
         * All that is known of a pom: first the file, then what Maven has at present, which an extension may have filled from elsewhere.
         *
         * @throws PackagesException when the file can't be read and another plugin has replaced what Maven read from it
         */
        List<Model> of(MavenProject project) {
            return models.computeIfAbsent(project, RawPoms::models);
        }

        private static List<Model> models(MavenProject project) {
            List<Model> models = new ArrayList<>();
            FirstPom.file(project).flatMap(file -> read(file, project)).ifPresent(models::add);
            Optional.ofNullable(project.getOriginalModel()).ifPresent(models::add);
            return models;
        }

        private static Optional<Model> read(Path file, MavenProject project) {
            try {
                // Whatever the encoding, these letters are ASCII, and all else stays as it is.
                String text =
                        SUBPROJECT.matcher(Files.readString(file, ISO_8859_1)).replaceAll("$1module");
                InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
                return Optional.of(new MavenXpp3Reader().read(in, false));
            } catch (IOException | XmlPullParserException e) {
                // An extension may read poms of another kind, such as YAML, which the original model is the only sight
                // of.
                FirstPom.requireNotReplaced(file, project, e.getClass().getSimpleName());
                return Optional.empty();
            }
        }
    }
}
