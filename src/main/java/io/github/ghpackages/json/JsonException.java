package io.github.ghpackages.json;

/** JSON that is not what this package writes. The message goes on after "because". */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }
}
