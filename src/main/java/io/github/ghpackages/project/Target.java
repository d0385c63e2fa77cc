package io.github.ghpackages.project;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a run works. There is none whose API or registry must not get the token of its server id.
 *
 * @param apiUrl base URL of the REST API
 * @param owner login of the owner, as the registry's URL or the user spells it
 * @param repository {@code OWNER/REPOSITORY} that must own the packages; null where no registry URL names it
 * @param serverId id of the {@code <server>} that holds the token
 * @param registry where {@code maven-metadata.xml} can be read; null where none is known that belongs to this API and owner
 */
public record Target(
        URI apiUrl,
        String owner,
        @Nullable String repository,
        String serverId,
        @Nullable Registry registry) {}
