package io.github.ghpackages.http;

import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Grants turns to the requests to GitHub's API: by the pace, by the rate limits, and only so many at once. */
final class RequestQueue {

    private static final String API_VERSION = "2022-11-28";

    private static final Duration SOON = Duration.ofSeconds(2);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final HttpSettings settings;
    private final Ticker ticker;
    private final ServerClock clock;
    private final RateLimiter limits;
    private final Pacer pacer;

    /** Requests at once. Only an answer is waited for in a slot. */
    private final Semaphore slots;

    /** Writes that wait for their turn, look or leave: no more than there are slots, so that none waits behind others after its look. */
    private final Writers writers;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong usualNanos = new AtomicLong();

    private volatile @Nullable Headers lastRateLimit;
    private volatile @Nullable String lastScopes;

    RequestQueue(HttpSettings settings, Ticker ticker, Consumer<String> progress) {
        this.settings = settings;
        this.ticker = ticker;
        this.clock = new ServerClock(ticker);
        this.limits = new RateLimiter(ticker, settings.maxWait(), progress);
        this.pacer = new Pacer(ticker, Origin.of(settings.apiUrl()).isGitHubCloud(), settings.deletionsPerMinute());
        this.slots = new Semaphore(settings.concurrency(), true);
        this.writers = new Writers(settings.concurrency());
    }

    private RequestQueue(HttpSettings settings, RequestQueue first) {
        this.settings = settings;
        this.ticker = first.ticker;
        this.clock = new ServerClock(ticker);
        this.limits = first.limits;
        this.pacer = first.pacer;
        this.slots = first.slots;
        this.writers = first.writers;
    }

    /** One for another token, whose requests are counted together with these, also those at once. */
    RequestQueue companion(HttpSettings others) {
        return new RequestQueue(others, this);
    }

    /** Waits until a request may leave by the pace and the rate limits. */
    Turn turn(Method method) throws InterruptedException {
        if (!method.isRead()) {
            writers.acquire();
        }
        boolean granted = false;
        try {
            limits.await();
            Turn turn = new Turn(method, pacer.take(method.points()), limits.pauses());
            granted = true;
            return turn;
        } finally {
            if (!granted && !method.isRead()) {
                writers.release();
            }
        }
    }

    /** The right to send one request. */
    final class Turn implements AutoCloseable {

        private final Method method;
        private final Pacer.Share share;
        private final long pauses;
        private long start;
        private boolean left;

        private Turn(Method method, Pacer.Share share, long pauses) {
            this.method = method;
            this.share = share;
            this.pauses = pauses;
        }

        /** To be called right before the request leaves; false if a rate limit has begun meanwhile. */
        boolean leave() throws InterruptedException {
            slots.acquire();
            left = limits.isOpenSince(pauses);
            if (!left) {
                slots.release();
                return false;
            }
            pacer.leaves(share);
            start = ticker.nanos();
            sent.incrementAndGet();
            return true;
        }

        /** To be called with the response; empty if it is one of a rate limit, which means that the request had no effect. */
        Optional<Response> received(Response response) {
            long took = ticker.nanos() - start;
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
            Optional<RateLimitResponse> limit = RateLimitResponse.of(response, clock.now());
            if (limit.isEmpty()) {
                limits.passed(pauses, method);
                pacer.passed(share);
                writers.adapt(pacer);
                return Optional.of(response);
            }
            if (limits.refused(pauses, method, limit.get())) {
                pacer.slowDown();
                writers.adapt(pacer);
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            if (left) {
                slots.release();
            } else {
                pacer.giveBack(share);
            }
            if (!method.isRead()) {
                writers.release();
            }
        }
    }

    /** As many writes at once as the pace allows. */
    private static final class Writers extends Semaphore {

        private static final long serialVersionUID = 1L;

        private final int most;
        private int allowed;

        Writers(int most) {
            super(most, true);
            this.most = most;
            this.allowed = most;
        }

        synchronized void adapt(Pacer pacer) {
            int now = pacer.writesAtOnce(most);
            if (now < allowed) {
                reducePermits(allowed - now);
            } else {
                release(now - allowed);
            }
            allowed = now;
        }
    }

    Instant serverTime() {
        return clock.now();
    }

    ServerTime clocks() {
        return clock.clocks();
    }

    boolean knowsServerTime() {
        return clock.isFromServer();
    }

    /** What the last answer said about the token's scopes. */
    Optional<String> scopes() {
        return Optional.ofNullable(lastScopes);
    }

    /** What the next request waits for, and until when, in words; empty if it leaves soon. */
    Optional<String> waiting() {
        Duration limited = limits.holdsUp();
        Duration paced = pacer.holdsUp();
        if (limited.compareTo(SOON) > 0) {
            return Optional.of("a rate limit of GitHub until " + clockIn(limited));
        }
        return paced.compareTo(SOON) > 0
                ? Optional.of("the pace of this run until " + clockIn(paced))
                : Optional.empty();
    }

    private String clockIn(Duration time) {
        return CLOCK.format(ticker.now().plus(time));
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

    /** How long so many reads and writes will take, by the duration of the responses so far and the pace. */
    Duration estimate(long reads, long writes) {
        long each = Math.max(usualNanos.get(), Duration.ofMillis(1).toNanos());
        Duration travel = Duration.ofNanos(each * (reads + writes) / settings.concurrency());
        Duration pace = pacer.waitFor(reads * Method.GET.points() + writes * Method.DELETE.points());
        return travel.plus(pace);
    }

    /** The headers of every request to the API. */
    Map<String, String> headers() {
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
