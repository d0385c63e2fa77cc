package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Under {@code mvn -X} HttpClient logs what it sends and what comes back through Maven's own log: the token, a proxy's login, and
 * raw text of a server that may echo them. All its loggers are switched off before its first class is initialised, and where
 * another logging backend keeps one on, no secret is sent.
 */
final class HeaderLoggers {

    private static final String ALL = "org.apache.hc";

    /** All that log in the part of HttpClient that is used here; each by its name, since a backend may switch on one alone. */
    private static final List<String> NAMES = qualified(
            "headers",
            "wire",
            "impl.DefaultAuthenticationStrategy",
            "impl.auth.AuthCacheKeeper",
            "impl.auth.AuthenticationHandler",
            "impl.auth.BasicAuthCache",
            "impl.auth.BasicScheme",
            "impl.auth.BearerScheme",
            "impl.auth.DigestScheme",
            "impl.auth.ScramScheme",
            "impl.classic.CloseableHttpClient",
            "impl.classic.ConnectExec",
            "impl.classic.InternalHttpClient",
            "impl.classic.MainClientExec",
            "impl.classic.MinimalHttpClient",
            "impl.classic.ProtocolExec",
            "impl.io.DefaultHttpClientConnectionOperator",
            "impl.io.DefaultManagedHttpClientConnection",
            "impl.io.LenientHttpResponseParser",
            "impl.io.PoolingHttpClientConnectionManager",
            "protocol.RequestAuthCache",
            "protocol.RequestClientConnControl",
            "protocol.RequestUpgrade",
            "socket.UnixDomainSocketFactory",
            "ssl.AbstractClientTlsStrategy",
            "ssl.DefaultHostnameVerifier",
            "ssl.SSLConnectionSocketFactory");

    /** Of slf4j-simple, which is in Maven 3, and of Maven 4's own. */
    private static final List<String> PROPERTIES = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private HeaderLoggers() {}

    private static List<String> qualified(String... names) {
        List<String> qualified = new ArrayList<>();
        for (String name : names) {
            qualified.add(ALL + ".client5.http." + name);
        }
        return List.copyOf(qualified);
    }

    static void silence() {
        for (String property : PROPERTIES) {
            System.setProperty(property + ALL, "off");
            for (String name : NAMES) {
                System.setProperty(property + name, "off");
            }
        }
    }

    /** @param secret what is about to be sent, in words for a person: {@code token} */
    static void requireSilence(String secret) {
        for (String name : NAMES) {
            if (LoggerFactory.getLogger(name).isDebugEnabled()) {
                throw new PackagesException(
                        Id.TOKEN_WOULD_BE_LOGGED,
                        "Sending the " + secret + " failed.",
                        "The logger " + name + " is on, and it could write the " + secret + " into the log.",
                        "Switch " + ALL + " off in the configuration of the logging backend that this Maven uses.");
            }
        }
    }

    /** The loggers that must be off. */
    static List<String> names() {
        return NAMES;
    }
}
