package io.github.ghpackages.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries one request to GitHub's API when it is its turn: paced, counted, and again after each answer that says "not now". */
final class Courier {

    private static final String API_VERSION = "2022-11-28";

    private final HttpSettings settings;
    private final Waiter waiter;
    private final Wire wire;
    private final ServerClock clock;
    private final Limits limits;
    private final Pacer pacer;
    private final Semaphore places;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong usualNanos = new AtomicLong();

    private volatile @Nullable Headers lastRateLimit;
    private volatile @Nullable String lastScopes;

    Courier(HttpSettings settings, Waiter waiter, Wire wire, Consumer<String> progress) {
        this(
                settings,
                waiter,
                wire,
                new Limits(waiter, settings.maxWait(), progress),
                new Pacer(waiter, Origin.of(settings.apiUrl()).isGitHubCloud()),
                new Semaphore(settings.concurrency(), true));
    }

    private Courier(HttpSettings settings, Waiter waiter, Wire wire, Limits limits, Pacer pacer, Semaphore places) {
        this.settings = settings;
        this.waiter = waiter;
        this.wire = wire;
        this.clock = new ServerClock(waiter);
        this.limits = limits;
        this.pacer = pacer;
        this.places = places;
    }

    /** One for another token, whose requests are counted together with these, also those at once. */
    Courier companion(HttpSettings others, Wire itsWire) {
        return new Courier(others, waiter, itsWire, limits, pacer, places);
    }

    /**
     * The answer, which is none of a limit: a request that a limit refused has had no effect and is sent again.
     *
     * @param lastLook before a write leaves; what it throws calls the write off
     */
    Response carry(Method method, URI url, Runnable lastLook) throws IOException, InterruptedException {
        places.acquire();
        try {
            while (true) {
                OptionalLong ticket = turn(method, lastLook);
                if (ticket.isEmpty()) {
                    continue;
                }
                Response response = exchange(method, url);
                Optional<LimitAnswer> limit = LimitAnswer.of(response, clock.now());
                if (limit.isEmpty()) {
                    limits.passed(ticket.getAsLong(), method);
                    return response;
                }
                if (limits.refused(ticket.getAsLong(), method, limit.get())) {
                    pacer.slowDown();
                }
            }
        } finally {
            places.release();
        }
    }

    /** Waits for it; empty where it was lost meanwhile, to a limit that another request met. */
    private OptionalLong turn(Method method, Runnable lastLook) throws InterruptedException {
        limits.await();
        Pacer.Turn turn = pacer.take(method.points());
        boolean taken = false;
        try {
            if (!method.isRead()) {
                withoutPlace(lastLook);
            }
            OptionalLong ticket = limits.ticket();
            taken = ticket.isPresent();
            return ticket;
        } finally {
            pacer.end(turn, taken);
        }
    }

    /** A look takes requests of its own, and where there is one place alone they need it. */
    private void withoutPlace(Runnable lastLook) {
        places.release();
        try {
            lastLook.run();
        } finally {
            places.acquireUninterruptibly();
        }
    }

    Instant serverTime() {
        return clock.now();
    }

    boolean knowsServerTime() {
        return clock.isToldByServer();
    }

    /** What the last answer said about the token's scopes. */
    Optional<String> scopes() {
        return Optional.ofNullable(lastScopes);
    }

    Budget budget() {
        Headers known = lastRateLimit;
        if (known == null) {
            return new Budget(sent.get(), null, null, null);
        }
        Long reset = number(known, "x-ratelimit-reset");
        return new Budget(
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
        Response response = Scrubbing.of(settings.token()).clean(wire.exchange(method.verb(), url, headers()));
        long took = waiter.nanos() - start;
        usualNanos.updateAndGet(usual -> usual == 0 ? took : usual - usual / 8 + took / 8);
        clock.saw(response);
        response.header("x-oauth-scopes").ifPresent(scopes -> lastScopes = scopes);
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
