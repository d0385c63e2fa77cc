package io.github.ghpackages.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One request to GitHub's API, until it has its answer. It leaves only in a {@link Turn}, which the pace and the rate limits grant.
 * Whoever changes something looks while it holds its turn whether the change is still meant: a wait may have taken minutes.
 *
 * <pre>{@code
 * while (true) {
 *     try (Request.Turn turn = request.turn()) {
 *         // look
 *         Optional<Response> response = turn.send();
 *         if (response.isPresent()) {
 *             return response.get();
 *         }
 *     }
 * }
 * }</pre>
 */
public final class Request {

    private static final int HOPS = 5;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 307, 308);
    private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 305, 307, 308);

    private final Method method;
    private final URI first;
    private final AllowedRequests allowed;
    private final RequestQueue queue;
    private final HttpExchange exchange;
    private final Retries retries;
    private URI url;
    private int hops;

    Request(
            Method method,
            URI url,
            AllowedRequests allowed,
            RequestQueue queue,
            HttpExchange exchange,
            Retries retries) {
        allowed.requireHome(url);
        allowed.requireFits(method, url);
        this.method = method;
        this.first = url;
        this.url = url;
        this.allowed = allowed;
        this.queue = queue;
        this.exchange = exchange;
        this.retries = retries;
    }

    /** Waits until the request may leave. */
    public Turn turn() {
        try {
            retries.pause();
            return new Turn(queue.turn(method));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The right to send once. */
    public final class Turn implements AutoCloseable {

        private final RequestQueue.Turn granted;

        private Turn(RequestQueue.Turn granted) {
            this.granted = granted;
        }

        /**
         * Sends, unless a rate limit has begun meanwhile. A read is repeated within bounds; a write only if the server never saw it.
         *
         * @return empty if there is no answer yet: take another turn
         */
        public Optional<Response> send() {
            try {
                if (!granted.leave()) {
                    return Optional.empty();
                }
                Optional<Response> response = granted.received(exchange.exchange(method.verb(), url, queue.headers()));
                if (response.isEmpty() || isRedirected(response.get())) {
                    return Optional.empty();
                }
                if (retries.repeats(method, response.get())) {
                    restart();
                    return Optional.empty();
                }
                return response;
            } catch (IOException e) {
                retries.requireRepeatable(method, first, e);
                restart();
                return Optional.empty();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        @Override
        public void close() {
            granted.close();
        }
    }

    /** A redirect may be of the moment, so each attempt begins where the first one did. */
    private void restart() {
        url = first;
        hops = 0;
    }

    /** By hand: HttpClient would send the token along to other hosts, and turn a POST into a GET. */
    private boolean isRedirected(Response response) {
        if (!REDIRECTS.contains(response.status())) {
            return false;
        }
        Optional<URI> target = response.redirectTarget(url);
        if (!FOLLOWED.contains(response.status())
                || hops++ >= HOPS
                || target.filter(to -> allowed.isHome(to) && allowed.meansTheSame(method, first, to))
                        .isEmpty()) {
            throw HttpFailures.redirected(
                    method, url, target.map(AllowedRequests::shown).orElse("nowhere"));
        }
        url = target.get();
        return true;
    }

    private static RuntimeException interrupted() {
        Thread.currentThread().interrupt();
        return HttpFailures.interrupted();
    }
}
