package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ghpackages.PackagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A pom around the build that Maven has not read for it. */
record UnreadPom(Path path, PomElement xml, PomModules modules) {

    private static final String UNREADABLE = "It can't be read.";

    /**
     * Reads an XML file that may be a pom.
     *
     * @param mayBeRelated whether a file that is not well-formed XML may belong to the same reactor, by its text
     * @return nothing for a file that is not a pom, or that is broken and can't be related
     * @throws PackagesException if it can't be read and may be related
     */
    static Optional<UnreadPom> read(Path pom, Predicate<String> mayBeRelated) {
        try {
            return PomElement.read(pom).map(xml -> new UnreadPom(pom, xml, PomModules.of(pom, xml)));
        } catch (IOException e) {
            throw unreadable(pom, UNREADABLE, e);
        } catch (XMLStreamException e) {
            if (mayBeRelated.test(text(pom))) {
                throw unreadable(pom, "It is not well-formed XML.", e);
            }
            return Optional.empty();
        }
    }

    private static String text(Path pom) {
        try {
            return Files.readString(pom, ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(pom, UNREADABLE, e);
        }
    }

    static PackagesException unreadable(Path place, String reason, @Nullable Exception cause) {
        return new PackagesException(
                PackagesException.Id.POMS_NOT_READABLE,
                "Checking whether " + place + " lists this project as a module failed.",
                reason,
                "Fix it. If this project is not part of it, create a folder .mvn in the project's own folder, which"
                        + " marks where the project begins. Nothing was deleted.",
                cause);
    }

    /** The pom to which the parent's path leads; none if the parent comes from a repository. */
    Optional<Path> localParent() {
        return parent().map(parent -> parent.value("relativePath"))
                .or(() -> parent().map(any -> "../" + PomPaths.POM))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> PomPaths.resolved(PomPaths.folder(path), text))
                .map(place -> Files.isDirectory(place) ? place.resolve(PomPaths.POM) : place)
                .filter(Files::isRegularFile)
                .map(PomPaths::real);
    }

    /** Whether the parent's path leads to this pom, and not to another one that happens to be there. */
    boolean hasParent(UnreadPom other) {
        String named = parent().map(parent -> parent.value("artifactId")).orElse("");
        String own = Optional.ofNullable(other.xml.value("artifactId")).orElse("");
        return named.isEmpty() || Expressions.isLeftIn(named + own) || named.equals(own);
    }

    /** Whether it is a pom of this project, such as one in another checkout. */
    boolean isOf(MavenProject project) {
        String groupId = Optional.ofNullable(xml.value("groupId"))
                .or(() -> parent().map(parent -> parent.value("groupId")))
                .orElse("");
        return project.getArtifactId().equals(xml.value("artifactId"))
                && project.getGroupId().equals(groupId);
    }

    private Optional<PomElement> parent() {
        return xml.children("parent").stream().findFirst();
    }
}
