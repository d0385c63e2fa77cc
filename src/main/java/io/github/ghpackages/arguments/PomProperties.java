package io.github.ghpackages.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.PomElement;
import io.github.ghpackages.build.ReactorProjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.xml.stream.XMLStreamException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The properties that poms and settings.xml set. Maven 4 shows a goal the value of the command line in their place, so where both
 * are the same, what is written is read from the files, in the order in which Maven takes it.
 */
final class PomProperties {

    /** How Maven calls the settings, as the source of a profile. */
    private static final String SETTINGS = "external";

    /** In the value of an argument, this is an error, and so is an entity whose text is unknown. */
    private static final String UNREADABLE = "\ufffd";

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
        Path file = ReactorProjects.pom(pom).orElse(null);
        if (file == null || !Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            // Reading XML takes time, and most poms have no such property. One with zero bytes is in UTF-16.
            if (!latin.contains(ParameterNames.PREFIX) && latin.indexOf('\0') < 0) {
                return List.of();
            }
            PomElement xml = PomElement.read(new ByteArrayInputStream(bytes))
                    .orElseThrow(() -> new XMLStreamException("it is not a pom"));
            return levels(xml, profiles(pom.getGroupId() + ":" + pom.getArtifactId() + ":" + pom.getVersion()));
        } catch (IOException | XMLStreamException e) {
            throw new PackagesException(
                    Id.POMS_NOT_READABLE,
                    "Reading the properties of " + file + " failed.",
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "Fix the file: it may contain values that override the command line. Nothing was changed.",
                    e);
        }
    }

    private static List<Map<String, String>> levels(PomElement pom, List<String> active) {
        List<Map<String, String>> levels = new ArrayList<>(List.of(properties(pom)));
        for (PomElement profile : pom.children("profiles", "profile")) {
            if (active.contains(profile.profileId())) {
                levels.add(properties(profile));
            }
        }
        Collections.reverse(levels);
        return levels;
    }

    private static Map<String, String> properties(PomElement pomOrProfile) {
        Map<String, String> properties = new HashMap<>();
        for (PomElement list : pomOrProfile.children("properties")) {
            for (PomElement property : list.children()) {
                properties.put(property.name(), property.text().replace(PomElement.ENTITY, UNREADABLE));
            }
        }
        return properties;
    }

    /** In a project and its parents, by their ids: a pom from elsewhere keeps its own. */
    private List<String> profiles(String source) {
        Map<String, List<String>> injected = project == null ? null : project.getInjectedProfileIds();
        return injected == null ? List.of() : injected.getOrDefault(source, List.of());
    }
}
