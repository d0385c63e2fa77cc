package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one outcome means for the deletions after it. */
class DeletionsTest extends RunSetting {

    private static final String REFUSED = "{\"message\":\"No.\"}";

    private Scene.Done prune() {
        return scene.prune(Scene.keepReleases(1), scene.app());
    }

    @Test
    void one_failed_deletion_does_not_stop_the_others() {
        scene.publishMany(12);
        scene.stub().fault(When.deleting().and(When.version(scene.id("1.4"))), Fault.answer(400, REFUSED));

        assertThat(Scene.outcomes(prune())).hasSize(11).containsEntry("1.4", "refused: No.");
        assertThat(scene.stub().deleted()).hasSize(10);
    }

    @Test
    void five_refusals_in_a_row_stop_the_package_and_no_other() {
        scene.publishMany(30);
        scene.publishManyIn("com.example:lib", 3);
        scene.stub().fault(When.deleting().and(When.path("com.example.app")), Fault.answer(400, REFUSED));

        Scene.Done done = scene.prune(Scene.keepReleases(1), scene.app(), scene.target("lib"));

        assertThat(scene.stub().count(When.deleting().and(When.path("com.example.app"))))
                .isEqualTo(5);
        assertThat(done.results().getOrDefault(scene.app().ref(), Map.of()).values().stream()
                        .filter(result -> result.outcome() == Outcome.NOT_ATTEMPTED))
                .hasSize(24)
                .allSatisfy(result ->
                        assertThat(result.message()).isEqualTo("five refusals in a row stopped this package"));
        assertThat(scene.stub().state().active("acme", "com.example:lib")).containsExactly("1.2");
        assertThat(done.stop()).isNull();
    }

    @Test
    void five_refusals_in_a_row_stop_a_package_in_the_middle_too() {
        scene.publishMany(60);
        scene.stub().fault(When.deleting(), Fault.answer(400, REFUSED).after(10));

        Map<String, String> outcomes = Scene.outcomes(prune());

        assertThat(scene.stub().deleted()).hasSize(10);
        assertThat(scene.stub().count(When.deleting())).isLessThanOrEqualTo(10 + 5 + 2 * Concurrently.WIDTH);
        assertThat(outcomes)
                .hasSize(59)
                .containsEntry("1.58", "not-attempted: five refusals in a row stopped this package");
    }

    @Test
    void five_refusals_that_are_not_in_a_row_stop_nothing() {
        scene.publishMany(14);
        for (int refused : new int[] {0, 1, 2, 3, 5, 6, 7}) {
            scene.stub().fault(When.deleting().and(When.version(scene.id("1." + refused))), Fault.answer(400, REFUSED));
        }

        prune();

        assertThat(scene.active()).hasSize(8);
    }

    @Test
    void versions_that_github_retains_are_no_refusals() {
        scene.publishMany(8);
        for (int i = 0; i < 6; i++) {
            scene.stub().state().downloads("acme", Scene.APP, "1." + i, 6000);
        }

        assertThat(Scene.outcomes(prune())).hasSize(7).containsEntry("1.6", "deleted");
    }

    @Test
    void a_token_that_is_rejected_in_the_middle_stops_the_run() {
        scene.publishMany(30);
        scene.publishManyIn("com.example:lib", 3);
        scene.stub()
                .fault(
                        When.deleting(),
                        Fault.first(() -> scene.stub().accounts().revoke(scene.token()))
                                .after(3)
                                .once());

        Scene.Done done = scene.prune(Scene.keepReleases(1), scene.app(), scene.target("lib"));

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.TOKEN_REJECTED);
        assertThat(scene.stub().deleted()).hasSizeBetween(1, 3 + Concurrently.WIDTH);
        assertThat(scene.stub().count(When.path("com.example.lib").and(When.deleting())))
                .isZero();
        assertThat(Scene.outcomes(done))
                .hasEntrySatisfying("1.28", outcome -> assertThat(outcome).isEqualTo("none"));
        assertThat(Scene.outcomes(done).values())
                .contains("refused: GitHub does not accept the token from a test: HTTP 401, 'Bad credentials'.");
        List<String> deleted = scene.stub().deleted();
        Scene.outcomes(done)
                .forEach((name, outcome) ->
                        assertThat(outcome.startsWith("deleted")).as(name).isEqualTo(deleted.contains(name)));
    }

    @Test
    void a_rate_limit_beyond_max_wait_leaves_the_rest_for_a_rerun_that_goes_on() {
        scene.publishMany(20);
        GitHubPackages impatient = scene.client(QuickHttp.withMaxWait(scene.settings(scene.token()), Duration.ZERO));
        scene.stub()
                .fault(
                        When.deleting(),
                        Fault.answer(
                                        403,
                                        "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few"
                                                + " minutes before you try again.\"}")
                                .header("Retry-After", "3600")
                                .after(6));

        Scene.Done done = scene.prune(Scene.keepReleases(2), scene.app(impatient));

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.RATE_LIMITED);
        List<String> first = new ArrayList<>(scene.stub().deleted());
        assertThat(first).hasSize(6);
        Scene.outcomes(done)
                .forEach((name, outcome) -> assertThat(outcome)
                        .as(name)
                        .matches(first.contains(name) ? "deleted" : "none|not-attempted.*"));
        assertThat(scene.lastJournal().deletions()).hasSize(6);

        scene.stub().heal();
        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(2), scene.app())))
                .hasSize(12);
        assertThat(scene.active()).containsExactly("1.19", "1.18");
        assertThat(scene.stub().deleted()).doesNotHaveDuplicates().hasSize(18);
    }

    @Test
    void a_redirected_deletion_stops_the_run() {
        scene.publishMany(3);
        scene.stub().fault(When.deleting(), Fault.redirect(302, "https://elsewhere.example/"));

        Scene.Done done = prune();

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.REDIRECTED);
        assertThat(Scene.outcomes(done)).containsEntry("1.1", "none");
        assertThat(Scene.outcomes(done).get("1.0")).startsWith("failed: ");
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
    }

    @Test
    void says_what_it_is_about_to_send_and_how_far_it_is() {
        scene.publishMany(20);
        scene.publishManyIn("com.example:lib", 4);
        List<Integer> said = new ArrayList<>();
        RunListener progress = new RunListener() {
            @Override
            public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
                assertThat(scene.stub().count(When.deleting())).isZero();
                said.add(-requests);
            }

            @Override
            public void progress(int more) {
                said.add(more);
            }
        };
        JournalWriter journal = scene.journal("prune");

        Scene.carryOut(
                new Prune(
                        List.of(scene.app(), scene.target("lib")),
                        Planner.by(Scene.keepReleases(1)),
                        true,
                        false,
                        TimeLimit.none(),
                        () -> {}),
                target -> journal,
                progress);

        assertThat(said).hasSize(1 + 19 + 3).startsWith(-22, 1, 1);
    }

    @Test
    void deletes_a_few_at_a_time_once_github_has_agreed() {
        scene.publishMany(30);
        scene.stub().behaviour().latency(Duration.ofMillis(30));

        prune();

        assertThat(scene.stub().limits().mostAtOnce()).isBetween(2, Concurrently.WIDTH);
        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(1), scene.app())))
                .isEmpty();
    }

    @Test
    void row_33_leaves_no_deletion_without_an_outcome() {
        scene.publishMany(9);
        scene.stub()
                .fault(When.deleting(), Fault.garbage().afterEffect().after(2).times(3));

        assertThat(Scene.outcomes(prune()))
                .hasSize(8)
                .allSatisfy((name, outcome) -> assertThat(outcome).startsWith("deleted"));
        assertThat(scene.active()).containsExactly("1.8");
    }

    @Test
    void goes_on_after_a_version_that_is_gone_already() {
        scene.publishMany(4);
        scene.stub()
                .fault(
                        When.deleting(),
                        Fault.first(() -> scene.stub().state().delete("acme", Scene.APP, "1.0"))
                                .once());

        assertThat(Scene.outcomes(prune()))
                .containsExactly(entry("1.0", "already-gone"), entry("1.1", "deleted"), entry("1.2", "deleted"));
    }

    @Test
    void gives_up_on_a_server_that_answers_no_more() {
        scene.publishMany(40);
        scene.stub().fault(When.deleting(), Fault.closed().after(1));
        scene.stub().fault(When.method("GET").and(request -> scene.stub().count(When.deleting()) > 1), Fault.html(200));

        Scene.Done done = prune();

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(PackagesException.Id.CONNECTION_FAILED);
        assertThat(done.stop())
                .hasMessageContaining("The outcome of 3 deletions in a row is unknown. The last one: sent, and")
                .hasMessageNotContaining("..");
        assertThat(scene.stub().count(When.deleting())).isBetween(4, 4 + Concurrently.WIDTH);
        assertThat(Scene.outcomes(done)).containsEntry("1.38", "none");
        assertThat(scene.active()).hasSize(39);
    }
}
