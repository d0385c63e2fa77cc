package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The properties that poms and settings.xml set. Maven 4 shows a goal the value of the command line in their place, so where both
 * are the same, what is written is read from the files, in the order in which Maven takes it.
 */
final class PomProperties {

    /** How Maven calls the settings, as the source of a profile. */
    private static final String SETTINGS = "external";

    /** Maven 3 knows those of HTML, which XML does not. */
    private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};");

    /** In the value of an argument, this is an error. */
    private static final String UNREADABLE = "&#xFFFD;";

    private final MavenSession session;
    private final @Nullable MavenProject project;
    private @Nullable List<Map<String, String>> written;

    PomProperties(MavenSession session, @Nullable MavenProject project) {
        this.session = session;
        this.project = project;
    }

    /** As Maven shows them. */
    Properties shown() {
        return project == null ? new Properties() : project.getProperties();
    }

    /** What is written, also where the command line overrides it. */
    Optional<String> find(String property) {
        String shown = shown().getProperty(property);
        return shown == null || !shown.equals(session.getUserProperties().getProperty(property))
                ? Optional.ofNullable(shown)
                : written().stream()
                        .filter(level -> level.containsKey(property))
                        .findFirst()
                        .map(level -> level.get(property));
    }

    /** What comes first wins: profiles of settings.xml, then each pom from the project's own up, its profiles first. */
    private List<Map<String, String>> written() {
        if (written == null) {
            List<Map<String, String>> levels = new ArrayList<>(settings());
            for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
                levels.addAll(levels(pom));
            }
            written = levels;
        }
        return written;
    }

    private List<Map<String, String>> settings() {
        List<String> active = profiles(SETTINGS);
        List<Map<String, String>> levels = new ArrayList<>();
        session.getSettings().getProfiles().stream()
                .filter(profile -> active.contains(profile.getId()))
                .forEach(profile -> {
                    Map<String, String> level = new HashMap<>();
                    profile.getProperties().forEach((name, value) -> level.put("" + name, "" + value));
                    levels.add(level);
                });
        Collections.reverse(levels);
        return levels;
    }

    private List<Map<String, String>> levels(MavenProject pom) {
        File file = pom.getModel().getPomFile() == null
                ? pom.getFile()
                : pom.getModel().getPomFile();
        if (file == null || !file.isFile()) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(file.toPath());
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            // Reading XML takes time, and most poms have no such property. One with zero bytes is in UTF-16.
            return latin.contains(ParameterNames.PREFIX) || latin.indexOf('\0') >= 0
                    ? levels(
                            root(bytes),
                            profiles(pom.getGroupId() + ":" + pom.getArtifactId() + ":" + pom.getVersion()))
                    : List.of();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new PackagesException(
                    Id.POMS_NOT_READABLE,
                    "Reading the properties of " + file + " failed.",
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "Fix the file: it may contain values that override the command line." + " Nothing was changed.",
                    e);
        }
    }

    private static List<Map<String, String>> levels(Element pom, List<String> active) {
        List<Map<String, String>> levels = new ArrayList<>();
        levels.add(properties(pom));
        children(pom, "profiles").stream()
                .flatMap(profiles -> children(profiles, "profile").stream())
                .filter(profile -> children(profile, "id").stream()
                        .anyMatch(id -> active.contains(id.getTextContent().trim())))
                .forEach(profile -> levels.add(properties(profile)));
        Collections.reverse(levels);
        return levels;
    }

    /** In a project and its parents, by their ids: a pom from elsewhere keeps its own. */
    private List<String> profiles(String source) {
        Map<String, List<String>> injected = project == null ? null : project.getInjectedProfileIds();
        return injected == null ? List.of() : injected.getOrDefault(source, List.of());
    }

    private static Map<String, String> properties(Element parent) {
        Map<String, String> properties = new HashMap<>();
        for (Element list : children(parent, "properties")) {
            for (Element property : children(list, null)) {
                properties.put(property.getTagName(), property.getTextContent().trim());
            }
        }
        return properties;
    }

    private static List<Element> children(Element parent, @Nullable String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && (name == null || element.getTagName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element root(byte[] pom) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        String text =
                ENTITY.matcher(new String(pom, StandardCharsets.ISO_8859_1)).replaceAll(UNREADABLE);
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler()); // else it prints what it throws
        return builder.parse(in).getDocumentElement();
    }
}
