package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLHandshakeException;

/**
 * The one door to the network: sends the token to the API's origin and nowhere else, repeats reads within bounds, waits for
 * rate limits, and never repeats a write that may have taken effect. Safe for use by several threads.
 */
public final class HttpApi implements AutoCloseable {

    static {
        QuietLoggers.silence();
    }

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> PASSING_FAULTS = Set.of(500, 502, 503, 504);

    private final HttpSettings settings;
    private final Destinations destinations;
    private final Waiter waiter;
    private final Wire wire;
    private final ServerClock clock;

    public HttpApi(HttpSettings settings) {
        this(settings, new Waiter());
    }

    HttpApi(HttpSettings settings, Waiter waiter) {
        this.settings = settings;
        this.waiter = waiter;
        this.destinations = new Destinations(settings.apiUrl());
        this.clock = new ServerClock(waiter);
        this.wire = new Wire(settings);
    }

    /** Reads. Repeated within bounds; every final status comes back as a response. */
    public Response get(URI url) {
        return call(Method.GET, url);
    }

    /**
     * Deletes one version, by its numeric id and no other path. Never repeated blindly: with {@code CONNECTION_FAILED} it is
     * unknown whether it took effect.
     */
    public Response delete(URI url) {
        return call(Method.DELETE, url);
    }

    /** Deletes a whole package, with all its versions. To be called only where the user asked for exactly that. */
    public Response deleteWholePackage(URI url) {
        return call(Method.DELETE_PACKAGE, url);
    }

    /** Restores a version or a package. Never repeated blindly, like {@link #delete}. */
    public Response post(URI url) {
        return call(Method.POST, url);
    }

    /** The server's time, told by the last {@code Date}; before the first answer the local clock's. */
    public Instant serverTime() {
        return clock.now();
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

    private Response call(Method method, URI url) {
        destinations.requireHome(url);
        destinations.requireFits(method, url);
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = exchange(method, url);
                boolean again = method.isRead() && PASSING_FAULTS.contains(response.status());
                if (!again || attempt == ATTEMPTS) {
                    return response;
                }
            } catch (IOException e) {
                boolean again = method.isRead() && !(e instanceof OversizedAnswerException) || neverSent(e);
                if (!again || attempt == ATTEMPTS) {
                    throw connectionFailed(method, url, e, attempt);
                }
            }
            pauseBeforeAttempt(attempt + 1);
        }
    }

    private Response exchange(Method method, URI url) throws IOException {
        Response response = wire.exchange(method.verb(), url, headers());
        Token token = settings.token();
        Response clean = token == null ? response : scrubbed(response, token);
        clock.saw(clean);
        return clean;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/vnd.github+json");
        headers.put("X-GitHub-Api-Version", "2022-11-28");
        Token token = settings.token();
        if (token != null) {
            QuietLoggers.requireSilence();
            headers.put("Authorization", "Bearer " + token.value());
        }
        return headers;
    }

    private static Response scrubbed(Response response, Token token) {
        String body =
                token.isBeyondChance() || response.status() >= 400 ? token.scrub(response.body()) : response.body();
        return new Response(response.status(), response.headers().with(token::scrub), body);
    }

    private void pauseBeforeAttempt(int attempt) {
        long longest = FIRST_PAUSE.toMillis() << (attempt - 2);
        pause(Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2)));
    }

    private void pause(Duration time) {
        try {
            if (waiter.pause(time)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PackagesException(
                Id.CONNECTION_FAILED,
                "Waiting before the next request was cut short.",
                "The build is being stopped.",
                "Run the goal again; it goes on where it stopped.");
    }

    private static boolean neverSent(IOException e) {
        return e instanceof ConnectException || e instanceof UnknownHostException || e instanceof SSLHandshakeException;
    }

    private PackagesException connectionFailed(Method method, URI url, IOException e, int attempts) {
        String unknown = method.isRead() || neverSent(e) ? "" : " Whether it took effect is not known.";
        return new PackagesException(
                Id.CONNECTION_FAILED,
                "Sending " + method.verb() + " " + Destinations.shown(url) + " failed"
                        + (attempts > 1 ? " " + attempts + " times." : "."),
                SafeCause.words(e, settings.token()) + "." + unknown,
                "Check the network, the API URL and the <proxy> of settings.xml, then run the goal again.",
                SafeCause.of(e, settings.token()));
    }
}
