package io.github.ghpackages.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where the poms of some projects are, whichever links lead there; and where other poms may be. */
final class PomPaths {

    static final String POM = "pom.xml";

    private final Set<Path> poms = new LinkedHashSet<>();
    private final Set<Path> folders = new HashSet<>();

    private PomPaths() {}

    /** Where these projects are. */
    static PomPaths of(Collection<MavenProject> projects) {
        PomPaths paths = new PomPaths();
        for (MavenProject project : projects) {
            ReactorProjects.pom(project).ifPresent(pom -> {
                paths.poms.add(real(pom));
                paths.folders.add(real(folder(pom)));
            });
        }
        return paths;
    }

    /** The poms of the projects. */
    Collection<Path> poms() {
        return List.copyOf(poms);
    }

    /** Whether this is the pom of one of the projects. */
    boolean isPom(Path pom) {
        return poms.contains(real(pom));
    }

    /** Whether a module's path means one of the projects: its pom, or its folder, in which Maven looks for {@code pom.xml} first. */
    boolean isModule(Path module) {
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
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** What this path of a pom leads to; nothing if it is not a path of this system. */
    static Optional<Path> resolved(Path folder, String path) {
        try {
            return Optional.of(folder.resolve(path.replace('\\', '/')));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    /** Whether a project begins in this folder. */
    static boolean isTopOfProject(Path folder) {
        return Files.exists(folder.resolve(".mvn")) || Files.exists(folder.resolve(".git"));
    }

    /** The folder of this pom, then those above, the nearest first, up to the one in which the project begins. */
    static List<Path> foldersAbove(Path pom) {
        List<Path> folders = new ArrayList<>();
        @Nullable Path folder = folder(pom);
        while (folder != null) {
            folders.add(folder);
            folder = isTopOfProject(folder) ? null : folder.getParent();
        }
        return folders;
    }

    /**
     * The folders that contain the folders beside this pom's or beside one above: an aggregator, or other modules of the same parent,
     * may be there. If no folder above shows where the project begins, this is the nearest one alone.
     */
    static List<Path> foldersAround(Path pom) {
        @Nullable Path nearest = folder(pom).getParent();
        if (nearest == null) {
            return List.of();
        }
        if (isTopOfProject(folder(pom)) || isTopOfProject(nearest)) {
            return List.of(nearest);
        }
        List<Path> around = foldersAbove(pom);
        boolean hasTop = isTopOfProject(around.get(around.size() - 1));
        return hasTop ? around.subList(1, around.size()) : List.of(nearest);
    }

    /** The poms in the folders within this one, sorted by name; nothing if the folder can't be listed. */
    static Optional<List<Path>> pomsBelow(Path folder) {
        File[] children = folder.toFile().listFiles(child -> new File(child, POM).isFile());
        return Optional.ofNullable(children)
                .map(found -> Arrays.stream(found)
                        .sorted()
                        .map(child -> child.toPath().resolve(POM))
                        .toList());
    }

    /** The XML files in this folder that can be read: {@code mvn -f} takes a pom of any name. */
    static List<Path> xmlFiles(Path folder) {
        File[] files =
                folder.toFile().listFiles(file -> file.getName().endsWith(".xml") && file.isFile() && file.canRead());
        return files == null
                ? List.of()
                : Arrays.stream(files).sorted().map(File::toPath).toList();
    }
}
