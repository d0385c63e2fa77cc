package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.http.QuickHttp.JumpingTicker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final JumpingTicker ticker = new JumpingTicker();
    private final long start = ticker.nanos();

    @Test
    void lets_a_usual_prune_pass_without_a_wait() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        take(pacer, 100, 1);
        take(pacer, 150, 5);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void stays_under_the_limit_in_every_minute() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        take(pacer, 400, 5);
        assertThat(elapsed()).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(123));
    }

    @Test
    void takes_no_longer_than_the_limit_itself_imposes_by_a_fifth() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        take(pacer, 4000, 5);
        double ideal = (4000 * 5 - 900) / 900.0 * 60;
        assertThat((double) elapsed().toSeconds()).isLessThan(ideal * 1.1);
    }

    @Test
    void does_not_pace_a_server_without_limits_until_it_shows_some() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, false, null);
        take(pacer, 1000, 5);
        assertThat(ticker.pauses()).isEmpty();
        pacer.startPacing();
        take(pacer, 1, 5);
        assertThat(ticker.pauses()).isNotEmpty();
    }

    @Test
    void after_a_rate_limit_it_goes_on_at_half_of_what_went_through_and_speeds_up_again() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        for (int i = 0; i < 60; i++) {
            pacer.passed(pacer.take(5));
        }
        pacer.slowDown();
        ticker.pause(Duration.ofSeconds(61));
        assertThat(writesIn(pacer, Duration.ofSeconds(4))).isBetween(2, 4);
        writesIn(pacer, Duration.ofMinutes(1));
        assertThat(writesIn(pacer, Duration.ofMinutes(1))).isBetween(52, 58);
        assertThat(pacer.writesAtOnce(8)).isOne();
    }

    @Test
    void reaches_the_documented_pace_again() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        pacer.passed(pacer.take(500));
        pacer.slowDown();
        writesIn(pacer, Duration.ofHours(1));
        assertThat(writesIn(pacer, Duration.ofMinutes(1))).isGreaterThan(100);
        writesIn(pacer, Duration.ofHours(1));
        assertThat(pacer.writesAtOnce(8)).isEqualTo(8);
    }

    @Test
    void keeps_the_limit_of_the_user() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, false, 30);
        take(pacer, 61, 5);
        assertThat(elapsed()).isBetween(Duration.ofSeconds(119), Duration.ofSeconds(121));
        assertThat(pacer.waitFor(30 * 5)).isEqualTo(Duration.ofMinutes(1));
    }

    /** A server that allows 60 writes a minute, and refuses all further ones with the time until it allows one again. */
    private final class Strict {
        private final Deque<Long> accepted = new ArrayDeque<>();
        private int refused;

        /** How long to wait; zero: it went through. */
        Duration ask() {
            long now = ticker.nanos();
            while (!accepted.isEmpty()
                    && now - accepted.getFirst() >= Duration.ofMinutes(1).toNanos()) {
                accepted.removeFirst();
            }
            if (accepted.size() < 60) {
                accepted.addLast(now);
                return Duration.ZERO;
            }
            refused++;
            long left = accepted.getFirst() + Duration.ofMinutes(1).toNanos() - now;
            return Duration.ofSeconds(left / 1_000_000_000L + 1);
        }
    }

    @Test
    void deletes_four_hundred_from_a_server_that_allows_sixty_a_minute_and_is_rarely_refused()
            throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        Strict server = new Strict();
        int done = 0;
        while (done < 400) {
            // The looks before a deletion are requests too.
            pacer.passed(pacer.take(1));
            Pacer.Share share = pacer.take(5);
            pacer.leaves(share);
            Duration wait = server.ask();
            if (wait.isZero()) {
                pacer.passed(share);
                done++;
            } else {
                pacer.slowDown();
                ticker.pause(wait);
            }
        }
        // Of these in a real run, up to eight requests in flight together share the first refusal.
        assertThat(server.refused).isLessThanOrEqualTo(3);
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(480));
    }

    private int writesIn(Pacer pacer, Duration time) throws InterruptedException {
        long end = ticker.nanos() + time.toNanos();
        int writes = 0;
        while (ticker.nanos() < end) {
            pacer.passed(pacer.take(5));
            writes++;
        }
        return writes;
    }

    @Test
    void estimates_how_long_it_will_take() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        assertThat(pacer.waitFor(880)).isZero();
        assertThat(pacer.waitFor(2000)).isEqualTo(Duration.ofSeconds(122));
        take(pacer, 880, 1);
        assertThat(pacer.waitFor(1)).isEqualTo(Duration.ofSeconds(61));
    }

    private static void take(Pacer pacer, int requests, int points) throws InterruptedException {
        for (int i = 0; i < requests; i++) {
            pacer.take(points);
        }
    }

    @Test
    void counts_a_request_from_when_it_leaves() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        Pacer.Share turn = pacer.take(880);
        ticker.pause(Duration.ofSeconds(60));
        pacer.leaves(turn);
        assertThat(pacer.waitFor(1)).isEqualTo(Duration.ofSeconds(61));
        pacer.take(5);
        assertThat(elapsed()).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(122));
    }

    @Test
    void counts_a_request_whose_turn_has_grown_old() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        Pacer.Share turn = pacer.take(880);
        ticker.pause(Duration.ofSeconds(70));
        assertThat(pacer.waitFor(880)).isZero();
        pacer.leaves(turn);
        assertThat(pacer.waitFor(1)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void does_not_count_a_turn_that_is_given_back() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true, null);
        pacer.giveBack(pacer.take(880));
        assertThat(pacer.waitFor(880)).isZero();
        pacer.take(880);
        assertThat(ticker.pauses()).isEmpty();
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - start);
    }
}
