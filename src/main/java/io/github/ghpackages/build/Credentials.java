package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.http.Origin;
import io.github.ghpackages.http.Token;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** The tokens in the user's settings.xml, decrypted. */
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
    public Token token(String serverId, ApiUrl apiUrl) {
        MissingToken noToken = new MissingToken(serverId, environment.keySet());
        String origin = "server '" + serverId + "' of settings.xml";
        Optional<String> password = login(serverId, AuthenticationContext.PASSWORD);
        if (password.isPresent()) {
            return new Token(noToken.unlessUsable(password.get(), "password"), origin);
        }
        return header(serverId)
                .map(header -> new Token(header.token(noToken), origin + " (httpHeaders)"))
                .or(() -> fromEnvironment(apiUrl))
                .orElseThrow(() -> server(serverId).isEmpty() ? noToken.noServer() : noToken.noPassword());
    }

    /** The user name of the {@code <server>}, with which the registry expects the token; nothing if it has none. */
    public Optional<String> username(String serverId) {
        return login(serverId, AuthenticationContext.USERNAME)
                .filter(MissingToken::isUsable)
                .or(() -> header(serverId).flatMap(AuthorizationHeader::username));
    }

    /** {@code <configuration><apiUrl>} of each {@code <server>} that has one, by its id: the API for which its token is meant. */
    public Map<String, String> apiUrls() {
        Map<String, String> urls = new HashMap<>();
        for (Server server : settings.getServers()) {
            // As for its token, the last of two servers with one id counts.
            urls.remove(server.getId());
            if (server.getConfiguration() instanceof Xpp3Dom configuration) {
                text(configuration, "apiUrl").ifPresent(url -> urls.put(server.getId(), url));
            }
        }
        return urls;
    }

    /** The {@code <property><name>Authorization</name><value>…</value>} in {@code <httpHeaders>}, as Maven's transport reads it. */
    private Optional<AuthorizationHeader> header(String serverId) {
        Xpp3Dom headers = server(serverId).orElse(new Server()).getConfiguration() instanceof Xpp3Dom configuration
                ? configuration.getChild("httpHeaders")
                : null;
        for (Xpp3Dom property : headers == null ? new Xpp3Dom[0] : headers.getChildren("property")) {
            if ("Authorization".equalsIgnoreCase(text(property, "name").orElse(null))) {
                return text(property, "value").map(AuthorizationHeader::new);
            }
        }
        return Optional.empty();
    }

    /** The text of a child; nothing if it is missing or empty. */
    private static Optional<String> text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return Optional.ofNullable(child == null ? null : child.getValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Optional<Token> fromEnvironment(ApiUrl apiUrl) {
        return variable("GITHUB_API_URL")
                .filter(named -> isSameApi(named, apiUrl))
                .flatMap(named -> variable("GITHUB_TOKEN"))
                .map(token -> new Token(token, "GITHUB_TOKEN of the environment"));
    }

    private static boolean isSameApi(String named, ApiUrl apiUrl) {
        try {
            URI url = new URI(named.strip());
            return url.getHost() != null && Origin.of(url).equals(Origin.of(apiUrl.uri()));
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

    /** An {@code Authorization} header from settings.xml: it prints without its value. */
    record AuthorizationHeader(String value) {

        /** The token in it: behind Bearer or token as it is, behind Basic after the user name. */
        String token(MissingToken noToken) {
            noToken.unlessUsable(value, "Authorization header");
            return switch (scheme()) {
                case "bearer", "token" -> credentials();
                case "basic" ->
                    userAndToken()
                            .map(both -> both.substring(both.indexOf(':') + 1))
                            .orElseThrow(noToken::badHeader);
                default -> throw noToken.badHeader();
            };
        }

        Optional<String> username() {
            return scheme().equals("basic")
                    ? userAndToken()
                            .map(both -> both.substring(0, both.indexOf(':')))
                            .filter(name -> !name.isEmpty())
                    : Optional.empty();
        }

        private Optional<String> userAndToken() {
            try {
                return Optional.of(new String(Base64.getDecoder().decode(credentials()), UTF_8))
                        .filter(text -> text.indexOf(':') >= 0 && !text.endsWith(":"));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private String scheme() {
            return value.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        }

        private String credentials() {
            return value.substring(scheme().length()).strip();
        }

        @Override
        public String toString() {
            return "Authorization header";
        }
    }
}
