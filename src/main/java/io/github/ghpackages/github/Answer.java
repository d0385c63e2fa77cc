package io.github.ghpackages.github;

import io.github.ghpackages.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub answered to a deletion or a restore.
 *
 * @param status HTTP status
 * @param message GitHub's own words, harmless to print; empty where it said nothing
 * @param requestId what to quote to GitHub's support; null when GitHub did not say
 * @param fromGitHub whether GitHub's API said it, and not a proxy or another web server in its place
 * @param response the whole answer, from which a refusal is explained
 */
public record Answer(int status, String message, @Nullable String requestId, boolean fromGitHub, Response response) {

    static Answer of(Response response) {
        return new Answer(
                response.status(),
                response.message(),
                response.requestId(),
                response.status() == 204 || response.isGitHubError(),
                response);
    }

    /** Whether it is done: GitHub answers 204 and nothing else. */
    public boolean succeeded() {
        return status == 204;
    }

    /** Whether GitHub declined, so that nothing has changed. A 404 also comes for what is gone, or without the right. */
    public boolean refused() {
        return fromGitHub && status >= 400 && status < 500;
    }

    /** Whether it must be looked up what came of it: a server's failure, or an answer that GitHub would not give. */
    public boolean isUnclear() {
        return !succeeded() && !refused();
    }

    /** Whether it is not found: gone already, hidden, or without the right to change it. */
    public boolean isNotFound() {
        return fromGitHub && status == 404;
    }

    /** Whether GitHub declined because a package must not become empty. */
    public boolean isLastVersion() {
        return status == 400 && message.startsWith("You cannot delete the last ");
    }

    /** Whether GitHub declined because the version has more than 5,000 downloads. */
    public boolean isTooPopular() {
        return status == 400 && message.contains("more than 5000 downloads");
    }

    /** In a few words, for a report: GitHub's message, or else the status. */
    public String words() {
        return message.isEmpty() ? "HTTP " + status + (fromGitHub ? "" : ", not from GitHub") : message;
    }
}
