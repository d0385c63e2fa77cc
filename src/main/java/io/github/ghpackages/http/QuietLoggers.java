package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * HttpClient logs every header, the token's and a proxy's login included, through Maven's own log under {@code mvn -X}. The two
 * of its loggers that do so are switched off before its first class is initialised, and where another logging backend keeps
 * them on, no secret is sent.
 */
final class QuietLoggers {

    private static final List<String> NAMES =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    /** Of slf4j-simple, which is in Maven 3, and of Maven 4's own. */
    private static final List<String> PROPERTIES = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private QuietLoggers() {}

    static void silence() {
        for (String property : PROPERTIES) {
            NAMES.forEach(name -> System.setProperty(property + name, "off"));
        }
    }

    /** @param secret what is about to be sent, in words for a person: {@code token} */
    static void requireSilence(String secret) {
        for (String name : NAMES) {
            if (LoggerFactory.getLogger(name).isDebugEnabled()) {
                throw new PackagesException(
                        Id.TOKEN_WOULD_BE_LOGGED,
                        "Sending the " + secret + " failed.",
                        "The logger " + name + " is on, and it would write the " + secret + " into the log.",
                        "Switch " + String.join(" and ", NAMES)
                                + " off in the configuration of the logging backend that this Maven uses.");
            }
        }
    }
}
