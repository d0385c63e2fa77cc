package io.github.ghpackages.http;

import java.io.IOException;

/** An answer that is larger than any of GitHub's, such as a compressed bomb. Asking again would not make it smaller. */
final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedAnswerException(int bound) {
        super("the answer has more than " + bound / (1024 * 1024) + " MiB");
    }

    OversizedAnswerException(String reason, IOException cause) {
        super(reason, cause);
    }
}
