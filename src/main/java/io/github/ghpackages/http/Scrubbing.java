package io.github.ghpackages.http;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Covers every trace of the token in what comes back: a server, or a proxy on the way, may echo it. */
record Scrubbing(@Nullable Token token) {

    static Scrubbing of(@Nullable Token token) {
        return new Scrubbing(token);
    }

    /**
     * Errors and headers always; data only where the token is so long that it can't stand in it by chance, since a changed
     * version name would be judged wrongly.
     *
     * @param givenUp whether nobody waits for the answer any more; then the rest of it is covered
     */
    Response clean(Response response, BooleanSupplier givenUp) {
        Token secret = token;
        if (secret == null) {
            return response;
        }
        boolean data = response.status() < 400 && !secret.isBeyondChance();
        return new Response(
                response.status(),
                response.headers().with(value -> secret.scrub(value, givenUp)),
                data ? response.body() : secret.scrub(response.body(), givenUp));
    }
}
