package io.github.ghpackages.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Where projects are, by whatever links one gets there. */
final class PomPaths {

    static final String POM = "pom.xml";

    private final Set<Path> poms = new LinkedHashSet<>();
    private final Set<Path> folders = new HashSet<>();

    private PomPaths() {}

    /** Where these projects are. */
    static PomPaths of(Collection<MavenProject> projects) {
        PomPaths places = new PomPaths();
        for (MavenProject project : projects) {
            FirstPom.file(project).ifPresent(pom -> {
                places.poms.add(real(pom));
                places.folders.add(real(folder(pom)));
            });
        }
        return places;
    }

    /** The poms of the projects. */
    Set<Path> poms() {
        return Collections.unmodifiableSet(poms);
    }

    /** Whether one of the projects is meant by this path: its pom, or its folder, in which Maven looks for {@code pom.xml} first. */
    boolean contain(Path module) {
        Path place = real(module);
        Path pom = real(module.resolve(POM));
        return poms.contains(place) || (Files.exists(pom) ? poms.contains(pom) : folders.contains(place));
    }

    /** Whether a module's path, which may name a folder or a file, means this pom. */
    static boolean isAt(Path module, Path pom) {
        Path place = real(module);
        return place.equals(real(pom)) || place.equals(real(folder(pom)));
    }

    static Path folder(Path pom) {
        return Objects.requireNonNull(pom.toAbsolutePath().normalize().getParent());
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path.toAbsolutePath().normalize();
        }
    }
}
