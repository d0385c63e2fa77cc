package io.github.ghpackages.http;

import io.github.ghpackages.ServerTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one door to GitHub's API: sends the token to the API's origin and nowhere else, repeats reads within bounds, waits for
 * rate limits, and never repeats a write that may have taken effect. Safe for use by several threads.
 */
public final class HttpApi implements AutoCloseable {

    static {
        HeaderLoggers.silence();
    }

    private static final int HOPS = 5;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 307, 308);
    private static final Set<Integer> REDIRECTS = Set.of(300, 301, 302, 303, 305, 307, 308);

    private final HttpSettings settings;
    private final AllowedRequests destinations;
    private final Ticker waiter;
    private final HttpExchange wire;
    private final RequestQueue courier;
    private final Retries attempts;

    public HttpApi(HttpSettings settings) {
        this(settings, said -> {});
    }

    /**
     * @param progress is told in a sentence when a rate limit holds up the run; any thread may call it
     */
    public HttpApi(HttpSettings settings, Consumer<String> progress) {
        this(settings, progress, new Ticker());
    }

    HttpApi(HttpSettings settings, Consumer<String> progress, Ticker waiter) {
        this(settings, waiter, wire -> new RequestQueue(settings, waiter, wire, progress));
    }

    private HttpApi(HttpSettings settings, Ticker waiter, Function<HttpExchange, RequestQueue> courier) {
        this.settings = settings;
        this.waiter = waiter;
        this.destinations = new AllowedRequests(settings.apiUrl());
        this.wire = new HttpExchange(settings);
        this.courier = courier.apply(wire);
        this.attempts = new Retries(waiter, settings);
    }

    /** The same API by another token. GitHub may count the requests of both together, so they go at one pace and end together. */
    public HttpApi companion(HttpSettings others) {
        return new HttpApi(others, waiter, itsWire -> courier.companion(others, itsWire));
    }

    /** Reads. Repeated within bounds; every final status comes back as a response. */
    public Response get(URI url) {
        return call(Method.GET, url, null);
    }

    /**
     * Deletes one version, by its numeric id and no other path. Never repeated blindly: with {@code CONNECTION_FAILED} it is
     * unknown whether it took effect.
     *
     * @param lastLook runs right before the request leaves, each time that it does: limits and the pace may hold it up for
     *     minutes, in which somebody deploys. What it throws calls the request off and is thrown on.
     */
    public Response delete(URI url, Runnable lastLook) {
        return call(Method.DELETE, url, lastLook);
    }

    /**
     * Deletes a whole package, with all its versions. To be called only where the user asked for exactly that.
     *
     * @param lastLook as for {@link #delete}
     */
    public Response deleteWholePackage(URI url, Runnable lastLook) {
        return call(Method.DELETE_PACKAGE, url, lastLook);
    }

    /** Restores a version or a package. Never repeated blindly, like {@link #delete}. */
    public Response post(URI url) {
        return call(Method.POST, url, null);
    }

    /** The server's time, told by the last {@code Date}; before the first answer the local clock's. */
    public Instant serverTime() {
        return courier.serverTime();
    }

    /** The server's time and the local clock's, as they were at the same moment. */
    public ServerTime clocks() {
        return courier.clocks();
    }

    /** Whether {@link #serverTime()} is the server's, and not the local clock's. */
    public boolean knowsServerTime() {
        return courier.knowsServerTime();
    }

    /** What the last answer said about the token's scopes, {@code X-OAuth-Scopes}; empty where it said nothing. */
    public Optional<String> scopes() {
        return courier.scopes();
    }

    /** What has been sent, and what the server says is left. */
    public RequestQuota budget() {
        return courier.budget();
    }

    /** How long so many reads and writes will take at the pace that GitHub allows. */
    public Duration estimate(long reads, long writes) {
        return courier.estimate(reads, writes);
    }

    /** Whether this URL is of the API's own origin, and may be asked. */
    public boolean isHome(URI url) {
        return destinations.isHome(url);
    }

    public HttpSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        waiter.close();
        wire.close();
    }

    private Response call(Method method, URI url, @Nullable Runnable lastLook) {
        destinations.requireHome(url);
        destinations.requireFits(method, url);
        return attempts.at(method, url, () -> followingRedirects(method, url, lastLook));
    }

    /** By hand: HttpClient would send the token along to other hosts, and turn a POST into a GET. */
    private Response followingRedirects(Method method, URI first, @Nullable Runnable lastLook)
            throws IOException, InterruptedException {
        URI url = first;
        for (int hop = 0; ; hop++) {
            Response response = courier.carry(method, url, lastLook);
            if (!REDIRECTS.contains(response.status())) {
                return response;
            }
            Optional<URI> next = Redirects.target(response, url);
            boolean followed = FOLLOWED.contains(response.status())
                    && hop < HOPS
                    && next.filter(to -> destinations.isHome(to) && destinations.meansTheSame(method, first, to))
                            .isPresent();
            if (!followed) {
                throw HttpFailures.redirected(
                        method, url, next.map(AllowedRequests::shown).orElse("nowhere"));
            }
            url = next.orElseThrow();
        }
    }
}
