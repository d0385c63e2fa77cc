package io.github.ghpackages.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Reads poms as they are written, each once. */
final class PomXml {

    private final XMLInputFactory factory = factory();
    private final @Nullable Instant start;
    private final Map<File, Optional<WrittenPom>> files = new HashMap<>();
    private final IdentityHashMap<Model, WrittenPom> models = new IdentityHashMap<>();

    PomXml(MavenSession session) {
        this.start = Optional.ofNullable(session.getRequest().getStartTime())
                .map(Date::toInstant)
                .orElse(null);
    }

    /**
     * What this project's own pom says: its file, since flatten empties the model that Maven made of it. Where there is no such file,
     * as of a parent from a repository, that model; where a plugin may have changed the file in this build, both.
     */
    List<WrittenPom> of(MavenProject pom) {
        @Nullable File file = FirstPom.file(pom).map(Path::toFile).orElse(null);
        @Nullable Model model = pom.getOriginalModel();
        Optional<WrittenPom> ofFile =
                Optional.ofNullable(file).flatMap(each -> files.computeIfAbsent(each, any -> parse(each.toPath())));
        if (file != null && ofFile.isEmpty()) {
            FirstPom.requireNotReplaced(file.toPath(), pom, "it is missing or not XML");
        }
        boolean isEnough =
                ofFile.isPresent() && file != null && start != null && file.lastModified() < start.toEpochMilli();
        Optional<WrittenPom> ofModel = Optional.ofNullable(model)
                .filter(each -> !isEnough)
                .map(each -> models.computeIfAbsent(each, this::parse));
        return Stream.of(ofFile, ofModel).flatMap(Optional::stream).toList();
    }

    /** Maven reads a little more than XML, and poms in other languages: for those its model must do. */
    private Optional<WrittenPom> parse(Path pom) {
        if (!Files.isRegularFile(pom)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(pom)) {
            return Optional.of(new WrittenPom(root(factory.createXMLStreamReader(in))));
        } catch (IOException | XMLStreamException noXml) {
            return Optional.empty();
        }
    }

    private WrittenPom parse(Model model) {
        try {
            StringWriter text = new StringWriter();
            new MavenXpp3Writer().write(text, model);
            return new WrittenPom(root(factory.createXMLStreamReader(new StringReader(text.toString()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prefixes and HTML's entities need no declaration, as for Maven; an entity is left out. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static PomElement root(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("entities of its own are not resolved");
            }
            event = xml.next();
        }
        return element(xml);
    }

    private static PomElement element(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
        }
        StringBuilder text = new StringBuilder();
        List<PomElement> children = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(xml));
                text.append(' ');
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return new PomElement(name, attributes, text.toString().strip(), children);
    }

    /**
     * An element of a pom as it is written, whatever Maven's model makes of it.
     *
     * @param name with its prefix, if it has one
     * @param text what is directly in it, without blanks around
     */
    record PomElement(String name, Map<String, String> attributes, String text, List<PomElement> children) {

        /** The text of a child, or of an attribute, of that name. */
        @Nullable
        String value(String valueName) {
            for (PomElement child : children) {
                if (child.name.equals(valueName)) {
                    return child.text;
                }
            }
            return attributes.get(valueName);
        }
    }
}
