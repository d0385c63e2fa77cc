package io.github.ghpackages.json;

import io.github.ghpackages.text.SafeText;

/** JSON that can't be used. The message goes on after "because", without a full stop. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(SafeText.harmless(message));
    }
}
