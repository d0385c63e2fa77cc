package io.github.ghpackages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base URL of a REST API. However it was written, it is kept in one form, so that equal URLs are the same API. */
public final class ApiUrl {

    /** The API of github.com. */
    public static final ApiUrl GITHUB = of(URI.create("https://api.github.com"));

    private final URI uri;

    private ApiUrl(URI uri) {
        this.uri = uri;
    }

    /** The API at this http or https URL, whatever the case of its host and the slashes at its end. */
    public static ApiUrl of(URI url) {
        return new ApiUrl(normal(url));
    }

    /**
     * Reads a base URL such as {@code https://HOST/api/v3}: absolute, http or https, without user, query or fragment.
     *
     * @param text what the user wrote
     * @param where where it is written, such as {@code ghpackages.apiUrl}
     */
    public static ApiUrl parse(String text, String where) {
        URI url = web(text).orElse(null);
        if (url == null) {
            throw invalid(where, ShownUrl.quoted(text) + " is not an absolute https URL." + unresolved(text));
        }
        if (url.getRawUserInfo() != null) {
            throw invalid(where, "It contains a user name or a password, which would appear in logs and reports.");
        }
        if (hasMoreThanPath(url)) {
            throw invalid(where, ShownUrl.quoted(text) + " has a query or a fragment, which are not shown here.");
        }
        return of(url);
    }

    /** Like {@link #parse}, for a text that only names servers: empty if it is invalid. */
    public static Optional<ApiUrl> find(String text) {
        URI url = web(text).orElse(null);
        return url == null || url.getRawUserInfo() != null || hasMoreThanPath(url)
                ? Optional.empty()
                : Optional.of(of(url));
    }

    /** Maven leaves an expression that it can't resolve as it is in settings.xml. */
    private static String unresolved(String text) {
        return Unresolved.in(text)
                .map(expression -> " " + expression.reason(List.of()))
                .orElse("");
    }

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

    private static PackagesException invalid(String where, String reason) {
        return new PackagesException(
                PackagesException.Id.INVALID_PARAMETER,
                "Reading the API's URL from " + where + " failed.",
                reason,
                "Give only the base URL of the REST API: " + GITHUB
                        + ", or https://HOST/api/v3 for a GitHub Enterprise Server.");
    }

    public URI uri() {
        return uri;
    }

    /** As messages show it: a path may contain a secret that somebody wrote in the wrong place. */
    public String shown() {
        return ShownUrl.of(uri);
    }

    // By hand, as in PackageName.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiUrl api && uri.equals(api.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
