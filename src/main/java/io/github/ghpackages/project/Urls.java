package io.github.ghpackages.project;

import io.github.ghpackages.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What API URLs and registry URLs have in common. */
final class Urls {

    private Urls() {}

    /** An absolute http or https URL with a host, else nothing. */
    static Optional<URI> web(String text) {
        try {
            URI url = new URI(text.strip());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && url.getHost() != null;
            return web ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The URL with its scheme and host in lower case and without slashes at its end. */
    static URI normal(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://"
                + url.getRawAuthority().toLowerCase(Locale.ROOT) + path);
    }

    /** The text as it may stand in a message. What has an at sign may hold a password, whatever a URL parser thinks of it. */
    static String shown(String text) {
        return text.indexOf('@') >= 0 ? "(a URL with an @ in it, not shown)" : "'" + Text.harmless(text) + "'";
    }
}
