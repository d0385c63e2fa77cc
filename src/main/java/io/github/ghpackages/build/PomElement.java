package io.github.ghpackages.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.jspecify.annotations.Nullable;

/**
 * An element of a pom as it is written, whatever Maven's model makes of it.
 *
 * @param name with its prefix, unless the whole pom has that prefix
 * @param text what is directly in it, without blanks around. An entity that XML does not know, such as one of HTML, is an expression
 *     without a value: {@code ${xml-entity.NAME}}
 */
public record PomElement(String name, Map<String, String> attributes, String text, List<PomElement> children) {

    /** How the text of an entity starts that XML does not know. */
    public static final String ENTITY = "${xml-entity.";

    private static final String ROOT = "project";

    /**
     * Reads a pom to its end, or another XML file to its first element.
     *
     * @return nothing for an XML file that is not a pom
     * @throws XMLStreamException if it is not XML, or uses entities of its own
     */
    static Optional<PomElement> read(Path pom) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(pom)) {
            return read(in);
        }
    }

    /** The same for an open file. */
    public static Optional<PomElement> read(InputStream pom) throws XMLStreamException {
        return new Reader(factory().createXMLStreamReader(pom)).root();
    }

    /** Maven's model of a pom, as if it were written like this. */
    static PomElement of(Model model) {
        try {
            StringWriter text = new StringWriter();
            new MavenXpp3Writer().write(text, model);
            return new Reader(factory().createXMLStreamReader(new StringReader(text.toString())))
                    .root()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The children of that name. */
    public List<PomElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The elements within children, such as each {@code <profile>} in {@code <profiles>}. */
    public List<PomElement> children(String listName, String childName) {
        return children(listName).stream()
                .flatMap(list -> list.children(childName).stream())
                .toList();
    }

    /** The text of the first child, or of an attribute, of that name; null if there is none. */
    public @Nullable String value(String valueName) {
        for (PomElement child : children) {
            if (child.name.equals(valueName)) {
                return child.text;
            }
        }
        return attributes.get(valueName);
    }

    /** The id of a profile; Maven gives one without an id this name. */
    public String profileId() {
        return Objects.requireNonNullElse(value("id"), "default");
    }

    /** Prefixes and the entities of HTML need no declaration, as for Maven. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Goes through one file. */
    private static final class Reader {

        private final XMLStreamReader xml;
        private String prefix = "";
        private boolean mayHaveOwnEntities;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        Optional<PomElement> root() throws XMLStreamException {
            for (int event = xml.next(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
                mayHaveOwnEntities |= event == XMLStreamConstants.DTD;
            }
            String name = xml.getLocalName();
            prefix = name.substring(0, name.indexOf(':') + 1);
            return name.equals(prefix + ROOT) ? Optional.of(element()) : Optional.empty();
        }

        private PomElement element() throws XMLStreamException {
            String written = xml.getLocalName();
            String name = written.startsWith(prefix) ? written.substring(prefix.length()) : written;
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(
                        xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
            }
            StringBuilder text = new StringBuilder();
            List<PomElement> children = new ArrayList<>();
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    children.add(element());
                    text.append(' ');
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                    text.append(entity());
                }
            }
            return new PomElement(name, attributes, text.toString().strip(), children);
        }

        /** An entity of the file's own may hold whole elements. */
        private String entity() throws XMLStreamException {
            if (mayHaveOwnEntities) {
                throw new XMLStreamException("entities that the file declares are not resolved");
            }
            return ENTITY + xml.getLocalName() + "}";
        }
    }
}
