package io.github.ghpackages.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port: what decides whether a token may go somewhere.
 *
 * @param scheme {@code https} or {@code http}
 * @param host in lower case
 * @param port the port in use, also where the URL left it out
 */
public record Origin(String scheme, String host, int port) {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** The origin of an absolute http or https URL. */
    public static Origin of(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            throw new IllegalArgumentException("no absolute URL with a host");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** Whether nothing sent there leaves this machine. Only the text counts: an attacker could fake a look-up. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether this is github.com's API or that of a company with data residency: both have GitHub's public limits. */
    public boolean isGitHubCloud() {
        return host.equals("api.github.com") || host.endsWith(".ghe.com");
    }

    boolean isEncrypted() {
        return scheme.equals("https");
    }

    // By hand: what the compiler makes for a record is linked at its first use, which costs a short run tens of
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin
                && port == origin.port
                && scheme.equals(origin.scheme)
                && host.equals(origin.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    @Override
    public String toString() {
        boolean usual = port == (isEncrypted() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
