package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.QuickHttp.JumpingTicker;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that say "not now", as real bytes, with a client whose clock jumps. The stub's clock is a day behind. */
class RateLimiterTest {

    private static final String SECONDARY =
            "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few minutes before you try again.\"}";
    private static final String PRIMARY = "{\"message\":\"API rate limit exceeded for user ID 1001.\"}";
    private static final Instant SERVER_TIME = Instant.parse("2026-01-01T12:00:00Z");

    private final StubGitHub stub = StubGitHub.start().clock(SERVER_TIME);
    private final JumpingTicker ticker = new JumpingTicker();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final HttpSettings settings = QuickHttp.settings(
            URI.create(stub.url()), new Token(stub.accounts().adminToken("octocat", "acme/app"), "a test"));
    private final HttpApi http = new HttpApi(settings, said::add, ticker);
    private final URI user = URI.create(stub.url() + "/user");

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({"403", "429"})
    void waits_as_long_as_retry_after_says(int status) {
        stub.fault(
                When.any(),
                Fault.answer(status, SECONDARY).header("Retry-After", "17").once());
        assertThat(http.get(user).status()).isEqualTo(200);
        assertThat(ticker.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(17)));
        assertThat(said)
                .containsExactly(
                        "GitHub limits the pace of requests ('You have exceeded a secondary rate limit. Please wait a few"
                                + " minutes before you try again.'). Continuing in 17 s.");
    }

    @Test
    void reads_a_retry_after_that_is_a_date_by_the_servers_clock() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                SERVER_TIME.plusSeconds(90).atOffset(ZoneOffset.UTC));
        stub.fault(
                When.any(),
                Fault.answer(429, SECONDARY).header("Retry-After", date).once());
        assertThat(http.get(user).status()).isEqualTo(200);
        assertThat(total()).isBetween(Duration.ofSeconds(88), Duration.ofSeconds(91));
    }

    @Test
    void waits_for_the_reset_by_the_servers_clock() {
        stub.fault(
                When.any(),
                primary(SERVER_TIME.plusSeconds(300).getEpochSecond() + "").once());
        assertThat(http.get(user).status()).isEqualTo(200);
        assertThat(total()).isBetween(Duration.ofSeconds(299), Duration.ofSeconds(302));
        assertThat(said.get(0))
                .startsWith("The hourly request limit is used up until 12:05:01 UTC ('API rate limit exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void waits_a_minute_where_the_answer_does_not_say_how_long(String retryAfter) {
        stub.fault(
                When.any(),
                Fault.answer(429, SECONDARY).header("Retry-After", retryAfter).once());
        assertThat(http.get(user).status()).isEqualTo(200);
        assertThat(total()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "garbage", "-5", "99999999999999999999"})
    void waits_a_minute_where_the_reset_is_past_or_garbage(String reset) {
        stub.fault(When.any(), primary(reset).once());
        assertThat(http.get(user).status()).isEqualTo(200);
        assertThat(total()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
    }

    @Test
    void waits_longer_each_time_and_no_longer_than_max_wait() {
        stub.fault(When.any(), Fault.answer(403, SECONDARY));
        PackagesException failure = catchThrowableOfType(PackagesException.class, () -> http.get(user));
        assertThat(failure.id()).isEqualTo(Id.RATE_LIMITED);
        assertThat(ticker.pauses())
                .extracting(pause -> pause.plusMillis(999).toSeconds())
                .containsExactly(60L, 120L, 240L);
        assertThat(stub.requests()).hasSize(4);
    }

    @Test
    void max_wait_bounds_one_hold_up_at_a_time_and_not_the_run() {
        for (int time = 0; time < 3; time++) {
            stub.fault(
                    When.any(),
                    Fault.answer(429, SECONDARY).header("Retry-After", "500").once());
            assertThat(http.get(user).status()).isEqualTo(200);
        }
        assertThat(total()).isGreaterThan(HttpSettings.DEFAULT_MAX_WAIT.multipliedBy(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "99999999999999999999999"})
    void ends_at_once_where_the_wait_would_be_too_long_and_says_how_to_go_on(String retryAfter) {
        stub.fault(When.any(), Fault.answer(429, SECONDARY).header("Retry-After", retryAfter));
        PackagesException failure = catchThrowableOfType(PackagesException.class, () -> http.get(user));
        assertThat(failure.id()).isEqualTo(Id.RATE_LIMITED);
        assertThat(failure.remedy()).startsWith("Wait for ").contains("-Dghpackages.maxWait=");
        assertThat(ticker.pauses()).isEmpty();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void sends_nothing_more_until_the_time_that_a_limit_named() {
        stub.fault(
                When.any(),
                primary(SERVER_TIME.plusSeconds(3600).getEpochSecond() + "").once());
        assertThat(catchThrowableOfType(PackagesException.class, () -> http.get(user))
                        .remedy())
                .startsWith("Wait for 61 min before you run the goal again, or allow a longer wait: ");
        assertThat(catchThrowableOfType(PackagesException.class, () -> http.get(user))
                        .id())
                .isEqualTo(Id.RATE_LIMITED);
        assertThat(stub.requests()).hasSize(1);
        ticker.pause(Duration.ofHours(2));
        assertThat(http.get(user).status()).isEqualTo(200);
    }

    @Test
    void distinguishes_a_refusal_from_a_limit_although_it_used_up_the_last_request() {
        stub.fault(
                When.any(),
                Fault.answer(403, "{\"message\":\"Resource not accessible by integration\"}")
                        .header("X-RateLimit-Remaining", "0"));
        assertThat(http.get(user).status()).isEqualTo(403);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void distinguishes_single_sign_on_and_a_suspended_account_from_a_limit_although_they_used_up_the_last_request() {
        String granting = "{\"message\":\"You must grant your OAuth token access to this organization.\"}";
        stub.fault(
                When.any(),
                Fault.answer(403, granting)
                        .header("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?a=1")
                        .header("X-RateLimit-Remaining", "0")
                        .once());
        assertThat(http.get(user).status()).isEqualTo(403);
        stub.fault(
                When.any(),
                Fault.answer(403, "{\"message\":\"Sorry. Your account was suspended.\"}")
                        .header("X-RateLimit-Remaining", "0")
                        .once());
        assertThat(http.get(user).status()).isEqualTo(403);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void does_not_take_another_refusal_for_a_limit() {
        stub.fault(When.any(), Fault.answer(403, "{\"message\":\"Must have admin rights to Repository.\"}"));
        assertThat(http.get(user).status()).isEqualTo(403);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void holds_up_all_threads_by_one_limit_and_lets_them_all_go_on() {
        stub.fault(
                When.any(),
                Fault.answer(403, SECONDARY).header("Retry-After", "5").times(3));
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> http.get(user).status())
                .boxed()
                .toList();
        assertThat(statuses).hasSize(8).containsOnly(200);
        assertThat(stub.requests()).hasSize(11);
        assertThat(stub.limits().mostAtOnce()).isLessThanOrEqualTo(settings.concurrency());
    }

    @Test
    void reports_what_is_left_of_the_hour() {
        stub.limits().primary(5000);
        http.get(user);
        http.get(user);
        assertThat(http.budget().sent()).isEqualTo(2);
        assertThat(http.budget().limit()).isEqualTo(5000);
        assertThat(http.budget().remaining()).isEqualTo(4998);
        assertThat(http.budget().resetsAt()).isAfter(SERVER_TIME);
        assertThat(http.estimate(100, 400)).isGreaterThan(Duration.ofSeconds(122));
    }

    @Test
    void counts_the_requests_of_two_tokens_together() {
        stub.limits().primary(5000);
        try (HttpApi second = http.companion(ofSecondToken())) {
            IntStream.range(0, 450).forEach(i -> http.get(user));
            assertThat(ticker.pauses()).isEmpty();
            IntStream.range(0, 450).forEach(i -> second.get(user));
        }
        assertThat(ticker.pauses()).isNotEmpty();
        assertThat(stub.requests()).hasSize(900);
    }

    @Test
    void sends_no_more_at_once_with_two_tokens_than_with_one() {
        stub.behaviour().latency(Duration.ofMillis(5));
        try (HttpApi first = new HttpApi(QuickHttp.withConcurrency(settings, 1), said::add, ticker);
                HttpApi second = first.companion(QuickHttp.withConcurrency(ofSecondToken(), 1))) {
            IntStream.range(0, 60).parallel().forEach(i -> (i % 2 == 0 ? first : second).get(user));
        }
        assertThat(stub.limits().mostAtOnce()).isEqualTo(1);
    }

    private HttpSettings ofSecondToken() {
        String secret = "ghp_second";
        stub.accounts().token(secret, "octocat", "read:packages");
        return QuickHttp.settings(settings.apiUrl(), new Token(secret, "a test"));
    }

    @Test
    void a_read_that_passes_does_not_prolong_the_wait_for_writes() {
        stub.fault(When.deleting(), Fault.answer(403, SECONDARY));
        Runnable look = () -> http.get(user);
        PackagesException failure = catchThrowableOfType(
                PackagesException.class,
                () -> QuickHttp.send(
                        http.deletion(URI.create(stub.url() + "/orgs/acme/packages/maven/com.example.app/versions/7")),
                        look));
        assertThat(failure.id()).isEqualTo(Id.RATE_LIMITED);
        assertThat(total()).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_write_that_was_held_up_and_called_off_is_not_counted_long_after() {
        stub.fault(When.deleting(), Fault.answer(403, SECONDARY).once());
        URI version = URI.create(stub.url() + "/orgs/acme/packages/maven/com.example.app/versions/7");
        assertThatThrownBy(() -> QuickHttp.send(http.deletion(version), () -> {
                    if (stub.count(When.deleting()) > 0) {
                        throw new IllegalStateException("called off");
                    }
                }))
                .hasMessage("called off");
        for (int minute = 0; minute < 20; minute++) {
            ticker.pause(Duration.ofMinutes(1));
            http.get(user);
        }
        stub.fault(
                When.any(),
                Fault.answer(403, SECONDARY).header("Retry-After", "5").once());
        assertThat(http.get(user).status()).isEqualTo(200);
    }

    private static Fault primary(String reset) {
        return Fault.answer(403, PRIMARY).header("X-RateLimit-Remaining", "0").header("X-RateLimit-Reset", reset);
    }

    private Duration total() {
        return ticker.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
