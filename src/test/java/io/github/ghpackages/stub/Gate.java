package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What GitHub asks of every request before it looks at what is asked for. Guarded by the lock of the world. */
final class Gate {

    private static final Set<String> CLOUD_VERSIONS = Set.of("2022-11-28", "2026-03-10");
    private static final Set<String> SERVER_VERSIONS = Set.of("2022-11-28");
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String NO_USER_AGENT =
            "Request forbidden by administrative rules. Please make sure your request"
                    + " has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api"
                    + "#user-agent-required). Check https://developer.github.com for other possible causes.\n";

    private final World world;
    private int badTokens;

    Gate(World world) {
        this.world = world;
    }

    void checkHeaders(StubRequest request) {
        if (request.header("User-Agent").orElse("").isBlank()) {
            throw new Refusal(StubAnswer.text(403, "text/html", NO_USER_AGENT));
        }
        Set<String> versions = world.isServer() ? SERVER_VERSIONS : CLOUD_VERSIONS;
        Optional<String> version = request.header("X-GitHub-Api-Version");
        if (version.isPresent() && !versions.contains(version.get())) {
            throw Refusal.of(400, "The version '" + version.get() + "' is not supported.");
        }
        String accept = request.header("Accept").orElse("*/*");
        if (!accept.contains("*/*") && !accept.contains("application/")) {
            throw Refusal.of(415, "Unsupported 'Accept' header: '" + accept + "'. Must accept 'application/json'.");
        }
    }

    /** The token of the request; the REST API and the Maven registry both take any of these forms. */
    StubToken token(StubRequest request) {
        String sent = request.header("Authorization")
                .map(Gate::secret)
                .orElseThrow(() -> Refusal.of(401, "Requires authentication"));
        if (badTokens >= world.behaviour().badLogins()) {
            throw Refusal.of(403, "Maximum number of login attempts exceeded. Please try again later.");
        }
        return world.directory().token(sent, world.now()).orElseThrow(() -> {
            badTokens++;
            return Refusal.of(401, "Bad credentials");
        });
    }

    private static @Nullable String secret(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
        String value = authorization.substring(space + 1).trim();
        return switch (scheme) {
            case "bearer", "token" -> value;
            case "basic" -> password(value);
            default -> "";
        };
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), ISO_8859_1);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** What every answer of the REST API carries for this token. */
    Map<String, String> headers(StubToken token) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token.kind() == StubToken.Kind.CLASSIC) {
            headers.put("X-OAuth-Scopes", String.join(", ", new TreeSet<>(token.scopes())));
        }
        Instant expiry = token.expiresAt();
        if (expiry != null && token.kind() != StubToken.Kind.WORKFLOW) {
            headers.put("GitHub-Authentication-Token-Expiration", EXPIRY.format(expiry));
        }
        headers.putAll(world.limits().headers(token, world.now()));
        return headers;
    }
}
