package io.github.ghpackages.http;

import io.github.ghpackages.ServerTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries one request to GitHub's API when it is its turn: paced, counted, and again after each answer that says "not now". */
final class RequestQueue {

    private static final String API_VERSION = "2022-11-28";

    private final HttpSettings settings;
    private final Ticker waiter;
    private final HttpExchange wire;
    private final ServerClock clock;
    private final RateLimiter limits;
    private final Pacer pacer;

    /** Requests at once. Nothing is waited for in a place but an answer. */
    private final Semaphore places;

    /** Writes that wait for their turn, look or leave: no more than have a place, so that none gets old behind others. */
    private final Semaphore writers;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong usualNanos = new AtomicLong();

    private volatile @Nullable Headers lastRateLimit;
    private volatile @Nullable String lastScopes;

    RequestQueue(HttpSettings settings, Ticker waiter, HttpExchange wire, Consumer<String> progress) {
        this.settings = settings;
        this.waiter = waiter;
        this.wire = wire;
        this.clock = new ServerClock(waiter);
        this.limits = new RateLimiter(waiter, settings.maxWait(), progress);
        this.pacer = new Pacer(waiter, Origin.of(settings.apiUrl()).isGitHubCloud());
        this.places = new Semaphore(settings.concurrency(), true);
        this.writers = new Semaphore(settings.concurrency(), true);
    }

    private RequestQueue(HttpSettings settings, HttpExchange wire, RequestQueue first) {
        this.settings = settings;
        this.waiter = first.waiter;
        this.wire = wire;
        this.clock = new ServerClock(waiter);
        this.limits = first.limits;
        this.pacer = first.pacer;
        this.places = first.places;
        this.writers = first.writers;
    }

    /** One for another token, whose requests are counted together with these, also those at once. */
    RequestQueue companion(HttpSettings others, HttpExchange itsWire) {
        return new RequestQueue(others, itsWire, this);
    }

    /**
     * The answer, which is none of a limit: a request that a limit refused has had no effect and is sent again.
     *
     * @param lastLook before a write leaves; what it throws calls the write off. Null: it needs none
     */
    Response carry(Method method, URI url, @Nullable Runnable lastLook) throws IOException, InterruptedException {
        if (lastLook == null) {
            return carryInTurn(method, url, () -> {});
        }
        writers.acquire();
        try {
            return carryInTurn(method, url, lastLook);
        } finally {
            writers.release();
        }
    }

    private Response carryInTurn(Method method, URI url, Runnable lastLook) throws IOException, InterruptedException {
        while (true) {
            limits.await();
            Pacer.Turn turn = pacer.take(method.points());
            long pauses = limits.pauses();
            boolean leaves = false;
            try {
                lastLook.run();
                places.acquire();
                try {
                    leaves = limits.isOpenSince(pauses);
                    if (leaves) {
                        pacer.leaves(turn);
                        Optional<Response> answer = unlessLimited(method, pauses, exchange(method, url));
                        if (answer.isPresent()) {
                            return answer.get();
                        }
                    }
                } finally {
                    places.release();
                }
            } finally {
                if (!leaves) {
                    pacer.giveBack(turn);
                }
            }
        }
    }

    private Optional<Response> unlessLimited(Method method, long pauses, Response response) {
        Optional<RateLimitResponse> limit = RateLimitResponse.of(response, clock.now());
        if (limit.isEmpty()) {
            limits.passed(pauses, method);
            return Optional.of(response);
        }
        if (limits.refused(pauses, method, limit.get())) {
            pacer.slowDown();
        }
        return Optional.empty();
    }

    Instant serverTime() {
        return clock.now();
    }

    ServerTime clocks() {
        return clock.clocks();
    }

    boolean knowsServerTime() {
        return clock.isToldByServer();
    }

    /** What the last answer said about the token's scopes. */
    Optional<String> scopes() {
        return Optional.ofNullable(lastScopes);
    }

    RequestQuota budget() {
        Headers known = lastRateLimit;
        if (known == null) {
            return new RequestQuota(sent.get(), null, null, null);
        }
        Long reset = number(known, "x-ratelimit-reset");
        return new RequestQuota(
                sent.get(),
                number(known, "x-ratelimit-limit"),
                number(known, "x-ratelimit-remaining"),
                reset == null ? null : Instant.ofEpochSecond(reset));
    }

    /** How long so many reads and writes will take, told by how long the answers so far took and by the pace. */
    Duration estimate(long reads, long writes) {
        long each = Math.max(usualNanos.get(), Duration.ofMillis(1).toNanos());
        Duration travel = Duration.ofNanos(each * (reads + writes) / settings.concurrency());
        Duration pace = pacer.waitFor(reads * Method.GET.points() + writes * Method.DELETE.points());
        return travel.plus(pace);
    }

    private Response exchange(Method method, URI url) throws IOException {
        long start = waiter.nanos();
        sent.incrementAndGet();
        Response response = wire.exchange(method.verb(), url, headers());
        long took = waiter.nanos() - start;
        usualNanos.updateAndGet(usual -> usual == 0 ? took : usual - usual / 8 + took / 8);
        clock.saw(response);
        Optional<String> scopes = response.header("x-oauth-scopes");
        if (scopes.isPresent()) {
            lastScopes = scopes.get();
        }
        if (response.header("x-ratelimit-limit").isPresent()) {
            lastRateLimit = response.headers();
            pacer.startPacing();
        }
        return response;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/vnd.github+json");
        headers.put("X-GitHub-Api-Version", API_VERSION);
        Token token = settings.token();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token.value());
        }
        return headers;
    }

    private static @Nullable Long number(Headers headers, String name) {
        return headers.first(name)
                .map(String::strip)
                .filter(value -> value.matches("[0-9]{1,11}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
