package io.github.ghpackages.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's rate limits. The primary one holds from the start (5,000 an hour, 1,000 for a workflow's token), the secondary
 * ones when a test asks for them.
 */
public final class Limits {

    private static final int READ_POINTS = 1;
    private static final int WRITE_POINTS = 5;

    private record Spent(long nanos, int points) {}

    private record Hour(Instant reset, int used) {}

    private final Map<String, Hour> hours = new HashMap<>();
    private final Deque<Spent> window = new ArrayDeque<>();
    private int points;
    private @Nullable Integer primary;
    private int secondary = Integer.MAX_VALUE;
    private Duration secondaryWindow = Duration.ofMinutes(1);
    private int concurrent = Integer.MAX_VALUE;
    private final Deque<Spent> writes = new ArrayDeque<>();
    private int writesPerMinute = Integer.MAX_VALUE;
    private int bannedAfter = Integer.MAX_VALUE;
    private int status = 403;
    private boolean retryAfter = true;
    private boolean headers = true;
    private int inFlight;
    private int mostAtOnce;
    private int refused;

    /** Requests an hour, for each token's owner. */
    public synchronized Limits primary(int perHour) {
        primary = perHour;
        return this;
    }

    /** No primary limit and no {@code x-ratelimit-*} headers, as on GitHub Enterprise Server. */
    public synchronized Limits none() {
        primary = Integer.MAX_VALUE;
        headers = false;
        return this;
    }

    /** GitHub's documented 900 points a minute: a write costs 5, a read 1. Counted over a window that slides. */
    public Limits secondary() {
        return secondary(900, Duration.ofMinutes(1));
    }

    /** The same with other numbers, for tests in a hurry. */
    public synchronized Limits secondary(int maxPoints, Duration per) {
        secondary = maxPoints;
        secondaryWindow = per;
        return this;
    }

    /** A server that allows fewer changes than GitHub documents; 57 a minute were seen (synthorg#2394). */
    public synchronized Limits writesPerMinute(int most) {
        writesPerMinute = most;
        return this;
    }

    /** A server that lets nobody in any more who ran into a limit so often. */
    public synchronized Limits bannedAfter(int responses) {
        bannedAfter = responses;
        return this;
    }

    /** GitHub's documented maximum is 100. */
    public synchronized Limits concurrent(int requests) {
        concurrent = requests;
        return this;
    }

    /** The status of a limit answer, 403 or 429; 403 by default. */
    public synchronized Limits answeredWith(int newStatus) {
        status = newStatus;
        return this;
    }

    /** Whether an answer of the secondary limit carries {@code retry-after}; it does by default. */
    public synchronized Limits retryAfter(boolean sent) {
        retryAfter = sent;
        return this;
    }

    /** How many requests ran into a limit. */
    public synchronized int refused() {
        return refused;
    }

    /** The most requests that were under way at the same time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized void enter() {
        inFlight++;
        mostAtOnce = Math.max(mostAtOnce, inFlight);
    }

    synchronized void leave() {
        inFlight--;
    }

    /** Counts the request, or answers in its stead. */
    synchronized Optional<StubAnswer> check(StubRequest request, StubToken token, boolean free, Instant now) {
        if (inFlight > concurrent) {
            return Optional.of(tooFast(Duration.ofSeconds(1)));
        }
        Hour hour = hour(token, now);
        if (!free && hour.used() >= limit(token)) {
            refused++;
            return Optional.of(StubAnswer.error(status, "API rate limit exceeded for user ID 1001."));
        }
        if (refused >= bannedAfter) {
            refused++;
            return Optional.of(StubAnswer.error(403, "This account has been blocked for abuse."));
        }
        Optional<StubAnswer> tooManyWrites = request.reads() ? Optional.empty() : countWrite();
        if (tooManyWrites.isPresent()) {
            return tooManyWrites;
        }
        Optional<StubAnswer> secondaryAnswer = spend(request.reads() ? READ_POINTS : WRITE_POINTS);
        if (secondaryAnswer.isEmpty() && !free) {
            hours.put(key(token), new Hour(hour.reset(), hour.used() + 1));
        }
        return secondaryAnswer;
    }

    private Optional<StubAnswer> countWrite() {
        long now = System.nanoTime();
        Duration minute = Duration.ofMinutes(1);
        while (!writes.isEmpty() && now - writes.getFirst().nanos() >= minute.toNanos()) {
            writes.removeFirst();
        }
        if (writes.size() >= writesPerMinute) {
            return Optional.of(tooFast(minute.minusNanos(now - writes.getFirst().nanos())));
        }
        writes.addLast(new Spent(now, 1));
        return Optional.empty();
    }

    private Optional<StubAnswer> spend(int cost) {
        if (secondary == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        while (!window.isEmpty() && now - window.getFirst().nanos() >= secondaryWindow.toNanos()) {
            points -= window.removeFirst().points();
        }
        if (points + cost > secondary) {
            return Optional.of(
                    tooFast(secondaryWindow.minusNanos(now - window.getFirst().nanos())));
        }
        window.addLast(new Spent(now, cost));
        points += cost;
        return Optional.empty();
    }

    private StubAnswer tooFast(Duration wait) {
        refused++;
        StubAnswer answer = StubAnswer.error(
                status, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        return retryAfter
                ? answer.with("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()))
                : answer;
    }

    /** What every answer of the REST API says about the primary limit. */
    synchronized Map<String, String> headers(StubToken token, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (this.headers) {
            Hour hour = hour(token, now);
            headers.put("X-RateLimit-Limit", String.valueOf(limit(token)));
            headers.put("X-RateLimit-Remaining", String.valueOf(Math.max(0, limit(token) - hour.used())));
            headers.put("X-RateLimit-Used", String.valueOf(hour.used()));
            headers.put("X-RateLimit-Reset", String.valueOf(hour.reset().getEpochSecond()));
            headers.put("X-RateLimit-Resource", "core");
        }
        return headers;
    }

    synchronized boolean areTold() {
        return headers;
    }

    private int limit(StubToken token) {
        int usual = token.kind() == StubToken.Kind.WORKFLOW ? 1000 : 5000;
        return primary == null ? usual : primary;
    }

    private Hour hour(StubToken token, Instant now) {
        Hour known = hours.get(key(token));
        return known != null && known.reset().isAfter(now) ? known : new Hour(now.plus(Duration.ofHours(1)), 0);
    }

    private static String key(StubToken token) {
        return token.repository() == null ? token.login() : token.repository();
    }
}
