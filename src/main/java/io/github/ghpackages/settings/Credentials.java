package io.github.ghpackages.settings;

import io.github.ghpackages.http.Token;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;

/** The tokens that the user's settings.xml keeps, decrypted. */
public final class Credentials {

    /**
     * @param session has the passwords decrypted, on Maven 3 and 4
     * @param settings has each server's configuration
     * @param environment the environment's variables
     */
    public Credentials(RepositorySystemSession session, Settings settings, Map<String, String> environment) {
        throw new UnsupportedOperationException(session + "" + settings + environment);
    }

    /**
     * The token for an API: the password of the {@code <server>}, else its {@code Authorization} header, else, only for the
     * API that {@code GITHUB_API_URL} names, {@code GITHUB_TOKEN}.
     *
     * @throws io.github.ghpackages.PackagesException when there is none, or none that can be used
     */
    public Token token(String serverId, URI apiUrl) {
        throw new UnsupportedOperationException(serverId + apiUrl);
    }

    /** The user name of the {@code <server>}, with which the registry expects the token; nothing when it says none. */
    public Optional<String> username(String serverId) {
        throw new UnsupportedOperationException(serverId);
    }

    /** {@code <configuration><apiUrl>} of the {@code <server>}: the API for which its token is meant. */
    public Optional<String> apiUrl(String serverId) {
        throw new UnsupportedOperationException(serverId);
    }
}
