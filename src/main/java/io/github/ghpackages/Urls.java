package io.github.ghpackages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Operations that API URLs and registry URLs share. */
public final class Urls {

    private Urls() {}

    /** An absolute http or https URL with a host; empty for any other text. */
    public static Optional<URI> web(String text) {
        try {
            URI url = new URI(text.strip());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && url.getHost() != null;
            return web ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The URL with scheme and host in lower case, without slashes at its end, and without user, query and fragment. */
    public static URI normal(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://"
                + url.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /** Whether it has a query or a fragment, which neither a registry URL nor an API URL may have. */
    public static boolean hasMoreThanPath(URI url) {
        return url.getRawQuery() != null || url.getRawFragment() != null;
    }
}
