package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.http.QuickHttp.JumpingTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final JumpingTicker ticker = new JumpingTicker();
    private final long start = ticker.nanos();

    @Test
    void lets_a_usual_prune_pass_without_a_wait() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
        take(pacer, 100, 1);
        take(pacer, 150, 5);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void stays_under_the_limit_in_every_minute() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
        take(pacer, 400, 5);
        assertThat(elapsed()).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(123));
    }

    @Test
    void takes_no_longer_than_the_limit_itself_imposes_by_a_fifth() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
        take(pacer, 4000, 5);
        double ideal = (4000 * 5 - 900) / 900.0 * 60;
        assertThat((double) elapsed().toSeconds()).isLessThan(ideal * 1.1);
    }

    @Test
    void does_not_pace_a_server_without_limits_until_it_shows_some() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, false);
        take(pacer, 1000, 5);
        assertThat(ticker.pauses()).isEmpty();
        pacer.startPacing();
        take(pacer, 1, 5);
        assertThat(ticker.pauses()).isNotEmpty();
    }

    @Test
    void is_slower_for_good_after_it_was_too_fast() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, false);
        pacer.slowDown();
        take(pacer, 88 * 3, 5);
        assertThat(elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(122));
    }

    @Test
    void estimates_how_long_it_will_take() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
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
        Pacer pacer = new Pacer(ticker, true);
        Pacer.Share turn = pacer.take(880);
        ticker.pause(Duration.ofSeconds(60));
        pacer.leaves(turn);
        assertThat(pacer.waitFor(1)).isEqualTo(Duration.ofSeconds(61));
        pacer.take(5);
        assertThat(elapsed()).isBetween(Duration.ofSeconds(121), Duration.ofSeconds(122));
    }

    @Test
    void counts_a_request_whose_turn_has_grown_old() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
        Pacer.Share turn = pacer.take(880);
        ticker.pause(Duration.ofSeconds(70));
        assertThat(pacer.waitFor(880)).isZero();
        pacer.leaves(turn);
        assertThat(pacer.waitFor(1)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void does_not_count_a_turn_that_is_given_back() throws InterruptedException {
        Pacer pacer = new Pacer(ticker, true);
        pacer.giveBack(pacer.take(880));
        assertThat(pacer.waitFor(880)).isZero();
        pacer.take(880);
        assertThat(ticker.pauses()).isEmpty();
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - start);
    }
}
