package io.github.ghpackages.http;

import io.github.ghpackages.http.HttpSettings.ProxySettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The client for tests, with the settings of the goals, or with a clock that jumps where it would wait. */
public final class QuickHttp {

    private QuickHttp() {}

    /** The defaults of the goals. */
    public static HttpSettings settings(URI apiUrl, @Nullable Token token) {
        return new HttpSettings(
                apiUrl,
                token,
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                HttpSettings.DEFAULT_MAX_WAIT,
                HttpSettings.DEFAULT_CONCURRENCY,
                "ghpackages-maven-plugin",
                false,
                null);
    }

    static HttpSettings withProxy(HttpSettings settings, @Nullable ProxySettings proxy) {
        return copy(settings, proxy, settings.connectTimeout(), settings.responseTimeout(), settings.concurrency());
    }

    /** The longest wait for a connection, and the longest silence. */
    public static HttpSettings withTimeouts(HttpSettings settings, Duration connect, Duration response) {
        return copy(settings, settings.proxy(), connect, response, settings.concurrency());
    }

    public static HttpSettings withConcurrency(HttpSettings settings, int concurrency) {
        return copy(settings, settings.proxy(), settings.connectTimeout(), settings.responseTimeout(), concurrency);
    }

    public static HttpSettings withMaxWait(HttpSettings settings, Duration maxWait) {
        return new HttpSettings(
                settings.apiUrl(),
                settings.token(),
                settings.proxy(),
                settings.connectTimeout(),
                settings.responseTimeout(),
                maxWait,
                settings.concurrency(),
                settings.userAgent(),
                settings.allowHttp(),
                settings.deletionsPerMinute());
    }

    private static HttpSettings copy(
            HttpSettings settings,
            @Nullable ProxySettings proxy,
            Duration connectTimeout,
            Duration responseTimeout,
            int concurrency) {
        return new HttpSettings(
                settings.apiUrl(),
                settings.token(),
                proxy,
                connectTimeout,
                responseTimeout,
                settings.maxWait(),
                concurrency,
                settings.userAgent(),
                settings.allowHttp(),
                settings.deletionsPerMinute());
    }

    public static HttpApi open(HttpSettings settings) {
        return new HttpApi(settings, said -> {}, new JumpingTicker());
    }

    /** Sends a request until it is answered. */
    static Response send(Request request) {
        return send(request, () -> {});
    }

    /** Sends a request until it is answered, and looks in each turn before it leaves. */
    static Response send(Request request, Runnable look) {
        while (true) {
            try (Request.Turn turn = request.turn()) {
                look.run();
                Optional<Response> response = turn.send();
                if (response.isPresent()) {
                    return response.get();
                }
            }
        }
    }

    /** Waits in no time: its clock jumps instead. */
    static final class JumpingTicker extends Ticker {

        private final AtomicLong jumped = new AtomicLong();
        private final List<Duration> pauses = new CopyOnWriteArrayList<>();

        @Override
        Instant now() {
            return super.now().plusNanos(jumped.get());
        }

        @Override
        long nanos() {
            return super.nanos() + jumped.get();
        }

        @Override
        void pause(Duration time) {
            pauses.add(time);
            jumped.addAndGet(time.toNanos());
        }

        List<Duration> pauses() {
            return List.copyOf(pauses);
        }
    }
}
