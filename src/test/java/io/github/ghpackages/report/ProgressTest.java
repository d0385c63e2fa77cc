package io.github.ghpackages.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.StubGitHub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StubGitHub stub = StubGitHub.start().clock(Instant.parse("2026-11-23T10:15:30Z"));
    private final HttpApi http = new HttpApi(QuickHttp.settings(
            URI.create(stub.url()), new Token(stub.accounts().adminToken("octocat", "acme/app"), "a test")));
    private final GitHubPackages github = new GitHubPackages(http);
    private final List<String> said = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final Progress progress = new Progress(said::add, clock::get);

    @AfterEach
    void close() {
        http.close();
        stub.close();
    }

    private void readOnce() {
        github.find(new Owner("acme", Owner.Kind.ORGANIZATION), PackageName.maven("com.example", "app"));
    }

    private void sending(int requests) {
        progress.sending(github.apiUrl(), requests, github.estimate(0, requests), github.budget());
    }

    @Test
    void says_nothing_about_a_few_deletions() {
        readOnce();
        sending(10);
        progress.progress(10);

        assertThat(said).isEmpty();
    }

    @Test
    void says_how_long_more_deletions_take() {
        readOnce();
        sending(100);

        assertThat(said)
                .singleElement()
                .asString()
                .matches("About to send 100 deletions to " + stub.url() + ", which takes \\d+ s to 4 min\\."
                        + " Of 5000 requests an hour, 4999 are left until 11:15 UTC\\.");
    }

    @Test
    void says_when_the_limit_will_not_suffice() {
        stub.limits().primary(50);
        readOnce();
        sending(100);

        assertThat(said)
                .singleElement()
                .asString()
                .endsWith("Of 50 requests an hour, 49 are left until 11:15 UTC: too few, so the run will wait, at"
                        + " most maxWait at a time, or stop and say how to resume.");
    }

    @Test
    void says_nothing_of_limits_that_a_server_does_not_have() {
        stub.limits().none();
        readOnce();
        sending(11);

        assertThat(said).singleElement().asString().endsWith(" s.");
    }

    @Test
    void shows_what_is_done_of_how_much_and_the_time_left_at_the_pace_so_far() {
        sending(9);
        sending(9);
        assertThat(progress.line()).isEqualTo("0 of 18 deletions are done.");

        clock.addAndGet(Duration.ofSeconds(24).toNanos());
        progress.progress(6);
        assertThat(progress.line()).isEqualTo("6 of 18 deletions are done, about 48 s left.");

        progress.progress(12);
        assertThat(progress.line()).isEqualTo("18 deletions done, no requests sent so far.");
    }

    @Test
    void shows_before_that_what_the_run_does_and_that_it_goes_on() {
        assertThat(progress.line()).isEqualTo("Reading: no requests sent so far.");

        readOnce();
        progress.follow(new Progress.Activity() {
            @Override
            public long requests() {
                return http.budget().sent();
            }

            @Override
            public int expected() {
                return http.expected();
            }

            @Override
            public Optional<String> waiting() {
                return Optional.of("a rate limit of GitHub until 10:16:30 UTC");
            }
        });
        progress.phase("Restoring", "restore");

        assertThat(progress.line())
                .isEqualTo("Restoring: 1 request sent so far. Waiting for a rate limit of GitHub until 10:16:30 UTC.");
    }

    @Test
    void shows_how_many_packages_of_a_run_over_many_are_done() {
        progress.reached(3, 40);
        assertThat(progress.line()).isEqualTo("Reading: 3 of 40 packages, no requests sent so far.");

        sending(2);
        progress.progress(2);
        assertThat(progress.line()).isEqualTo("2 deletions done, 3 of 40 packages, no requests sent so far.");
    }

    @Test
    void counts_restores_as_restores() {
        progress.phase("Restoring", "restore");
        sending(12);
        progress.progress(1);

        assertThat(said).singleElement().asString().startsWith("About to send 12 restores to ");
        assertThat(progress.line()).isEqualTo("1 of 12 restores are done.");
    }

    @Test
    void the_first_estimate_is_a_range_up_to_the_pace_that_users_report() {
        readOnce();
        sending(330);

        assertThat(said).singleElement().asString().containsPattern(", which takes \\d+ (s|min) to 10 min\\.");
    }
}
