package io.github.ghpackages.http;

import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What went wrong underneath, for {@code mvn -e}: the server may have put anything into an exception's message. */
final class SafeCause {

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
        String words = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        String harmless =
                SafeText.harmless(token == null ? words : token.scrub(words)).strip();
        return harmless.endsWith(".") ? harmless.substring(0, harmless.length() - 1) : harmless;
    }
}
