package io.github.ghpackages.journal;

/** JSON that is not what this package writes. The message goes on after "because". */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
