package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.run.Scene.Until;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a restore. */
class RestoreTest extends RunSetting {

    private long deletedId;

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0");
        deletedId = scene.stub().state().delete("acme", Scene.APP, "1.0");
    }

    private void assertOutcome(String outcome, int sent) {
        assertThat(Scene.outcomes(scene.restoreByName("1.0"))).containsExactly(entry("1.0", outcome));
        assertThat(scene.stub().count(When.restoring())).isEqualTo(sent);
    }

    private void assertBack() {
        assertThat(scene.active()).containsExactly("3.0", "2.0", "1.0");
        assertThat(scene.id("1.0")).isEqualTo(deletedId);
    }

    private void assertGone() {
        assertThat(scene.active()).containsExactly("3.0", "2.0");
    }

    @Test
    void brings_a_version_back_under_its_id() {
        assertOutcome("restored", 1);
        assertBack();
        assertThat(scene.lastJournal().entries()).hasSize(1).allSatisfy(written -> {
            assertThat(written.rule()).isEqualTo("restore-version");
            assertThat(written.answeredAt()).isNotNull();
        });
        assertThat(scene.lastJournal().deletions()).isEmpty();
    }

    @Test
    void is_harmless_the_second_time() {
        scene.restoreByName("1.0");

        assertOutcome("already-active", 1);
        assertBack();
    }

    @Test
    void is_a_conflict_when_a_live_version_has_the_name() {
        scene.publish("1.0");

        assertOutcome(
                "conflict: a live version with this name (id " + scene.id("1.0") + ") is in the way: delete that one"
                        + " first",
                0);
    }

    @Test
    void is_no_conflict_with_a_ghost_of_the_name() {
        scene.stub().state().ghost("acme", Scene.APP, "1.0", Instant.parse("2026-10-01T00:00:00Z"), 9);

        assertOutcome("restored", 1);
        assertThat(scene.id("1.0")).isEqualTo(deletedId);
    }

    @Test
    void is_not_already_active_because_a_listing_still_shows_it() {
        long id = scene.stub().state().ghost("acme", Scene.APP, "2.0", Instant.parse("2026-10-01T00:00:00Z"), 9);

        assertThat(Scene.outcomes(scene.restoreByName("2.0"))).containsExactly(entry("2.0", "restored"));
        assertThat(scene.id("2.0")).isEqualTo(id);
    }

    @Test
    void is_expired_after_thirty_days() {
        scene.stub().state().delete("acme", Scene.APP, "2.0", Instant.now().minus(Duration.ofDays(31)));

        assertThat(Scene.outcomes(scene.restoreByName("2.0")).get("2.0"))
                .startsWith("expired: deleted 2026-")
                .endsWith(", and GitHub keeps deleted versions for 30 days");
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void is_left_to_github_where_only_one_clock_says_that_it_is_expired() {
        scene.stub().advance(Duration.ofDays(31));

        assertThat(Scene.outcomes(scene.restoreByName("1.0")).get("1.0")).startsWith("refused: ");
        assertThat(scene.stub().count(When.restoring())).isEqualTo(1);
    }

    @Test
    void is_not_expired_on_the_thirtieth_day() {
        scene.stub().advance(Duration.ofDays(30).minusMinutes(1));

        assertOutcome("restored", 1);
    }

    @Test
    void is_tried_when_github_does_not_say_when_it_was_deleted() {
        scene.stub().fault(When.listing(), Fault.body(body -> body.replace("\"deleted_at\"", "\"other\"")));

        assertOutcome("restored", 1);
    }

    @Test
    void is_refused_with_githubs_words() {
        scene.stub().fault(When.restoring(), Fault.answer(422, "{\"message\":\"Not this one.\"}"));

        assertOutcome("refused: Not this one.", 1);
        assertGone();
        assertThat(scene.lastJournal().entries()).hasSize(1);
    }

    @Test
    void says_what_a_404_may_mean() {
        scene.stub().accounts().right("octocat", Scene.REPOSITORY, Right.WRITE);

        assertOutcome(
                "refused: GitHub answered HTTP 404, 'Package not found.', although the token can read the package."
                        + " It does so if there is nothing to restore, and to anyone without the admin role on the"
                        + " repository"
                        + " acme/app.",
                1);
        assertGone();
    }

    @Test
    void is_already_active_when_somebody_else_was_faster() {
        scene.stub()
                .fault(When.restoring(), Fault.first(() -> scene.stub().state().restore("acme", Scene.APP, deletedId)));

        assertOutcome("already-active", 1);
        assertBack();
    }

    @Test
    void is_restored_once_when_the_answer_is_lost() {
        scene.stub().fault(When.restoring(), Fault.reset().afterEffect());

        assertOutcome("restored: no answer came, and it is there", 1);
        assertBack();
    }

    @Test
    void is_restored_once_when_the_effect_comes_a_little_later() {
        scene.stub().fault(When.restoring(), Fault.answer(503).effectAfter(Duration.ofMillis(300)));
        scene.waitForEffect(() -> Until.seen(() -> scene.active().contains("1.0")));

        assertOutcome("restored: the answer was 'Fault 503', and it is there", 1);
        assertBack();
    }

    @Test
    void is_restored_when_the_effect_comes_between_look_up_and_second_attempt() {
        scene.stub()
                .fault(When.restoring(), Fault.answer(500).once())
                .fault(When.restoring(), Fault.first(() -> scene.stub().state().restore("acme", Scene.APP, deletedId)));

        assertOutcome("restored: the answer to the first attempt was lost, and it is there", 2);
        assertBack();
    }

    @Test
    void is_repeated_when_nothing_came_of_it() {
        scene.stub()
                .fault(When.restoring(), Fault.reset().once())
                .fault(When.restoring(), Fault.html(200).once());

        assertOutcome("restored", 3);
        assertBack();
    }

    @Test
    void has_failed_after_three_attempts() {
        scene.stub().fault(When.restoring(), Fault.answer(500));

        assertOutcome("failed: not there after 3 attempts, the last one: Fault 500", 3);
        assertGone();
    }

    @Test
    void has_failed_when_it_can_not_be_looked_up() {
        scene.stub()
                .fault(When.restoring(), Fault.answer(500).afterEffect())
                .fault(When.version(deletedId).and(When.method("GET")), Fault.html(200));

        assertThat(Scene.outcomes(scene.restoreByName("1.0")).get("1.0"))
                .startsWith("failed: sent, and whether it is there can't be read: Fault 500 ");
        assertThat(scene.stub().count(When.restoring())).isEqualTo(1);
    }
}
