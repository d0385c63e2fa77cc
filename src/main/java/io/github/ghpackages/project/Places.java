package io.github.ghpackages.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Where projects are, by whatever links one gets there. */
final class Places {

    private Places() {}

    /** The poms of these projects, and their folders. */
    static Set<Path> of(Collection<MavenProject> projects) {
        Set<Path> places = new HashSet<>();
        for (MavenProject project : projects) {
            Path pom = project.getFile().toPath();
            places.add(real(pom));
            places.add(real(folder(pom)));
        }
        return places;
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
