package io.github.ghpackages.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.SnapshotFile.Build;
import io.github.ghpackages.github.SnapshotMetadataReader.SnapshotFacts;
import io.github.ghpackages.http.RegistryApi;
import io.github.ghpackages.http.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of the snapshots of one package in the Maven registry: read, downloaded and uploaded as Maven does. */
public final class SnapshotFiles {

    /** The name of the list of a snapshot's files. */
    public static final String METADATA = "maven-metadata.xml";

    private static final DateTimeFormatter UPDATED =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RegistryApi api;
    private final SnapshotMetadataReader reader;
    private final String registry;
    private final String groupId;
    private final String artifactId;

    SnapshotFiles(RegistryApi api, SnapshotMetadataReader reader, String registry, String groupId, String artifactId) {
        this.api = api;
        this.reader = reader;
        this.registry = registry;
        this.groupId = groupId;
        this.artifactId = artifactId;
    }

    public String groupId() {
        return groupId;
    }

    public String artifactId() {
        return artifactId;
    }

    /** The registry's URL, without a slash at its end. */
    public String registry() {
        return registry;
    }

    /** What is known about the builds of this snapshot. */
    public SnapshotFacts facts(String version) {
        return reader.read(groupId, artifactId, version);
    }

    /** Whether the metadata is of this package: a package's name alone does not show where its artifactId begins. */
    public boolean owns(SnapshotFacts facts) {
        return facts.problem() == null && groupId.equals(facts.groupId()) && artifactId.equals(facts.artifactId());
    }

    /** How many bytes a file has; empty if the registry does not say. */
    public Optional<Long> size(String version, String name) {
        Response response = api.look(file(version, name));
        return response.status() != 200
                ? Optional.empty()
                : response.header("content-length")
                        .filter(length -> length.matches("[0-9]{1,18}"))
                        .map(Long::valueOf);
    }

    /** A small file, such as a checksum; empty if there is none. */
    public Optional<String> text(String version, String name) {
        Response response = api.text(file(version, name));
        if (response.status() != 200 && response.status() != 404) {
            throw new PackagesException(
                    Id.UNEXPECTED_ANSWER,
                    "Reading " + name + " failed.",
                    "The registry answered HTTP " + response.status() + ".",
                    "Run the goal again.");
        }
        return response.status() == 200 ? Optional.of(response.body()) : Optional.empty();
    }

    /** The HTTP status with which a file is answered. */
    public int status(String version, String name) {
        return api.look(file(version, name)).status();
    }

    /** The HTTP status: with 200 the file is there. */
    public int download(String version, String name, Path to) {
        return api.download(file(version, name), to).status();
    }

    /** The HTTP status. Sent once: if the connection breaks, whether it took effect is unknown. */
    public int upload(String version, String name, Path from) {
        return api.upload(file(version, name), from).status();
    }

    private URI file(String version, String name) {
        return URI.create(Endpoints.folder(registry, groupId, artifactId, version) + Endpoints.segment(name));
    }

    /** The metadata of a snapshot that has just these files, so that the next deploy counts on from its newest build. */
    public byte[] metadata(String version, List<SnapshotFile> files, Build newest, Instant lastUpdated) {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata modelVersion=\"1.1.0\">\n");
        element(xml, "  ", "groupId", groupId);
        element(xml, "  ", "artifactId", artifactId);
        element(xml, "  ", "version", version);
        xml.append("  <versioning>\n    <snapshot>\n");
        element(xml, "      ", "timestamp", newest.timestamp());
        element(xml, "      ", "buildNumber", String.valueOf(newest.number()));
        xml.append("    </snapshot>\n");
        element(xml, "    ", "lastUpdated", UPDATED.format(lastUpdated));
        xml.append("    <snapshotVersions>\n");
        for (SnapshotFile file : files) {
            xml.append("      <snapshotVersion>\n");
            if (!file.classifier().isEmpty()) {
                element(xml, "        ", "classifier", file.classifier());
            }
            element(xml, "        ", "extension", file.extension());
            element(xml, "        ", "value", file.version());
            element(xml, "        ", "updated", file.updated());
            xml.append("      </snapshotVersion>\n");
        }
        xml.append("    </snapshotVersions>\n  </versioning>\n</metadata>\n");
        return xml.toString().getBytes(UTF_8);
    }

    private static void element(StringBuilder xml, String indent, String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        xml.append(indent).append('<').append(name).append('>').append(escaped);
        xml.append("</").append(name).append(">\n");
    }
}
