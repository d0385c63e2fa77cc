package io.github.ghpackages.build;

import io.github.ghpackages.PackagesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.xml.stream.XMLStreamException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The poms of projects as they are written, without what they inherit, each read once more from the file that Maven read first. */
final class RawPoms {

    private final @Nullable Date start;
    private final Map<Path, Optional<PomElement>> files = new HashMap<>();
    private final IdentityHashMap<Model, PomElement> models = new IdentityHashMap<>();

    RawPoms(MavenSession session) {
        this.start = session.getRequest().getStartTime();
    }

    /**
     * This project's own pom: its file, since flatten-maven-plugin empties the model that Maven made of it. If there is no
     * such file, as for a parent from a repository, that model; if a plugin may have changed the file in this build, both.
     *
     * @throws PackagesException if the file can't be read and another plugin has replaced what Maven read from it
     */
    List<PomElement> of(MavenProject project) {
        List<PomElement> all = new ArrayList<>();
        Optional<PomElement> ofFile = file(project);
        ofFile.ifPresent(all::add);
        Model model = project.getOriginalModel();
        if (model != null && (ofFile.isEmpty() || mayBeChanged(project))) {
            all.add(models.computeIfAbsent(model, PomElement::of));
        }
        return all;
    }

    private boolean mayBeChanged(MavenProject project) {
        File file = ReactorProjects.pom(project).orElseThrow().toFile();
        return start == null || file.lastModified() >= start.getTime();
    }

    /** Maven reads a little more than XML, and extensions read poms in other languages: then only its model shows their content. */
    private Optional<PomElement> file(MavenProject project) {
        Path file = ReactorProjects.pom(project).orElse(null);
        if (file == null) {
            return Optional.empty();
        }
        Optional<PomElement> pom = files.computeIfAbsent(file, RawPoms::read);
        if (pom.isEmpty()) {
            requireNotReplaced(file, project);
        }
        return pom;
    }

    private static Optional<PomElement> read(Path file) {
        try {
            return Files.isRegularFile(file) ? PomElement.read(file) : Optional.empty();
        } catch (IOException | XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private static void requireNotReplaced(Path file, MavenProject project) {
        File now = project.getFile();
        if (now != null && !PomPaths.real(now.toPath()).equals(PomPaths.real(file))) {
            throw new PackagesException(
                    PackagesException.Id.POMS_NOT_READABLE,
                    "Reading " + file + " again failed.",
                    "Another plugin has replaced it in this build, and the file is missing or not XML.",
                    "Run the goal in a separate build, without the goals that change poms. Nothing was deleted.");
        }
    }

    /** The properties of a pom and of its profiles, active or not, from its file and as extensions have changed them. */
    List<Properties> properties(MavenProject project) {
        List<Properties> all = new ArrayList<>();
        for (PomElement pom : of(project)) {
            all.add(properties(pom));
            pom.children("profiles", "profile").forEach(profile -> all.add(properties(profile)));
        }
        Model model = project.getOriginalModel();
        if (model != null) {
            all.add(model.getProperties());
            model.getProfiles().forEach(profile -> all.add(profile.getProperties()));
        }
        return all;
    }

    private static Properties properties(PomElement element) {
        Properties properties = new Properties();
        for (PomElement list : element.children("properties")) {
            list.children().forEach(each -> properties.setProperty(each.name(), each.text()));
        }
        return properties;
    }

    /**
     * Modules that a pom lists together.
     *
     * @param profile in which it lists them; null: in none
     */
    record ModuleList(@Nullable String profile, List<String> modules) {}

    /** The modules of a pom and of its profiles, active or not, from its file and as Maven and extensions have them. */
    List<ModuleList> modules(MavenProject project) {
        List<ModuleList> all = new ArrayList<>(List.of(new ModuleList(null, project.getModules())));
        file(project).ifPresent(pom -> {
            all.add(new ModuleList(null, PomModules.listed(pom)));
            pom.children("profiles", "profile")
                    .forEach(each -> all.add(new ModuleList(each.profileId(), PomModules.listed(each))));
        });
        Model model = project.getOriginalModel();
        if (model != null) {
            all.add(new ModuleList(null, model.getModules()));
            model.getProfiles().forEach(each -> all.add(new ModuleList(each.getId(), each.getModules())));
        }
        return all;
    }
}
