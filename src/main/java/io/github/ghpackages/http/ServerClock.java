package io.github.ghpackages.http;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.json.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time at the server: a local clock that is a day off must make nothing old or late. */
final class ServerClock {

    private final Ticker ticker;
    private volatile Reading last;
    private volatile boolean known;

    private record Reading(Instant server, Instant local, long nanos) {}

    ServerClock(Ticker ticker) {
        this.ticker = ticker;
        this.last = new Reading(ticker.now(), ticker.now(), ticker.nanos());
    }

    void saw(Response response) {
        Optional<Instant> date = dateOf(response, "date");
        if (date.isPresent()) {
            last = new Reading(date.get(), ticker.now(), ticker.nanos());
            known = true;
        }
    }

    /** Whether a response had the server's time; before that, the local clock counts. */
    boolean isFromServer() {
        return known;
    }

    Instant now() {
        return clocks().now();
    }

    /** The server's time and the local clock's: both as of the last response, plus the time since then. */
    ServerTime clocks() {
        Reading reading = last;
        Duration since = Duration.ofNanos(ticker.nanos() - reading.nanos());
        return new ServerTime(reading.server().plus(since), reading.local().plus(since));
    }

    /** An HTTP date in this header; empty where there is none, or none that can be read. */
    static Optional<Instant> dateOf(Response response, String header) {
        Optional<String> text = response.header(header);
        return text.isEmpty() ? Optional.empty() : Instants.parseHttpDate(text.get());
    }
}
