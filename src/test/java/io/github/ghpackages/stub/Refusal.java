package io.github.ghpackages.stub;

/** A request ends here, with an answer that is no success. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StubAnswer answer;

    Refusal(StubAnswer answer) {
        super(answer.status() + " " + answer.text(), null, false, false);
        this.answer = answer;
    }

    static Refusal of(int status, String message) {
        return new Refusal(StubAnswer.error(status, message));
    }

    static Refusal notFound() {
        return of(404, "Not Found");
    }

    static Refusal noPackage() {
        return of(404, "Package not found.");
    }

    static Refusal noVersion() {
        return of(404, "Package version not found.");
    }

    StubAnswer answer() {
        return answer;
    }
}
