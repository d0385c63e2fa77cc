package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.run.Scene.Until;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outcome of one deletion, by what the registry answers. */
class DeleteVersionTest extends RunSetting {

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0");
    }

    private void assertOutcome(String outcome, int deletesSent) {
        assertThat(Scene.outcomes(scene.delete("1.0"))).containsExactly(entry("1.0", outcome));
        assertThat(scene.stub().count(When.deleting())).isEqualTo(deletesSent);
    }

    private void assertGone() {
        assertThat(scene.active()).containsExactly("3.0", "2.0");
        assertThat(scene.stub().deleted()).containsExactly("1.0");
        assertThat(scene.lastJournal().deletions()).as("what an undo looks at").hasSize(1);
    }

    private void assertThere() {
        assertThat(scene.active()).containsExactly("3.0", "2.0", "1.0");
        assertThat(scene.stub().deleted()).isEmpty();
    }

    private Predicate<StubRequest> lookingUp() {
        return When.version(scene.id("1.0")).and(When.method("GET"));
    }

    @Test
    void is_deleted_when_github_says_204() {
        assertOutcome("deleted", 1);
        assertGone();
    }

    @Test
    void row_28_is_already_gone_when_404_comes_of_a_version_that_is_gone() {
        scene.stub()
                .fault(When.deleting(), Fault.first(() -> scene.stub().state().delete("acme", Scene.APP, "1.0")));

        assertOutcome("already-gone", 1);
        assertThat(scene.lastJournal().deletions()).isEmpty();
    }

    @Test
    void row_28_is_refused_when_404_comes_of_a_missing_right() {
        scene.stub().accounts().right("octocat", Scene.REPOSITORY, Right.WRITE);

        assertOutcome(
                "refused: GitHub answered HTTP 404, 'Package not found.', although the token can read the package."
                        + " It does so to anyone without the admin role on the repository acme/app.",
                1);
        assertThere();
    }

    @Test
    void is_refused_with_the_reason_behind_a_403_and_says_what_to_do() {
        scene.stub()
                .fault(When.deleting(), Fault.answer(403, "{\"message\":\"Resource not accessible by integration\"}"));

        Scene.Done done = scene.delete("1.0", "2.0");

        String refused = "refused: GitHub says: Resource not accessible by integration. A GITHUB_TOKEN may only change"
                + " packages of the repository that its workflow runs in.";
        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", refused), entry("2.0", refused));
        assertThat(done.refusal())
                .extracting(PackagesException::remedy)
                .asString()
                .startsWith("Give the job 'permissions: packages: write'.");
        assertThat(done.stop()).isNull();
        assertThere();
    }

    @Test
    void ends_the_run_where_the_token_needs_single_sign_on() {
        scene.stub()
                .fault(
                        When.deleting(),
                        Fault.answer(403).header("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?a=1"));

        Scene.Done done = scene.delete("1.0", "2.0");

        assertThat(Scene.outcomes(done))
                .containsExactly(
                        entry(
                                "1.0",
                                "refused: The organisation protects its packages by single sign-on, and this token is not"
                                        + " authorised for it."),
                        entry("2.0", "none"));
        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(PackagesException.Id.SINGLE_SIGN_ON);
        assertThat(Objects.requireNonNull(done.stop()).consoleOnly())
                .contains("Authorise it within an hour at https://github.com/orgs/acme/sso?a=1");
        assertThere();
    }

    @Test
    void row_36_is_no_success_when_all_is_not_found() {
        scene.stub()
                .fault(When.deleting(), Fault.first(() -> scene.stub().state().deletePackage("acme", Scene.APP)));

        assertOutcome("refused: Package not found. This token can no longer see the package.", 1);
    }

    @Test
    void row_28_is_unknown_when_the_look_up_after_a_404_fails() {
        scene.stub().fault(When.deleting(), Fault.answer(404)).fault(lookingUp(), Fault.html(200));

        assertThat(Scene.outcomes(scene.delete("1.0")).get("1.0"))
                .startsWith("unknown: Fault 404 Whether it is gone can't be read: ");
        assertThere();
    }

    @Test
    void row_15_is_retained_as_the_last_version() {
        scene.stub().fault(When.deleting(), Fault.first(() -> {
            scene.stub().state().delete("acme", Scene.APP, "2.0");
            scene.stub().state().delete("acme", Scene.APP, "3.0");
        }));

        assertOutcome(
                "retained: You cannot delete the last version of a package. You must delete the package instead.", 1);
        assertThat(scene.active()).containsExactly("1.0");
    }

    @Test
    void is_retained_with_more_than_5000_downloads() {
        scene.stub().state().downloads("acme", Scene.APP, "1.0", 5001);

        assertOutcome(
                "retained: Publicly visible package versions with more than 5000 downloads cannot be deleted."
                        + " Contact GitHub support for further assistance.",
                1);
        assertThere();
    }

    @Test
    void row_22_is_refused_with_githubs_words_for_an_unknown_400() {
        scene.stub().fault(When.deleting(), Fault.answer(400, "{\"message\":\"Nobody expects this.\"}"));

        assertOutcome("refused: Nobody expects this.", 1);
        assertThere();
    }

    @Test
    void is_refused_with_harmless_words() {
        scene.stub().fault(When.deleting(), Fault.answer(422, "{\"message\":\"::error::a\\u001b[31m\\nb\"}"));

        assertOutcome("refused: \\u003a:error::a\\u001b[31m\\nb", 1);
    }

    @Test
    void is_deleted_once_by_a_500_that_worked() {
        scene.stub().fault(When.deleting(), Fault.answer(500).afterEffect());

        assertOutcome("deleted: the answer was 'Fault 500', and it is gone", 1);
        assertGone();
    }

    @Test
    void is_repeated_after_a_500_that_did_nothing() {
        scene.stub().fault(When.deleting(), Fault.answer(500).times(2));

        assertOutcome("deleted", 3);
        assertGone();
    }

    @Test
    void has_failed_after_three_500_that_did_nothing() {
        scene.stub().fault(When.deleting(), Fault.answer(500));

        assertOutcome("failed: still there after 3 attempts, the last one: Fault 500", 3);
        assertThere();
    }

    @Test
    void is_deleted_when_the_connection_breaks_after_the_effect() {
        scene.stub().fault(When.deleting(), Fault.reset().afterEffect());

        assertOutcome("deleted: no answer came, and it is gone", 1);
        assertGone();
    }

    @Test
    void is_repeated_when_the_connection_breaks_before_the_effect() {
        scene.stub().fault(When.deleting(), Fault.reset().once());

        assertOutcome("deleted", 2);
        assertGone();
    }

    @Test
    void is_deleted_once_when_the_effect_comes_a_little_later() {
        scene.stub().fault(When.deleting(), Fault.answer(502).effectAfter(Duration.ofMillis(300)));
        scene.waitForEffect(() -> Until.seen(() -> !scene.active().contains("1.0")));

        assertOutcome("deleted: the answer was 'Fault 502', and it is gone", 1);
        assertGone();
    }

    @Test
    void is_deleted_once_when_the_effect_comes_between_look_up_and_second_attempt() {
        scene.stub()
                .fault(When.deleting(), Fault.answer(500).once())
                .fault(When.deleting(), Fault.first(() -> scene.stub().state().delete("acme", Scene.APP, "1.0")));

        assertOutcome("deleted: the answer to the first attempt was lost, and it is gone", 2);
        assertGone();
    }

    @Test
    void is_unknown_when_nothing_can_be_looked_up() {
        scene.stub().fault(When.deleting(), Fault.answer(500).afterEffect()).fault(lookingUp(), Fault.html(200));

        assertThat(Scene.outcomes(scene.delete("1.0")).get("1.0"))
                .startsWith("unknown: sent, and whether it is gone can't be read: Fault 500 ");
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
        assertGone();
    }

    @Test
    void is_looked_up_when_a_web_page_answers() {
        scene.stub()
                .fault(When.deleting(), Fault.html(202).once())
                .fault(When.deleting(), Fault.html(200).afterEffect());

        assertOutcome("deleted: the answer was 'HTTP 200', and it is gone", 2);
        assertGone();
    }

    @Test
    void is_no_refusal_when_a_proxy_says_404() {
        scene.stub().fault(When.deleting(), Fault.html(404));

        assertOutcome("failed: still there after 3 attempts, the last one: HTTP 404", 3);
        assertThere();
    }

    @Test
    void stops_the_run_when_the_look_up_after_a_500_shows_that_the_token_is_rejected() {
        scene.stub().fault(When.deleting(), Fault.answer(500).afterEffect());
        scene.stub().fault(lookingUp(), Fault.answer(401, "{\"message\":\"Bad credentials\"}"));

        Scene.Done done = scene.delete("1.0", "2.0");

        assertThat(Scene.outcomes(done).get("1.0")).startsWith("unknown: sent, and whether it is gone can't be read: ");
        assertThat(Scene.outcomes(done)).containsEntry("2.0", "none");
        assertThat(done.stop()).hasMessageContaining("Bad credentials");
        assertGone();
    }
}
