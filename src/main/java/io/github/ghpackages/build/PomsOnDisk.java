package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ghpackages.PackagesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Poms that Maven has not read for this build, each read once. */
final class PomsOnDisk {

    private static final String CAN_NOT_BE_READ = "It can't be read.";

    private final Map<Path, PomModules> read = new HashMap<>();

    /**
     * Reads a pom that may be of the same reactor.
     *
     * @throws PackagesException when it can't be read
     */
    PomModules of(Path pom) {
        return of(pom, text -> true).orElseThrow();
    }

    /**
     * Reads a pom that stands beside the build, where unrelated projects are as well.
     *
     * @param mayBeRelated whether a pom that is not well-formed XML may belong to the same reactor, by its text
     * @return nothing for one that can't be read and can't be related
     * @throws PackagesException when it can't be read and may be related
     */
    Optional<PomModules> of(Path pom, Predicate<String> mayBeRelated) {
        Path key = PomPaths.real(pom);
        PomModules known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            PomModules modules = PomModules.read(pom);
            read.put(key, modules);
            return Optional.of(modules);
        } catch (IOException e) {
            throw notReadable(pom, CAN_NOT_BE_READ, e);
        } catch (XMLStreamException e) {
            if (mayBeRelated.test(text(pom))) {
                throw notReadable(pom, "It is not well-formed XML.", e);
            }
            return Optional.empty();
        }
    }

    private static String text(Path pom) {
        try {
            return Files.readString(pom, ISO_8859_1);
        } catch (IOException e) {
            throw notReadable(pom, CAN_NOT_BE_READ, e);
        }
    }

    /** The poms in the folders in this one, in the order of their names; nothing where the folder can't be listed. */
    static Optional<List<Path>> in(Path folder) {
        File[] children = folder.toFile().listFiles(child -> new File(child, PomPaths.POM).isFile());
        return Optional.ofNullable(children)
                .map(found -> Arrays.stream(found)
                        .sorted()
                        .map(child -> child.toPath().resolve(PomPaths.POM))
                        .toList());
    }

    /** The XML files in this folder that can be read: {@code mvn -f} takes a pom of any name. */
    static List<Path> files(Path folder) {
        File[] files =
                folder.toFile().listFiles(file -> file.getName().endsWith(".xml") && file.isFile() && file.canRead());
        return files == null
                ? List.of()
                : Arrays.stream(files).sorted().map(File::toPath).toList();
    }

    static PackagesException notReadable(Path pom, String reason, @Nullable Exception cause) {
        return new PackagesException(
                PackagesException.Id.POMS_NOT_READABLE,
                "Checking whether " + pom + " lists this project as a module failed.",
                reason,
                "Fix it. If this project is not part of it, create a folder .mvn in the project's own folder, which"
                        + " marks where the project begins. Nothing was deleted.",
                cause);
    }

    /** The folders around a project in which a pom may stand that has it among its modules, as the parent or as a mere aggregator. */
    static final class AggregatorAbove {

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
}
