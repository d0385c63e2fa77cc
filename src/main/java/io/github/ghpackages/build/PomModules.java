package io.github.ghpackages.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.project.MavenProject;

/**
 * The modules that a pom lists, in a profile or not, and its parent, read from the file: the pom is not one of this build's.
 *
 * @param folder where the pom is
 * @param modules as they are written
 * @param discovers whether Maven looks for modules in the folders beside the pom, as Maven 4 does where a newer model lists none
 * @param texts of the pom's other elements, by path, such as {@code project/parent/artifactId}
 */
record PomModules(Path folder, List<String> modules, boolean discovers, Map<String, String> texts) {

    /** {@code subproject} is the newer model's word. */
    private static final Set<String> LISTS = Set.of(
            "project/modules/module",
            "project/subprojects/subproject",
            "project/profiles/profile/modules/module",
            "project/profiles/profile/subprojects/subproject");

    /** The depth of a module in a profile. */
    private static final int DEEPEST = 5;

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*}");

    /** Reads an XML file; one that is no pom lists nothing. */
    static PomModules read(Path pom) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(pom)) {
            return read(PomPaths.folder(pom), factory.createXMLStreamReader(in));
        }
    }

    private static PomModules read(Path folder, XMLStreamReader xml) throws XMLStreamException {
        List<String> modules = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<StringBuilder> written = new ArrayDeque<>();
        boolean isPom = true;
        while (isPom && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast(xml.getLocalName());
                isPom = path.getFirst().equals("project");
                written.addLast(new StringBuilder());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                // A comment divides a text into several.
                written.getLast().append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String where = path.size() > DEEPEST ? "" : String.join("/", path);
                String text = written.removeLast().toString().strip();
                if (LISTS.contains(where)) {
                    modules.add(text.replace('\\', '/'));
                }
                texts.put(where, text);
                path.removeLast();
            }
        }
        boolean newerModel = !"4.0.0".equals(texts.get("project/modelVersion"));
        boolean discovers = newerModel && modules.isEmpty() && "pom".equals(texts.get("project/packaging"));
        return new PomModules(folder, modules, discovers, texts);
    }

    /** Whether one of the modules is this pom. */
    boolean contain(Path pom) {
        boolean isBeside = folder.equals(PomPaths.folder(pom).getParent());
        return discovers && isBeside || modules.stream().anyMatch(text -> isAt(text, pom));
    }

    /**
     * Whether a build leaves out a part of this pom's reactor. Of a module in which the build was started, the pom itself is left
     * out; elsewhere the build has an aggregator of its own, which may have all that this one has.
     *
     * @param project of the build, which does not have this pom
     * @param isTop whether the build was started there
     * @param places where the build's projects are
     */
    boolean leavesOut(MavenProject project, boolean isTop, PomPaths places) {
        return FirstPom.file(project).filter(this::contain).isPresent() && (isTop || hasOthersThan(places));
    }

    /** Whether it has a module that is on the disk and none of these projects. */
    boolean hasOthersThan(PomPaths places) {
        return discovers && children().anyMatch(child -> !places.contain(child))
                || modules.stream().anyMatch(text -> !text.isEmpty() && isOtherThan(places, text));
    }

    private boolean isOtherThan(PomPaths places, String text) {
        if (Expressions.isLeftIn(text)) {
            return places.poms().stream().noneMatch(pom -> mayBeAt(text, pom));
        }
        Optional<Path> module = resolved(text).filter(Files::exists);
        return module.isPresent() && !places.contain(module.get());
    }

    /** The folders in which Maven 4 finds modules by itself. */
    private Stream<Path> children() {
        File[] children = folder.toFile().listFiles(child -> new File(child, PomPaths.POM).isFile());
        return children == null ? Stream.of() : Arrays.stream(children).map(File::toPath);
    }

    /** The pom to which the parent's path leads; none where the parent comes from a repository. */
    Optional<Path> localParent() {
        if (!texts.containsKey("project/parent")) {
            return Optional.empty();
        }
        return Optional.of(texts.getOrDefault("project/parent/relativePath", "../" + PomPaths.POM))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> resolved(text.replace('\\', '/')))
                .map(place -> Files.isDirectory(place) ? place.resolve(PomPaths.POM) : place)
                .filter(Files::isRegularFile)
                .map(PomPaths::real);
    }

    /** Whether the parent's path leads to this pom, and not to another one that happens to be there. */
    boolean namesAsParent(PomModules parent) {
        String named = texts.getOrDefault("project/parent/artifactId", "");
        return named.isEmpty()
                || Expressions.isLeftIn(named + parent.artifactId())
                || named.equals(parent.artifactId());
    }

    String groupId() {
        return texts.getOrDefault("project/groupId", texts.getOrDefault("project/parent/groupId", ""));
    }

    String artifactId() {
        return texts.getOrDefault("project/artifactId", "");
    }

    private Optional<Path> resolved(String text) {
        try {
            return Optional.of(folder.resolve(text));
        } catch (InvalidPathException noPathOfThisSystem) {
            return Optional.empty();
        }
    }

    private boolean isAt(String text, Path pom) {
        if (text.isEmpty()) {
            return false;
        }
        if (Expressions.isLeftIn(text)) {
            return mayBeAt(text, pom);
        }
        return resolved(text).filter(module -> PomPaths.isAt(module, pom)).isPresent();
    }

    /** The pom's properties may come from anywhere, so an expression may be any text. */
    private boolean mayBeAt(String text, Path pom) {
        Pattern pattern = Pattern.compile("\\Q" + EXPRESSION.matcher(text).replaceAll("\\\\E.*\\\\Q") + "\\E");
        String file =
                folder.relativize(pom.toAbsolutePath().normalize()).toString().replace('\\', '/');
        String module = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        return pattern.matcher(file).matches() || pattern.matcher(module).matches();
    }
}
