package io.github.ghpackages.github;

import io.github.ghpackages.http.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What GitHub answered to a deletion or a restore. */
public final class ChangeResponse {

    /** Failures of a server or a proxy: they say nothing about the outcome of the request. */
    private static final Set<Integer> UNDECIDED = Set.of(408, 425);

    private static final Set<Integer> DENIED = Set.of(401, 403, 404, 451);

    private final Response response;
    private final String message;

    ChangeResponse(Response response) {
        this.response = response;
        this.message = response.message();
    }

    /** HTTP status. */
    public int status() {
        return response.status();
    }

    /** GitHub's own words, harmless to print; empty where it said nothing. */
    public String message() {
        return message;
    }

    /** What to quote to GitHub's support; null when GitHub did not say. */
    public @Nullable String requestId() {
        return response.requestId();
    }

    /** Whether it is done: GitHub answers 204 and nothing else. */
    public boolean succeeded() {
        return status() == 204;
    }

    /** Whether GitHub itself declined, so that nothing has changed. A 404 comes for what is gone, or without the right. */
    public boolean refused() {
        return status() >= 400 && status() < 500 && !UNDECIDED.contains(status()) && response.isGitHubError();
    }

    /** Whether the outcome must be looked up: a server's failure, or an answer that GitHub would not give. */
    public boolean isUnclear() {
        return !succeeded() && !refused();
    }

    /** Whether it was not found: gone already, hidden, or without the right to change it. */
    public boolean isNotFound() {
        return refused() && status() == 404;
    }

    /** Whether GitHub declined because of who asks, or hides it from them: there is more to say than its words. */
    public boolean isDenied() {
        return refused() && DENIED.contains(status());
    }

    /** Whether GitHub declined because a package must not become empty. */
    public boolean isLastVersion() {
        return refused() && message.startsWith("You cannot delete the last ");
    }

    /** Whether GitHub declined because the version has more than 5,000 downloads. */
    public boolean isTooPopular() {
        return refused() && message.contains("more than 5000 downloads");
    }

    /** In a few words, for a report: GitHub's message, or else the status. */
    public String words() {
        return message.isEmpty() ? ErrorTable.words(response) : message;
    }

    Response response() {
        return response;
    }

    @Override
    public String toString() {
        return ErrorTable.words(response);
    }
}
