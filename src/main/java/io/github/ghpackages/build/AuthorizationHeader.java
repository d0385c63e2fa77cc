package io.github.ghpackages.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** An {@code Authorization} header as it stands in settings.xml: it prints without its value. */
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
