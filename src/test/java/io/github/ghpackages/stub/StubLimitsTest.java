package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubLimitsTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final String VERSIONS = "/orgs/acme/packages/maven/com.example.app/versions";

    private final StubGitHub github = StubGitHub.start();
    private final Caller caller = new Caller(github, github.accounts().adminToken("octocat", "acme/app"));
    private final StubRegistry state = github.state();

    @BeforeEach
    void publish() {
        state.publish("acme/app", "com.example:app", 3, i -> "1." + i, DAY, Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private HttpResponse<String> deleteOldest() {
        return caller.delete(VERSIONS + "/" + state.id("acme", "com.example:app", "1.0"));
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
}
