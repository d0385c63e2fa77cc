package io.github.ghpackages.build;

import io.github.ghpackages.http.Origin;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** The tokens that the user's settings.xml keeps, decrypted. */
public final class Credentials {

    private final RepositorySystemSession session;
    private final Settings settings;
    private final Map<String, String> environment;

    /**
     * @param session has the passwords decrypted, on Maven 3 and 4
     * @param settings has each server's configuration
     * @param environment the environment's variables
     */
    public Credentials(RepositorySystemSession session, Settings settings, Map<String, String> environment) {
        this.session = session;
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * The token for an API: the password of the {@code <server>}, else its {@code Authorization} header, else, only for the
     * API that {@code GITHUB_API_URL} names, {@code GITHUB_TOKEN}.
     *
     * @throws io.github.ghpackages.PackagesException when there is none, or none that can be used
     */
    public Token token(String serverId, URI apiUrl) {
        MissingToken noToken = new MissingToken(serverId, environment.keySet());
        String origin = "server '" + SafeText.harmless(serverId) + "' of settings.xml";
        Optional<String> password = login(serverId, AuthenticationContext.PASSWORD);
        if (password.isPresent()) {
            return new Token(noToken.unlessUsable(password.get(), "password"), origin);
        }
        return header(serverId)
                .map(header -> new Token(header.token(noToken), origin + " (httpHeaders)"))
                .or(() -> fromEnvironment(apiUrl))
                .orElseThrow(() -> server(serverId).isEmpty() ? noToken.noServer() : noToken.noPassword());
    }

    /** The user name of the {@code <server>}, with which the registry expects the token; nothing when it says none. */
    public Optional<String> username(String serverId) {
        return login(serverId, AuthenticationContext.USERNAME)
                .filter(MissingToken::isUsable)
                .or(() -> header(serverId).flatMap(AuthorizationHeader::username));
    }

    /** {@code <configuration><apiUrl>} of the {@code <server>}: the API for which its token is meant. */
    public Optional<String> apiUrl(String serverId) {
        Optional<Server> server = server(serverId);
        return server.isEmpty()
                ? Optional.empty()
                : ServerConfiguration.of(server.get()).text("apiUrl");
    }

    private Optional<AuthorizationHeader> header(String serverId) {
        return server(serverId)
                .flatMap(server -> ServerConfiguration.of(server).httpHeader("Authorization"))
                .map(AuthorizationHeader::new);
    }

    private Optional<Token> fromEnvironment(URI apiUrl) {
        return variable("GITHUB_API_URL")
                .filter(named -> isSameApi(named, apiUrl))
                .flatMap(named -> variable("GITHUB_TOKEN"))
                .map(token -> new Token(token, "GITHUB_TOKEN of the environment"));
    }

    private static boolean isSameApi(String named, URI apiUrl) {
        try {
            URI url = new URI(named.strip());
            return url.getHost() != null && Origin.of(url).equals(Origin.of(apiUrl));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<Server> server(String serverId) {
        Optional<Server> last = Optional.empty();
        for (Server server : settings.getServers()) {
            if (serverId.equals(server.getId())) {
                last = Optional.of(server);
            }
        }
        return last;
    }

    /** What Maven's own transport would log in with. The URL plays no part: Maven selects by id. */
    private Optional<String> login(String serverId, String key) {
        RemoteRepository repository = new RemoteRepository.Builder(serverId, "default", "https://localhost").build();
        var selector = session.getAuthenticationSelector();
        var authentication = selector == null ? null : selector.getAuthentication(repository);
        if (authentication == null) {
            return Optional.empty();
        }
        @Nullable
        AuthenticationContext context = AuthenticationContext.forRepository(
                session,
                new RemoteRepository.Builder(repository)
                        .setAuthentication(authentication)
                        .build());
        try {
            @Nullable String value = context == null ? null : context.get(key);
            return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
        } finally {
            AuthenticationContext.close(context);
        }
    }
}
