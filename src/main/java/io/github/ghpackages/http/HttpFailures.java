package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Which faults may pass when a request is repeated, and the words for those that did not. */
final class HttpFailures {

    private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

    private HttpFailures() {}

    /** A server's failure, or data that was cut off on the way; not a web page, which would come again. */
    static boolean mayPass(Method method, Response response) {
        return PASSING.contains(response.status())
                || method == Method.GET
                        && response.status() == 200
                        && !response.isWebPage()
                        && !looksWhole(response.body());
    }

    /** Whether a read may fare better the next time. */
    static boolean mayPass(IOException failure) {
        return !(failure instanceof OversizedAnswerException)
                && !(failure instanceof ProxyRefusedException refused && !refused.mayPass())
                && !isCertificateRefused(failure);
    }

    static PackagesException connectionFailed(
            Method method, URI url, IOException failure, int attempts, HttpSettings settings) {
        ProxySettings proxy = failure instanceof ProxyRefusedException ? null : settings.proxy();
        boolean noEffect = method.isRead() || HttpExchange.neverSent(failure);
        return new PackagesException(
                Id.CONNECTION_FAILED,
                "Sending " + method.verb() + " " + AllowedRequests.shown(url) + " failed"
                        + (attempts > 1 ? " " + attempts + " times." : "."),
                reason(failure, proxy, settings.token()) + (noEffect ? "" : " Whether it took effect is unknown."),
                proxy != null && isUnreachable(failure)
                        ? "Check the <proxy> of settings.xml, and that the proxy runs; if none is needed, add the"
                                + " host of the URL to its <nonProxyHosts>."
                        : remedy(failure),
                SafeCause.of(failure, settings.token()));
    }

    /** With a proxy, it is the proxy to which there is no connection, whatever the server's host is. */
    private static String reason(IOException failure, @Nullable ProxySettings proxy, @Nullable Token token) {
        String words = failure instanceof UnknownHostException unknown
                ? "the host " + (proxy == null ? SafeCause.host(unknown, token) : proxy.host())
                        + " is unknown: its name can't be resolved"
                : SafeCause.words(failure, token);
        if (proxy != null && isUnreachable(failure)) {
            return "The proxy " + proxy + " can't be reached: " + words + ".";
        }
        String sentence = words.replaceFirst("^the host ", "The host ") + ".";
        return proxy == null ? sentence : sentence + " The request went through the proxy " + proxy + ".";
    }

    private static boolean isUnreachable(IOException failure) {
        return HttpExchange.neverSent(failure)
                && !(failure instanceof ProxyRefusedException)
                && !(failure instanceof SSLHandshakeException);
    }

    static PackagesException interrupted() {
        return PackagesException.interrupted("Waiting for the next request was interrupted.");
    }

    static PackagesException redirected(Method method, URI from, String to) {
        return new PackagesException(
                Id.REDIRECTED,
                "Sending " + method.verb() + " " + AllowedRequests.shown(from) + " failed.",
                "The server redirects it to " + to
                        + ". This redirect is not followed: the token is sent only to the API's own origin, and a"
                        + " deletion or restore only to the same version.",
                "Check apiUrl, and the owner's and the repository's name: they may have changed.");
    }

    private static String remedy(IOException failure) {
        if (failure instanceof ProxyRefusedException) {
            return "Check username and password of the <proxy> in settings.xml, and that it may connect to the API's"
                    + " host.";
        }
        if (failure instanceof SSLHandshakeException || isCertificateRefused(failure)) {
            return "Check that the host in apiUrl is right, and that Maven's JDK trusts its certificate: a"
                    + " company's own authority must be in a trust store, named in MAVEN_OPTS as"
                    + " -Djavax.net.ssl.trustStore=FILE.";
        }
        if (failure instanceof SSLException) {
            return "The server there does not use TLS: check the scheme and the port of the URL, and the <proxy> of"
                    + " settings.xml.";
        }
        return failure instanceof OversizedAnswerException
                ? "Check that apiUrl is a REST API of GitHub and that no proxy answers in its place."
                : "Check the network, apiUrl and the <proxy> of settings.xml, then run the goal again.";
    }

    private static boolean isCertificateRefused(Throwable failure) {
        if (failure instanceof SSLPeerUnverifiedException || failure instanceof CertificateException) {
            return true;
        }
        Throwable cause = failure.getCause();
        return cause != null && cause != failure && isCertificateRefused(cause);
    }

    private static boolean looksWhole(String body) {
        String text = body.strip();
        return text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}");
    }

    /** What went wrong underneath, for {@code mvn -e}: the server may have put anything into an exception's message. */
    static final class SafeCause {

        private SafeCause() {}

        /** The same failure and stack trace, with a message that is harmless and free of the token. */
        static IOException of(Throwable failure, @Nullable Token token) {
            IOException safe = new IOException(failure.getClass().getName() + ": " + words(failure, token));
            safe.setStackTrace(failure.getStackTrace());
            Throwable cause = failure.getCause();
            if (cause != null && cause != failure) {
                safe.initCause(of(cause, token));
            }
            return safe;
        }

        /** The host that is unknown; the JDK puts more behind a colon, or nothing. */
        static String host(UnknownHostException failure, @Nullable Token token) {
            String words = words(failure, token);
            int colon = words.indexOf(": ");
            return colon < 0 ? words : words.substring(0, colon);
        }

        /** The failure in a few words, without a full stop. */
        static String words(Throwable failure, @Nullable Token token) {
            String message = failure.getMessage();
            String words =
                    message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
            String harmless = SafeText.harmless(token == null ? words : token.scrub(words))
                    .strip();
            return harmless.endsWith(".") ? harmless.substring(0, harmless.length() - 1) : harmless;
        }
    }
}
