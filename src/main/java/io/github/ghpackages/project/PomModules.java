package io.github.ghpackages.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The modules that a pom lists, in a profile or not, read from the file: the pom is none of this build's.
 *
 * @param folder where the pom is
 * @param modules as they are written
 * @param discovers whether Maven looks for modules in the folders beside the pom, as Maven 4 does where a newer model lists none
 */
record PomModules(Path folder, List<String> modules, boolean discovers) {

    /** {@code subproject} is the newer model's word. */
    private static final Set<String> LISTS = Set.of(
            "project/modules/module",
            "project/subprojects/subproject",
            "project/profiles/profile/modules/module",
            "project/profiles/profile/subprojects/subproject");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*}");

    /** Reads an XML file; one that is no pom lists nothing. */
    static PomModules read(Path pom) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(pom)) {
            return read(Places.folder(pom), factory.createXMLStreamReader(in));
        }
    }

    private static PomModules read(Path folder, XMLStreamReader xml) throws XMLStreamException {
        List<String> modules = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.removeLast();
            } else if (event == XMLStreamConstants.CHARACTERS && path.size() > 1) {
                String where = path.size() > 5 ? "" : String.join("/", path);
                if (LISTS.contains(where)) {
                    modules.add(xml.getText().strip().replace('\\', '/'));
                }
                texts.put(where, xml.getText().strip());
            }
        }
        boolean newerModel = !"4.0.0".equals(texts.get("project/modelVersion"));
        boolean discovers = newerModel && modules.isEmpty() && "pom".equals(texts.get("project/packaging"));
        return new PomModules(folder, modules, discovers);
    }

    /** Whether one of the modules is this pom. */
    boolean contain(Path pom) {
        boolean isBeside = folder.equals(Places.folder(pom).getParent());
        return discovers && isBeside || modules.stream().anyMatch(text -> isAt(text, pom));
    }

    private boolean isAt(String text, Path pom) {
        if (text.isEmpty()) {
            return false;
        }
        if (Expressions.isLeftIn(text)) {
            return mayBeAt(text, pom);
        }
        try {
            return Places.isAt(folder.resolve(text), pom);
        } catch (InvalidPathException noFolderOfThisSystem) {
            return false;
        }
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
