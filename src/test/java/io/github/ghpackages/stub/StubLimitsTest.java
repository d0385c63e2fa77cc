package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubLimitsTest extends StubSetting {

    @BeforeEach
    void publish() {
        publish(3);
    }

    @Test
    void enforces_the_primary_limit() {
        github.limits().primary(2);
        github.clock(DAY);

        HttpResponse<String> first = caller.get(VERSIONS);
        assertThat(first.headers().firstValue("x-ratelimit-remaining")).contains("1");
        assertThat(first.headers().firstValue("x-ratelimit-reset"))
                .contains(String.valueOf(DAY.plusSeconds(3600).getEpochSecond()));
        caller.get(VERSIONS);
        HttpResponse<String> third = caller.get(VERSIONS);
        assertThat(third.statusCode()).isEqualTo(403);
        assertThat(third.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(message(third)).startsWith("API rate limit exceeded");
        github.advance(Duration.ofHours(1));
        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(200);
    }

    @Test
    void enforces_the_secondary_limit() {
        github.limits().secondary(6, Duration.ofSeconds(1)).answeredWith(429);

        caller.get(VERSIONS);
        assertThat(deleteOldest().statusCode()).isEqualTo(204);
        HttpResponse<String> refused = caller.get(VERSIONS);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(refused.headers().firstValue("x-ratelimit-remaining")).contains("4998");
        assertThat(message(refused))
                .isEqualTo("You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        assertThat(github.limits().refused()).isEqualTo(1);
        github.await(() -> caller.get(VERSIONS).statusCode() == 200);
    }

    @Test
    void enforces_the_limit_on_requests_at_once() {
        github.limits().concurrent(1);
        github.fault(When.listing(), Fault.hang().once());

        CompletableFuture<?> hanging = CompletableFuture.supplyAsync(() -> caller.get(VERSIONS));
        github.await(() -> github.count(When.listing()) == 1);
        assertThat(caller.get(VERSIONS).statusCode()).isEqualTo(403);
        assertThat(github.limits().mostAtOnce()).isEqualTo(2);
        assertThat(hanging).isNotDone();
    }

    @Test
    void allows_fewer_writes_than_documented_and_blocks_who_does_not_obey() {
        github.limits().writesPerMinute(1).bannedAfter(2);

        assertThat(deleteOldest().statusCode()).isEqualTo(204);
        String next = VERSIONS + "/" + state.id("acme", "com.example:app", "1.1");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = caller.delete(next);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(message(refused)).contains("secondary rate limit");
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
        }
        assertThat(message(caller.get(VERSIONS))).isEqualTo("This account has been blocked for abuse.");
    }
}
