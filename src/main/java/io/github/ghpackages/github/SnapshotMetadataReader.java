package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.RegistryApi;
import io.github.ghpackages.http.Response;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the Maven registry when snapshots were last deployed: GitHub's own dates of a snapshot do not move on redeploy
 * (bitwarden/sdk-sm#321). Past mirrors and caches; what can't be read is unknown, and never an error. Safe for use by
 * several threads.
 */
public final class SnapshotMetadataReader implements AutoCloseable {

    private final RegistryApi api;
    private final String registry;

    /**
     * @param settings with the registry's URL in the place of {@code apiUrl}, the token of its server id, and the proxy for it
     * @param user the user name of that server; null for any
     */
    public SnapshotMetadataReader(HttpSettings settings, @Nullable String user) {
        this.api = new RegistryApi(settings, user);
        this.registry = settings.apiUrl().toString().replaceFirst("/+$", "");
    }

    /** The files of the snapshots of this package. */
    public SnapshotFiles files(String groupId, String artifactId) {
        return new SnapshotFiles(api, this, registry, groupId, artifactId);
    }

    /** What is known about the builds of this snapshot. */
    public SnapshotFacts read(String groupId, String artifactId, String version) {
        URI folder = Endpoints.folder(registry, groupId, artifactId, version);
        try {
            Response response = api.text(URI.create(folder + SnapshotFiles.METADATA));
            return response.status() == 200
                    ? SnapshotMetadataFile.read(response.body(), version)
                    : SnapshotFacts.unknown("its maven-metadata.xml can't be read: HTTP " + response.status());
        } catch (PackagesException e) {
            return SnapshotFacts.unknown("its maven-metadata.xml can't be read: " + withoutFullStop(e.reason()));
        }
    }

    @Override
    public void close() {
        api.close();
    }

    private static String withoutFullStop(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }

    /** The {@code maven-metadata.xml} of one snapshot, read without entities, DTDs or recursion: it comes over the network. */
    static final class SnapshotMetadataFile {

        private static final String VERSIONING = "metadata/versioning/";
        private static final String BUILD = VERSIONING + "snapshotVersions/snapshotVersion";
        private static final int DEEPEST = 20;

        /** The elements that are read, and those around them. */
        private static final Set<String> READ = Set.of(
                "metadata",
                "metadata/groupId",
                "metadata/artifactId",
                "metadata/version",
                "metadata/versioning",
                VERSIONING + "lastUpdated",
                VERSIONING + "snapshot",
                VERSIONING + "snapshot/timestamp",
                VERSIONING + "snapshot/buildNumber",
                VERSIONING + "snapshotVersions",
                BUILD,
                BUILD + "/classifier",
                BUILD + "/extension",
                BUILD + "/value",
                BUILD + "/updated");

        private static final List<String> OF_A_FILE = List.of("/classifier", "/extension", "/value", "/updated");

        private static final String ELSEWHERE = "";
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

        private final Map<String, List<String>> texts;

        private SnapshotMetadataFile(Map<String, List<String>> texts) {
            this.texts = texts;
        }

        /** The facts in the file about this version, or why there are none. */
        static SnapshotFacts read(String xml, String version) {
            try {
                return new SnapshotMetadataFile(textsOf(xml)).facts(version);
            } catch (XMLStreamException e) {
                return SnapshotFacts.unknown("its maven-metadata.xml is not XML that can be read safely");
            }
        }

        private SnapshotFacts facts(String version) {
            Optional<String> other = first("metadata/version").filter(found -> !found.equals(version));
            if (other.isPresent()) {
                return SnapshotFacts.unknown("its maven-metadata.xml belongs to another version");
            }
            Optional<Instant> lastUpdated = Stream.of(
                            first(VERSIONING + "lastUpdated"), first(VERSIONING + "snapshot/timestamp"))
                    .flatMap(Optional::stream)
                    .flatMap(text -> timeOf(text).stream())
                    .max(Instant::compareTo);
            return lastUpdated
                    .map(time -> new SnapshotFacts(
                            time,
                            buildNumber(),
                            builds(),
                            null,
                            first("metadata/groupId").orElse(null),
                            first("metadata/artifactId").orElse(null),
                            files()))
                    .orElseGet(
                            () -> SnapshotFacts.unknown("its maven-metadata.xml has no time of the last deployment"));
        }

        private @Nullable Integer buildNumber() {
            return first(VERSIONING + "snapshot/buildNumber")
                    .filter(number -> number.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .orElse(null);
        }

        /** Each build has its timestamp in the file's values; a client that writes only the last one counts them in a number. */
        private @Nullable Integer builds() {
            Integer last = buildNumber();
            int listed = (int) all(BUILD + "/value").stream()
                    .filter(value -> value.matches(".*-[0-9]{8}\\.[0-9]{6}-[0-9]+"))
                    .distinct()
                    .count();
            int most = Math.max(listed, last == null ? 0 : last);
            return most == 0 ? null : most;
        }

        private List<SnapshotFile> files() {
            List<SnapshotFile> files = new ArrayList<>();
            for (int i = 0; i < all(BUILD).size(); i++) {
                files.add(new SnapshotFile(
                        all(BUILD + "/classifier").get(i),
                        all(BUILD + "/extension").get(i),
                        all(BUILD + "/value").get(i),
                        all(BUILD + "/updated").get(i)));
            }
            return files;
        }

        private List<String> all(String path) {
            return texts.getOrDefault(path, List.of());
        }

        private Optional<String> first(String path) {
            return all(path).stream().findFirst();
        }

        private static Optional<Instant> timeOf(String text) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text.replace(".", ""), TIME).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static Map<String, List<String>> textsOf(String xml) throws XMLStreamException {
            // The JDK's own: a factory from the class path might not know these properties.
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            try {
                return textsOf(reader);
            } finally {
                reader.close();
            }
        }

        private static Map<String, List<String>> textsOf(XMLStreamReader reader) throws XMLStreamException {
            Map<String, List<String>> texts = new HashMap<>();
            Deque<String> paths = new ArrayDeque<>();
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        paths.addLast(path(paths.peekLast(), reader.getLocalName()));
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        String path = paths.removeLast();
                        if (!path.equals(ELSEWHERE)) {
                            texts.computeIfAbsent(path, any -> new ArrayList<>())
                                    .add(text.toString().strip());
                        }
                        if (path.equals(BUILD)) {
                            fillUp(texts);
                        }
                        text.setLength(0);
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("a DTD or an entity");
                    default -> {}
                }
                if (paths.size() > DEEPEST) {
                    throw new XMLStreamException("nested too deeply");
                }
            }
            return texts;
        }

        /** What an entry does not have is empty, so that the texts of one entry have one place in all lists. */
        private static void fillUp(Map<String, List<String>> texts) throws XMLStreamException {
            int entries = texts.getOrDefault(BUILD, List.of()).size();
            for (String part : OF_A_FILE) {
                List<String> of = texts.computeIfAbsent(BUILD + part, any -> new ArrayList<>());
                if (of.size() > entries) {
                    throw new XMLStreamException("an entry has two of " + part);
                }
                if (of.size() < entries) {
                    of.add("");
                }
            }
        }

        private static String path(@Nullable String outer, String name) {
            String path = outer == null ? name : outer + "/" + name;
            return READ.contains(path) ? path : ELSEWHERE;
        }
    }

    /**
     * The facts in the {@code maven-metadata.xml} of one snapshot. Either {@code lastUpdated} or {@code problem} is there.
     *
     * @param lastUpdated when it was last deployed
     * @param buildNumber number of its last build; null where the file has none
     * @param builds how many builds it contains; null if the file does not say
     * @param problem why nothing is known, as a sentence without its full stop
     * @param groupId whose it is; null if the file does not say
     * @param artifactId whose it is; null if the file does not say
     * @param files the files of its builds, in the order in which they are listed
     */
    public record SnapshotFacts(
            @Nullable Instant lastUpdated,
            @Nullable Integer buildNumber,
            @Nullable Integer builds,
            @Nullable String problem,
            @Nullable String groupId,
            @Nullable String artifactId,
            List<SnapshotFile> files) {

        static SnapshotFacts unknown(String problem) {
            return new SnapshotFacts(null, null, null, problem, null, null, List.of());
        }
    }
}
