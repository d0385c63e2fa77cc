package io.github.ghpackages.build;

import io.github.ghpackages.build.PossibleValues.GappedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * The modules that a pom lists, in a profile or not. Maven has not read this pom for this build, or it would be one of its projects.
 *
 * @param folder where the pom is
 * @param modules as they are written
 * @param discovers whether Maven looks for modules in the folders beside the pom, as Maven 4 does where a newer model lists none
 */
record PomModules(Path folder, List<String> modules, boolean discovers) {

    /** The modules of a pom that was read from a file. */
    static PomModules of(Path pom, PomElement xml) {
        List<String> modules = new ArrayList<>(listed(xml));
        xml.children("profiles", "profile").forEach(profile -> modules.addAll(listed(profile)));
        boolean newerModel = !"4.0.0".equals(xml.value("modelVersion"));
        boolean discovers = newerModel && modules.isEmpty() && "pom".equals(xml.value("packaging"));
        return new PomModules(PomPaths.folder(pom), modules, discovers);
    }

    /** The modules that a pom or a profile lists itself, with slashes; the newer model calls them {@code subproject}. */
    static List<String> listed(PomElement pomOrProfile) {
        return Stream.of(pomOrProfile.children("modules", "module"), pomOrProfile.children("subprojects", "subproject"))
                .flatMap(List::stream)
                .map(module -> module.text().replace('\\', '/'))
                .toList();
    }

    /** Whether one of the modules is this pom. */
    boolean include(Path pom) {
        boolean isBeside = folder.equals(PomPaths.folder(pom).getParent());
        return discovers && isBeside || modules.stream().anyMatch(text -> isAt(text, pom));
    }

    /**
     * Whether a build leaves out a part of this pom's reactor. Of a module in which the build was started, the pom itself is left
     * out; elsewhere the build has an aggregator of its own, which may have all that this one has.
     *
     * @param project of the build, which does not have this pom
     * @param isTop whether the build was started there
     * @param places of the build's projects
     */
    boolean leavesOut(MavenProject project, boolean isTop, PomPaths places) {
        return ReactorProjects.pom(project).filter(this::include).isPresent() && (isTop || hasOthersThan(places));
    }

    /** Whether it has a module on the disk that is not one of these projects. */
    boolean hasOthersThan(PomPaths places) {
        List<Path> found = discovers ? PomPaths.pomsBelow(folder).orElse(List.of()) : List.of();
        return found.stream().anyMatch(pom -> !places.isPom(pom))
                || modules.stream().anyMatch(text -> !text.isEmpty() && isOtherThan(places, text));
    }

    private boolean isOtherThan(PomPaths places, String text) {
        if (Expressions.isLeftIn(text)) {
            return places.poms().stream().noneMatch(pom -> mayBeAt(text, pom));
        }
        Optional<Path> module = PomPaths.resolved(folder, text).filter(Files::exists);
        return module.isPresent() && !places.isModule(module.get());
    }

    private boolean isAt(String text, Path pom) {
        if (text.isEmpty()) {
            return false;
        }
        if (Expressions.isLeftIn(text)) {
            return mayBeAt(text, pom);
        }
        return PomPaths.resolved(folder, text)
                .filter(module -> PomPaths.isAt(module, pom))
                .isPresent();
    }

    /** The pom's properties may come from anywhere, so an expression may be any text. */
    private boolean mayBeAt(String text, Path pom) {
        GappedText module = GappedText.of(text);
        String file =
                folder.relativize(pom.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return module.matches(file) || module.matches(file.substring(0, Math.max(0, file.lastIndexOf('/'))));
    }
}
