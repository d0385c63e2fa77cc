package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first DELETE is answered with 500 and takes effect after it was looked for; the second one is turned away. */
class LateEffectTest extends RunSetting {

    private static final String REJECTED = "GitHub does not accept the token from a test: HTTP 401, 'Bad credentials'.";

    private static final String SEEN = "deleted: the answer to the first attempt was lost, and it is gone";

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0");
        scene.stub().fault(When.deleting(), Fault.answer(500).once());
    }

    private void second(Fault fault) {
        scene.stub().fault(When.deleting(), fault);
    }

    private static Fault rejected() {
        return Fault.answer(401, "{\"message\":\"Bad credentials\"}");
    }

    private void takeEffect() {
        scene.stub().state().delete("acme", Scene.APP, "1.0");
    }

    private Scene.Done delete(TargetPackage target) {
        Scene.Done done = scene.prune(Scene.deleting("1.0"), scene.journal("delete"), target);
        assertThat(scene.stub().count(When.deleting())).isEqualTo(2);
        return done;
    }

    private void assertStopped(Scene.Done done, Id reason) {
        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(reason);
    }

    private void assertUndoLooksAtIt() {
        assertThat(scene.stub().deleted()).containsExactly("1.0");
        assertThat(scene.journalledDeletions()).containsExactly("1.0");
    }

    @Test
    void is_seen_after_a_rejected_second_attempt() {
        second(rejected().afterEffect());

        assertThat(Scene.outcomes(delete(scene.app()))).containsExactly(entry("1.0", SEEN));
        assertUndoLooksAtIt();
    }

    @Test
    void is_seen_after_a_second_attempt_that_stops_the_run() {
        second(Fault.redirect(302, "https://elsewhere.example/").afterEffect());

        Scene.Done done = delete(scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", SEEN));
        assertStopped(done, Id.REDIRECTED);
        assertUndoLooksAtIt();
    }

    @Test
    void is_unknown_when_the_token_is_rejected_for_the_look_up_too() {
        second(Fault.first(() -> {
            takeEffect();
            scene.stub().accounts().revoke(scene.token());
        }));

        Scene.Done done = delete(scene.app());

        assertThat(Scene.outcomes(done))
                .containsExactly(entry(
                        "1.0", "unknown: Bad credentials Whether it is gone can't be read: Fault 500 " + REJECTED));
        assertStopped(done, Id.TOKEN_REJECTED);
        assertUndoLooksAtIt();
    }

    @Test
    void is_unknown_when_a_rate_limit_beyond_max_wait_forbids_the_look_up() {
        second(Fault.answer(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}")
                .header("Retry-After", "3600")
                .afterEffect());
        GitHubPackages impatient = scene.client(QuickHttp.withMaxWait(scene.settings(scene.token()), Duration.ZERO));

        Scene.Done done = delete(scene.app(impatient));

        assertThat(Scene.outcomes(done).get("1.0"))
                .startsWith("unknown: sent, and whether it is gone can't be read: GitHub limits the pace of requests")
                .containsOnlyOnce("GitHub limits the pace");
        assertStopped(done, Id.RATE_LIMITED);
        assertUndoLooksAtIt();
    }

    @Test
    void is_refused_when_it_is_still_there_after_a_rejected_second_attempt() {
        second(rejected());

        Scene.Done done = delete(scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "refused: " + REJECTED));
        assertStopped(done, Id.TOKEN_REJECTED);
        assertThat(scene.active()).contains("1.0");
        assertThat(scene.journalledDeletions()).isEmpty();
    }
}
