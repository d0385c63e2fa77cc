package io.github.ghpackages.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The client with a clock that jumps where it would wait: for tests of the rooms above. */
public final class QuickHttp {

    private QuickHttp() {}

    public static HttpApi open(HttpSettings settings) {
        return new HttpApi(settings, said -> {}, new QuickWaiter());
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
    static final class QuickWaiter extends Ticker {

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
