package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ShownUrl;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place that decides where a request, and with it the token, may go, and what may be deleted or restored. */
final class AllowedRequests {

    private static final Pattern PACKAGE_PATH = Pattern.compile(".*/packages/([^/]+/[^/]+)");
    private static final Pattern VERSION_PATH = Pattern.compile(".*/packages/([^/]+/[^/]+/versions/[0-9]+)");
    private static final Pattern RESTORE_PATH =
            Pattern.compile(".*/packages/([^/]+/[^/]+(?:/versions/[0-9]+)?/restore)");

    private static final Pattern SNAPSHOT_PATH = Pattern.compile(".*(/[^/]+-SNAPSHOT/[^/]+)");

    private final Origin home;

    AllowedRequests(URI apiUrl) {
        this.home = Origin.of(apiUrl);
    }

    /** Refuses every URL that is not of the API's own origin. */
    void requireHome(URI url) {
        if (!isHome(url)) {
            throw new PackagesException(
                    Id.UNTRUSTED_API,
                    "Asking " + shown(url) + " failed.",
                    "It is not on " + home + ", and the token is sent to no other server.",
                    "If you mean that server, name its API with -Dghpackages.apiUrl.");
        }
    }

    boolean isHome(URI url) {
        return isWeb(url) && url.getRawUserInfo() == null && Origin.of(url).equals(home);
    }

    /** Whether a read without a token may go there: encrypted, unless home is not encrypted either. */
    boolean isAsSafe(URI url) {
        return isWeb(url) && (Origin.of(url).isEncrypted() || !home.isEncrypted());
    }

    /** Refuses a DELETE or POST on anything but what the method is for: a programming error must not cost a package. */
    void requireFits(Method method, URI url) {
        if (!method.isRead() && !patternOf(method).matcher(url.getRawPath()).matches()) {
            throw new IllegalArgumentException(method + " is not for " + shown(url));
        }
    }

    /**
     * Whether a redirected write still means the same: a version, whose id belongs to no other, under whatever owner. A package
     * of the same name may be another owner's. Reads may go anywhere at home.
     */
    boolean meansTheSame(Method method, URI from, URI to) {
        if (method.isRead() || from.getRawPath().equals(to.getRawPath())) {
            return true;
        }
        Matcher before = patternOf(method).matcher(from.getRawPath());
        Matcher after = patternOf(method).matcher(to.getRawPath());
        return before.matches()
                && after.matches()
                && before.group(1).contains("/versions/")
                && before.group(1).equals(after.group(1));
    }

    private static Pattern patternOf(Method method) {
        return switch (method) {
            case DELETE -> VERSION_PATH;
            case DELETE_PACKAGE -> PACKAGE_PATH;
            case POST -> RESTORE_PATH;
            case PUT_FILE -> SNAPSHOT_PATH;
            case GET, GET_FILE -> throw new IllegalArgumentException("reads may go to any path");
        };
    }

    /** Refuses URLs to which no token may be sent; the error names where the URL came from. */
    static void requireUsable(URI url, boolean allowHttp, String what) {
        if (!isWeb(url) || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    what + " '" + shown(url) + "' can't be used.",
                    "It is not a plain https URL of a server.",
                    "Give one such as https://api.github.com or https://HOST/api/v3.");
        }
        if (url.getRawUserInfo() != null) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    what + " '" + shown(url) + "' can't be used.",
                    "It contains a user name or password.",
                    "Move them from the URL into a <server> of settings.xml.");
        }
        Origin origin = Origin.of(url);
        if (!origin.isEncrypted() && !allowHttp && !origin.isLoopback()) {
            throw new PackagesException(
                    Id.UNTRUSTED_API,
                    what + " '" + shown(url) + "' can't be used.",
                    "Over http://, anyone on the network path could read the token.",
                    "Use https://. In a network that you trust, -Dghpackages.allowHttp=true on the command line allows it.");
        }
    }

    private static boolean isWeb(URI url) {
        String scheme = url.getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) && url.getHost() != null;
    }

    /** The URL as it may be printed: without user, password, query and fragment. */
    static String shown(URI url) {
        return ShownUrl.of(url);
    }
}
