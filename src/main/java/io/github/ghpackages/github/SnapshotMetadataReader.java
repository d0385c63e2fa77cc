package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.RegistryApi;
import io.github.ghpackages.http.Response;
import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the Maven registry when snapshots were last deployed: GitHub's own dates of a snapshot do not move on redeploy
 * (bitwarden/sdk-sm#321). Past mirrors and caches; what can't be read is unknown, and never an error. Safe for use by
 * several threads.
 */
public final class SnapshotMetadataReader implements AutoCloseable {

    private final RegistryApi door;
    private final String registry;

    /**
     * @param settings with the registry's URL in the place of {@code apiUrl}, the token of its server id, and the proxy for it
     * @param user the user name of that server; null for any
     */
    public SnapshotMetadataReader(HttpSettings settings, @Nullable String user) {
        this.door = new RegistryApi(settings, user);
        this.registry = settings.apiUrl().toString().replaceFirst("/+$", "");
    }

    /** What is known about the builds of this snapshot. */
    public SnapshotFacts read(String groupId, String artifactId, String version) {
        String group =
                Arrays.stream(groupId.split("\\.")).map(Endpoints::segment).collect(Collectors.joining("/"));
        URI file = URI.create(registry + "/" + group + "/" + Endpoints.segment(artifactId) + "/"
                + Endpoints.segment(version) + "/maven-metadata.xml");
        try {
            Response response = door.metadata(file);
            return response.status() == 200
                    ? SnapshotMetadataFile.read(response.body(), version)
                    : SnapshotFacts.unknown("its maven-metadata.xml can't be read: HTTP " + response.status());
        } catch (PackagesException e) {
            return SnapshotFacts.unknown("its maven-metadata.xml can't be read: " + withoutFullStop(e.reason()));
        }
    }

    @Override
    public void close() {
        door.close();
    }

    private static String withoutFullStop(String sentence) {
        return SafeText.harmless(sentence.replaceFirst("\\.$", ""));
    }
}
