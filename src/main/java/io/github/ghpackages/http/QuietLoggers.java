package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * HttpClient logs every header, the token's included, through Maven's own log under {@code mvn -X}. Its two loggers are
 * switched off before its first class is initialised, and where another logging backend keeps them on, no token is sent.
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

    static void requireSilence() {
        for (String name : NAMES) {
            if (LoggerFactory.getLogger(name).isDebugEnabled()) {
                throw new PackagesException(
                        Id.TOKEN_WOULD_BE_LOGGED,
                        "Sending the token failed.",
                        "The logger " + name + " is on, and it would write the token into the log.",
                        "Switch that logger off in the configuration of the logging backend that this Maven uses.");
            }
        }
    }
}
