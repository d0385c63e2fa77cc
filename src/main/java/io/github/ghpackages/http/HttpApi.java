package io.github.ghpackages.http;

import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.ServerTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The only access to GitHub's API: sends the token to the API's origin and nowhere else, repeats reads within bounds, waits for
 * rate limits, and never repeats a write that may have taken effect. Safe for use by several threads.
 */
public final class HttpApi implements AutoCloseable {

    static {
        HeaderLoggers.silence();
    }

    private final HttpSettings settings;
    private final AllowedRequests allowed;
    private final Ticker ticker;
    private final HttpExchange exchange;
    private final RequestQueue queue;
    private final AtomicInteger expected = new AtomicInteger();

    public HttpApi(HttpSettings settings) {
        this(settings, said -> {});
    }

    /**
     * @param progress takes a sentence when a rate limit delays the run; any thread may call it
     */
    public HttpApi(HttpSettings settings, Consumer<String> progress) {
        this(settings, progress, new Ticker());
    }

    HttpApi(HttpSettings settings, Consumer<String> progress, Ticker ticker) {
        this(settings, ticker, new RequestQueue(settings, ticker, progress));
    }

    private HttpApi(HttpSettings settings, Ticker ticker, RequestQueue queue) {
        this.settings = settings;
        this.ticker = ticker;
        this.allowed = new AllowedRequests(settings.apiUrl());
        this.exchange = new HttpExchange(settings);
        this.queue = queue;
    }

    /** The same API by another token. GitHub may count the requests of both together, so they go at one pace and end together. */
    public HttpApi companion(HttpSettings others) {
        return new HttpApi(others, ticker, queue.companion(others));
    }

    /** Reads. Repeated within bounds; every final status comes back as a response. */
    public Response get(URI url) {
        Request request = request(Method.GET, url);
        while (true) {
            try (Request.Turn turn = request.turn()) {
                Optional<Response> response = turn.send();
                if (response.isPresent()) {
                    return response.get();
                }
            }
        }
    }

    /**
     * Deletes one version, by its numeric id and no other path. Never repeated blindly: with {@code CONNECTION_FAILED} it is
     * unknown whether it took effect.
     */
    public Request deletion(URI url) {
        return request(Method.DELETE, url);
    }

    /** Deletes a whole package, with all its versions. To be called only if the user asked for exactly that. */
    public Request packageDeletion(URI url) {
        return request(Method.DELETE_PACKAGE, url);
    }

    /** Restores a version or a package. Never repeated blindly, like {@link #deletion}. */
    public Request restore(URI url) {
        return request(Method.POST, url);
    }

    private Request request(Method method, URI url) {
        return new Request(method, url, allowed, queue, exchange, new Retries(ticker, settings));
    }

    /** The server's time by the last {@code Date}; before the first response, the local clock's. */
    public Instant serverTime() {
        return queue.serverTime();
    }

    /** The server's time and the local clock's, as they were at the same moment. */
    public ServerTime clocks() {
        return queue.clocks();
    }

    /** Whether {@link #serverTime()} is the server's, and not the local clock's. */
    public boolean knowsServerTime() {
        return queue.knowsServerTime();
    }

    /** What the last answer said about the token's scopes, {@code X-OAuth-Scopes}; empty where it said nothing. */
    public Optional<String> scopes() {
        return queue.scopes();
    }

    /** More reads are known to be necessary: such as the other pages of a listing. Negative: so many are done, or not necessary after all. */
    public void expect(int more) {
        expected.addAndGet(more);
    }

    /** How many reads are known to be ahead. */
    public int expected() {
        return expected.get();
    }

    /** What the next request waits for, and until when, in words; empty if it leaves soon. */
    public Optional<String> waiting() {
        return queue.waiting();
    }

    /** What has been sent, and what the server says is left. */
    public RequestQuota budget() {
        return queue.budget();
    }

    /** How long so many reads and writes will take at the pace that GitHub allows. */
    public Duration estimate(long reads, long writes) {
        return queue.estimate(reads, writes);
    }

    /** Whether this URL is of the API's own origin, and may be asked. */
    public boolean isHome(URI url) {
        return allowed.isHome(url);
    }

    public HttpSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        ticker.close();
        exchange.close();
    }
}
