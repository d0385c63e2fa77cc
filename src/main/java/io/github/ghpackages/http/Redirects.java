package io.github.ghpackages.http;

import java.net.URI;
import java.util.Optional;

/** Where a redirect leads. */
final class Redirects {

    private Redirects() {}

    /** The absolute target without its fragment; empty where there is none that can be read. */
    static Optional<URI> target(Response response, URI asked) {
        try {
            return response.header("location")
                    .filter(location -> !location.isBlank())
                    .map(location -> asked.resolve(withoutFragment(location.strip())))
                    .filter(target -> target.getHost() != null && target.getRawPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String location) {
        int fragment = location.indexOf('#');
        return fragment < 0 ? location : location.substring(0, fragment);
    }
}
