package io.github.ghpackages.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubFaultTest extends StubSetting {

    @BeforeEach
    void publish() {
        publish(3);
    }

    @Test
    void answers_otherwise_before_the_effect() {
        github.fault(When.deleting(), Fault.answer(502).once());

        assertThat(deleteOldest().statusCode()).isEqualTo(502);
        assertThat(github.deleted()).isEmpty();
        assertThat(deleteOldest().statusCode()).isEqualTo(204);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void answers_otherwise_after_the_effect() {
        github.fault(When.deleting(), Fault.answer(500).afterEffect());

        assertThat(deleteOldest().statusCode()).isEqualTo(500);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void takes_effect_later_than_it_answers() {
        github.fault(When.deleting(), Fault.answer(500).effectAfter(Duration.ofSeconds(1)));
        caller.get(VERSIONS);

        assertThat(deleteOldest().statusCode()).isEqualTo(500);
        assertThat(github.deleted()).isEmpty();
        github.await(() -> github.deleted().contains("1.0"));
    }

    @Test
    void harms_the_requests_that_are_counted_off() {
        github.fault(When.listing(), Fault.answer(503).after(1).times(2));

        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(200);
        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(503);
        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(503);
        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(200);
    }

    @Test
    void resets_the_connection() {
        github.fault(When.deleting(), Fault.reset());

        assertThatThrownBy(this::deleteOldest).hasRootCauseInstanceOf(IOException.class);
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void resets_the_connection_after_the_effect() {
        github.fault(When.deleting(), Fault.reset().afterEffect().once());

        assertThatThrownBy(this::deleteOldest).hasRootCauseInstanceOf(IOException.class);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void closes_without_an_answer() {
        github.fault(When.listing(), Fault.closed());

        assertThatThrownBy(() -> caller.get(VERSIONS)).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void sends_garbage() {
        github.fault(When.listing(), Fault.garbage());

        assertThatThrownBy(() -> caller.get(VERSIONS)).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void cuts_an_answer_short() {
        github.fault(When.listing(), Fault.truncated());

        assertThatThrownBy(() -> caller.get(VERSIONS)).hasStackTraceContaining("fixed content-length");
    }

    @Test
    void hangs_until_it_stops() {
        github.fault(When.listing(), Fault.hang());

        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> caller.get(VERSIONS));
        github.await(() -> github.count(When.listing()) == 1);
        assertThat(answer).isNotDone();
        github.close();
        assertThat(answer.handle((response, failure) -> "ended")).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void hangs_after_the_effect() {
        github.fault(When.deleting(), Fault.hang().afterEffect());

        CompletableFuture<?> answer = CompletableFuture.supplyAsync(this::deleteOldest);
        github.await(() -> github.deleted().contains("1.0"));
        assertThat(answer).isNotDone();
    }

    @Test
    void drops_the_answer_that_has_no_body_to_cut() {
        github.fault(When.deleting(), Fault.truncated());

        assertThatThrownBy(this::deleteOldest).hasRootCauseInstanceOf(IOException.class);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void trickles() {
        github.fault(When.listing(), Fault.trickle());
        long start = System.nanoTime();

        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void answers_late() {
        github.fault(When.listing(), Fault.latency(Duration.ofMillis(200)));
        long start = System.nanoTime();

        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void changes_headers_and_bodies() {
        github.fault(
                When.listing(),
                Fault.body(body -> "{}").header("Date", "yesterday").without("X-GitHub-Request-Id"));

        HttpResponse<String> response = caller.get(VERSIONS);

        assertThat(response.body()).isEqualTo("{}");
        assertThat(response.headers().allValues("Date")).containsExactly("yesterday");
        assertThat(response.headers().firstValue("X-GitHub-Request-Id")).isEmpty();
    }

    @Test
    void lets_something_happen_between_two_pages() {
        github.fault(
                When.page(2),
                Fault.first(() -> state.publish("acme/app", "com.example:app", "2.0", DAY.plus(Duration.ofDays(9))))
                        .once());

        assertThat(caller.names(VERSIONS + "?per_page=2")).containsExactly("1.2", "1.1", "1.1", "1.0");
    }

    @Test
    void redirects_and_sends_pages_of_the_web() {
        github.fault(
                When.listing(), Fault.redirect(302, github.otherOrigin() + "/x").once());
        github.fault(When.listing(), Fault.html(200));

        assertThat(caller.get(VERSIONS).headers().firstValue("Location")).contains(github.otherOrigin() + "/x");
        assertThat(caller.get(VERSIONS).headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void a_client_can_give_up_waiting() {
        github.fault(When.listing(), Fault.hang());

        assertThatThrownBy(() ->
                        Caller.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(github.url() + VERSIONS))
                                .timeout(Duration.ofMillis(200))
                                .build()))
                .hasRootCauseInstanceOf(HttpTimeoutException.class);
    }
}
