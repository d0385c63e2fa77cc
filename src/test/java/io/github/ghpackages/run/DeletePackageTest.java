package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.run.Scene.Until;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole package goes only as it was planned. */
class DeletePackageTest extends RunSetting {

    private static final Predicate<StubRequest> READING_THE_PACKAGE =
            When.method("GET").and(request -> request.path().endsWith("/com.example.app"));

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0");
    }

    private Scene.Done prune() {
        return scene.prune(Scene.DELETE_ALL, scene.app());
    }

    private void assertBoth(Scene.Done done, String outcome) {
        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", outcome), entry("2.0", outcome));
    }

    private void assertThere() {
        assertThat(scene.stub().state().exists("acme", Scene.APP)).isTrue();
        assertThat(scene.active()).contains("2.0", "1.0");
        assertThat(scene.stub().deleted()).isEmpty();
    }

    @Test
    void deletes_the_package_with_one_request() {
        assertBoth(prune(), "deleted");

        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
        assertThat(scene.stub().events()).extracting(Event::what).contains(Event.What.PACKAGE_DELETED);
        JournalEntry written = scene.lastJournal().deletions().get(0);
        assertThat(written.version()).isNull();
        assertThat(written.packageVersions())
                .extracting(version -> version.name())
                .containsExactly("2.0", "1.0");
        assertThat(written.reason()).isEqualTo("none of its versions is kept (onLastVersion=deletePackage)");
    }

    @Test
    void row_21_leaves_a_package_alone_to_which_something_was_deployed_in_between() {
        scene.stub()
                .fault(When.listing(), Fault.first(() -> scene.publish("3.0")).after(1));

        assertBoth(prune(), "changed: versions were added or removed since the plan was made");

        assertThere();
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void leaves_a_package_alone_from_which_something_went_in_between() {
        scene.stub()
                .fault(
                        When.listing(),
                        Fault.first(() -> scene.stub().state().delete("acme", Scene.APP, "1.0"))
                                .after(1));

        assertBoth(prune(), "changed: versions were added or removed since the plan was made");
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void leaves_a_package_alone_whose_listing_changes_a_date() {
        scene.stub()
                .fault(
                        When.listing(),
                        Fault.first(() -> scene.stub()
                                        .state()
                                        .updatedAt("acme", Scene.APP, "1.0", Instant.parse("2026-11-01T00:00:00Z")))
                                .after(1));

        assertBoth(prune(), "changed: versions were added or removed since the plan was made");
        assertThere();
    }

    @Test
    void stops_when_the_package_can_not_be_listed_again() {
        scene.stub().fault(When.listing(), Fault.html(200).after(1));

        Scene.Done done = prune();

        assertThat(done.stop()).isNotNull();
        assertBoth(done, "not-attempted: " + Objects.requireNonNull(done.stop()).reason());
        assertThere();
        assertThat(scene.lastJournal().deletions()).isEmpty();
    }

    @Test
    void stops_when_the_journal_can_not_be_written() throws Exception {
        Files.createDirectory(scene.journalFile());

        Scene.Done done = prune();

        assertBoth(done, "not-attempted: It exists already, and is not overwritten.");
        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThere();
    }

    @Test
    void stands_in_the_journal_before_it_is_sent() {
        Path journal = scene.journalFile();
        List<Boolean> there = new ArrayList<>();
        scene.stub().fault(When.deleting(), Fault.first(() -> there.add(Files.exists(journal))));

        prune();

        assertThat(there).containsExactly(true);
    }

    @Test
    void finds_the_outcome_after_a_lost_response() {
        scene.stub().fault(When.deleting(), Fault.reset().afterEffect());

        assertBoth(prune(), "deleted: no answer came, and the package is gone");
        assertThat(scene.lastJournal().deletions()).hasSize(1);
    }

    @Test
    void waits_for_an_effect_that_comes_a_little_later() {
        scene.stub().fault(When.deleting(), Fault.answer(502).effectAfter(Duration.ofMillis(300)));
        scene.waitForEffect(() -> Until.seen(() -> !scene.stub().state().exists("acme", Scene.APP)));

        assertBoth(prune(), "deleted: the answer was 'Fault 502', and the package is gone");
    }

    @Test
    void is_not_sent_twice() {
        scene.stub().fault(When.deleting(), Fault.answer(500));

        assertBoth(prune(), "failed: the package is still there: Fault 500");
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
    }

    @Test
    void is_unknown_when_the_package_can_not_be_read() {
        scene.stub()
                .fault(When.deleting(), Fault.answer(500).afterEffect())
                .fault(READING_THE_PACKAGE, Fault.html(200).after(1));

        assertThat(Scene.outcomes(prune()).get("1.0"))
                .startsWith("unknown: sent, and whether the package is gone can't be read: Fault 500 ");
        assertThat(scene.lastJournal().deletions()).hasSize(1);
    }

    @Test
    void row_22_is_refused_with_githubs_words() {
        scene.stub().fault(When.deleting(), Fault.answer(400, "{\"message\":\"Nobody expects this.\"}"));

        assertBoth(prune(), "refused: Nobody expects this.");
        assertThere();
    }

    @Test
    void row_28_is_refused_when_404_comes_of_a_missing_right() {
        scene.stub().accounts().right("octocat", Scene.REPOSITORY, Right.WRITE);

        assertBoth(
                prune(),
                "refused: GitHub answered HTTP 404, 'Package not found.', although the token can read the package."
                        + " It does so to anyone without the admin role on the repository acme/app.");
        assertThere();
    }

    @Test
    void is_already_gone_when_somebody_else_deleted_it() {
        scene.stub()
                .fault(When.deleting(), Fault.first(() -> scene.stub().state().deletePackage("acme", Scene.APP)));

        assertBoth(prune(), "already-gone");
    }

    @Test
    void is_retained_with_a_version_of_more_than_5000_downloads() {
        scene.stub().state().downloads("acme", Scene.APP, "1.0", 5001);

        assertBoth(
                prune(),
                "retained: Publicly visible packages with more than 5000 downloads cannot be deleted."
                        + " Contact GitHub support for further assistance.");
    }
}
