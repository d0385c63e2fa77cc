package io.github.ghpackages.build;

import io.github.ghpackages.ApiUrl;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Maven registry of GitHub Packages.
 *
 * @param url without a slash at its end
 * @param owner as the URL spells it
 * @param repository null where the URL names the owner alone, or ends with {@code OWNER/*}
 * @param apiUrl base URL of the REST API that goes with it
 * @param serverId id of the {@code <server>} that holds its token
 */
public record Registry(URI url, String owner, @Nullable String repository, ApiUrl apiUrl, String serverId) {

    /** {@code OWNER/REPOSITORY} as the API spells it; nothing where the URL leaves the repository open. */
    public Optional<String> fullName() {
        return repository == null ? Optional.empty() : Optional.of(owner + "/" + repository);
    }
}
