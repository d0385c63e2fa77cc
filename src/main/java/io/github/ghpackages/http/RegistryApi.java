package io.github.ghpackages.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The access to a Maven registry, for the files of snapshots. The token goes there, as Maven itself would send it, and is left out
 * where the registry redirects to. Safe for use by several threads.
 */
public final class RegistryApi implements AutoCloseable {

    static {
        HeaderLoggers.silence();
    }

    /** The registry has no documented limits, so a few at a time. */
    private static final int AT_ONCE = 4;

    private static final int HOPS = 3;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);

    private final HttpSettings settings;
    private final String user;
    private final AllowedRequests allowed;
    private final Ticker ticker = new Ticker();
    private final HttpExchange exchange;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    /**
     * @param settings with the registry's own URL in the place of {@code apiUrl}, and the proxy for it
     * @param user the user name of the {@code <server>}; GitHub takes any beside a token
     */
    public RegistryApi(HttpSettings settings, @Nullable String user) {
        this.settings = settings;
        this.user = user == null || user.isBlank() ? "token" : user;
        this.allowed = new AllowedRequests(settings.apiUrl());
        this.exchange = new HttpExchange(settings);
    }

    /** One attempt to read. */
    private interface Attempt {

        Response send(URI url, Map<String, String> headers) throws IOException;
    }

    /** Reads a small file past caches: {@code maven-metadata.xml} or a checksum. Every final status comes back as a response. */
    public Response text(URI file) {
        return read(file, (url, headers) -> exchange.exchange("GET", url, headers));
    }

    /** Reads the headers of a file, of which {@code Content-Length} is its size. */
    public Response look(URI file) {
        return read(file, exchange::look);
    }

    /** Writes a file of any size into another, as it is. With another status than 200, nothing is written. */
    public Response download(URI file, Path to) {
        return read(file, (url, headers) -> exchange.download(url, headers, to));
    }

    /**
     * Uploads a file of a snapshot. It is sent again only if the server never saw it; if the connection breaks, whether it took
     * effect is unknown. A redirect is not followed.
     */
    public Response upload(URI file, Path content) {
        requireFileOfSnapshot(file);
        return inTurn(Method.PUT_FILE, file, () -> exchange.upload(file, withToken(), content));
    }

    private Response read(URI file, Attempt attempt) {
        requireFileOfSnapshot(file);
        return inTurn(Method.GET_FILE, file, () -> followingRedirects(file, attempt));
    }

    /** The token is here for the files of snapshots and nothing else. */
    private void requireFileOfSnapshot(URI file) {
        allowed.requireHome(file);
        allowed.requireFits(Method.PUT_FILE, file);
    }

    /** Something to send. */
    private interface Sending {

        Response send() throws IOException;
    }

    private Response inTurn(Method method, URI file, Sending sending) {
        Retries retries = new Retries(ticker, settings);
        while (true) {
            try {
                retries.pause();
                Response response = inSlot(sending);
                if (!retries.repeats(method, response)) {
                    return response;
                }
            } catch (IOException e) {
                retries.requireRepeatable(method, file, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw HttpFailures.interrupted();
            }
        }
    }

    @Override
    public void close() {
        ticker.close();
        exchange.close();
    }

    private Response inSlot(Sending sending) throws IOException, InterruptedException {
        slots.acquire();
        try {
            return sending.send();
        } finally {
            slots.release();
        }
    }

    /** GitHub's registry redirects to a store of blobs, whose URL is signed and needs no token. */
    private Response followingRedirects(URI file, Attempt attempt) throws IOException {
        URI url = file;
        for (int hop = 0; ; hop++) {
            Response response = attempt.send(url, hop == 0 ? withToken() : headers());
            if (!FOLLOWED.contains(response.status())) {
                return response;
            }
            URI from = url;
            url = response.redirectTarget(url)
                    .filter(to -> allowed.isAsSafe(to))
                    .filter(to -> to.getRawUserInfo() == null)
                    .orElseThrow(() -> HttpFailures.redirected(Method.GET_FILE, from, "a URL that is less secure"));
            if (hop == HOPS) {
                throw HttpFailures.redirected(Method.GET_FILE, file, AllowedRequests.shown(url));
            }
        }
    }

    private Map<String, String> withToken() {
        Map<String, String> headers = headers();
        Optional.ofNullable(settings.token()).ifPresent(token -> {
            byte[] login = (user + ":" + token.value()).getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        });
        return headers;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        headers.put("Cache-Control", "no-cache");
        headers.put("Pragma", "no-cache");
        return headers;
    }
}
