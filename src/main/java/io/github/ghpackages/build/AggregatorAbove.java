package io.github.ghpackages.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders around a project in which a pom may stand that has it among its modules, as the parent or as a mere aggregator. */
final class AggregatorAbove {

    private AggregatorAbove() {}

    /** The poms in the folders above, the nearest first, up to the folder with {@code .mvn} or {@code .git}, where a project begins. */
    static List<Path> poms(Path pom) {
        // What is no file at all can't be one that Maven reads.
        return folders(pom).stream()
                .skip(1)
                .map(folder -> folder.resolve(PomPaths.POM))
                .filter(above -> Files.exists(above) && !Files.isDirectory(above))
                .toList();
    }

    /** The folder of this pom, then those above, the nearest first, up to the one where a project begins. */
    static List<Path> folders(Path pom) {
        List<Path> folders = new ArrayList<>();
        @Nullable Path folder = PomPaths.folder(pom);
        while (folder != null) {
            folders.add(folder);
            folder = isTopOfProject(folder) ? null : folder.getParent();
        }
        return folders;
    }

    /**
     * The folders whose folders stand beside this project, or beside one above it: an aggregator, or the other modules of the same
     * parent, may be there. Where no folder above says that a project begins there, these are the folders beside this project alone.
     */
    static List<Path> foldersAround(Path pom) {
        @Nullable Path folder = PomPaths.folder(pom).getParent();
        if (folder == null) {
            return List.of();
        }
        List<Path> around = new ArrayList<>(List.of(folder));
        if (isTopOfProject(PomPaths.folder(pom)) || isTopOfProject(folder)) {
            return around;
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            around.add(above);
            if (isTopOfProject(above)) {
                return around;
            }
        }
        return List.of(folder);
    }

    static boolean isTopOfProject(Path folder) {
        return Files.exists(folder.resolve(".mvn")) || Files.exists(folder.resolve(".git"));
    }
}
