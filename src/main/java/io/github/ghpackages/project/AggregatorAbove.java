package io.github.ghpackages.project;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Looks upwards for a pom that has a project among its modules, as the parent or as a mere aggregator. */
final class AggregatorAbove {

    private AggregatorAbove() {}

    /**
     * The nearest such pom, up to the folder with {@code .mvn} or {@code .git}, where a project begins.
     *
     * @throws PackagesException when a pom on the way can't be read: it may be the one
     */
    static Optional<Path> of(Path pom) {
        Path folder =
                isTopOfProject(Places.folder(pom)) ? null : Places.folder(pom).getParent();
        for (; folder != null; folder = isTopOfProject(folder) ? null : folder.getParent()) {
            Path above = folder.resolve("pom.xml");
            // What is no file at all can't be one that Maven reads.
            if (Files.exists(above) && !Files.isDirectory(above) && lists(above, pom)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static boolean isTopOfProject(Path folder) {
        return Files.exists(folder.resolve(".mvn")) || Files.exists(folder.resolve(".git"));
    }

    private static boolean lists(Path above, Path pom) {
        try {
            return PomModules.read(above).contain(pom);
        } catch (IOException e) {
            throw notReadable(above, "It can't be read.", e);
        } catch (XMLStreamException e) {
            throw notReadable(above, "It is no well-formed XML.", e);
        }
    }

    private static PackagesException notReadable(Path above, String reason, Exception cause) {
        return new PackagesException(
                PackagesException.Id.POMS_NOT_READABLE,
                "Reading whether " + Text.harmless(above.toString()) + " has this project among its modules failed.",
                reason,
                "Mend it. If this project is no part of it, make a folder .mvn in the project's own folder, which says"
                        + " that it begins there. Nothing was deleted.",
                cause);
    }
}
