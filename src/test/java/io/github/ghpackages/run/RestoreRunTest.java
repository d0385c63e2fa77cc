package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one outcome means for the restores after it, and what must be right before the first. */
class RestoreRunTest extends RunSetting {

    private long deletedId;

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0");
        deletedId = scene.stub().state().delete("acme", Scene.APP, "1.0");
    }

    @Test
    void a_listener_hears_how_many_are_sent_and_of_each_that_is_done() {
        scene.stub().state().delete("acme", Scene.APP, "2.0");
        List<Integer> heard = new ArrayList<>();
        Restore restore = scene.restore().followedBy(new RunListener() {
            @Override
            public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
                heard.add(requests);
            }

            @Override
            public void progress(int more) {
                heard.add(more);
            }
        });
        List<PackageVersion> deleted = Scene.deletedVersions(scene.app());
        restore.restore(scene.app(), deleted);

        assertThat(heard).containsExactly(2, 1, 1);
    }

    @Test
    void one_refusal_does_not_stop_the_others() {
        long two = scene.stub().state().delete("acme", Scene.APP, "2.0");
        scene.stub().fault(When.restoring().and(When.version(two)), Fault.answer(400, "{\"message\":\"No.\"}"));

        assertThat(Scene.outcomes(scene.restoreByName("1.0", "2.0")))
                .containsOnly(entry("2.0", "refused: No."), entry("1.0", "restored"));
    }

    @Test
    void a_rejected_token_stops_the_run_and_keeps_what_is_known() {
        scene.stub().state().delete("acme", Scene.APP, "2.0");
        scene.publishIn("com.example:lib", "1.0", "2.0");
        scene.stub().state().delete("acme", "com.example:lib", "1.0");
        List<PackageVersion> ofApp = Scene.deletedVersions(scene.app());
        List<PackageVersion> ofLib = Scene.deletedVersions(scene.target("lib"));
        scene.stub()
                .fault(
                        When.restoring(),
                        Fault.first(() -> scene.stub().accounts().revoke(scene.token()))
                                .after(1));

        Restore restore = scene.restore();
        restore.restore(scene.app(), ofApp);
        restore.restore(scene.target("lib"), ofLib);

        assertThat(restore.results().stream()
                        .map(restored -> restored.result().outcome().toString()))
                .containsExactly("restored", "refused", "not-attempted");
        assertThat(restore.stop()).extracting(PackagesException::id).isEqualTo(Id.TOKEN_REJECTED);
    }

    @Test
    void a_listing_that_fails_later_keeps_what_is_known() {
        scene.publishIn("com.example:lib", "1.0", "2.0");
        scene.stub().state().delete("acme", "com.example:lib", "1.0");
        List<PackageVersion> ofApp = Scene.deletedVersions(scene.app());
        List<PackageVersion> ofLib = Scene.deletedVersions(scene.target("lib"));
        scene.stub().fault(When.listing().and(When.path("com.example.lib")), Fault.html(200));

        Restore restore = scene.restore();
        restore.restore(scene.app(), ofApp);
        restore.restore(scene.target("lib"), ofLib);

        assertThat(restore.results().stream()
                        .map(restored -> restored.result().outcome().toString()))
                .containsExactly("restored", "not-attempted");
        assertThat(restore.stop()).extracting(PackagesException::id).isEqualTo(Id.UNEXPECTED_ANSWER);
    }

    @Test
    void stops_before_the_first_when_the_token_has_no_scope_for_it() {
        scene.stub().accounts().token("ghp_deleter", "octocat", "repo", "read:packages", "delete:packages");
        TargetPackage app = scene.app(scene.client(scene.settings("ghp_deleter")));

        Restore restore = scene.restore();
        restore.restore(app, Scene.deletedVersions(app));

        assertThat(restore.stop()).extracting(PackagesException::id).isEqualTo(Id.MISSING_SCOPE);
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void refuses_a_package_of_another_repository() {
        TargetPackage other = Scene.with(scene.app(), scene.app().owner(), "acme/other");
        List<PackageVersion> selected = Scene.deletedVersions(scene.app());

        Restore restore = scene.restore();
        restore.restore(other, selected);

        assertThat(restore.stop()).extracting(PackagesException::id).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void asks_for_nothing_in_a_package_that_is_not_there() {
        List<PackageVersion> selected = Scene.deletedVersions(scene.app());
        scene.stub().state().deletePackage("acme", Scene.APP);

        Restore restore = scene.restore();
        restore.restore(scene.app(), selected);

        assertThat(Scene.outcomes(restore))
                .containsExactly(entry(
                        "1.0",
                        "failed: its package does not exist, or this token can't see it; one that was deleted whole is"
                                + " restored from a journal"));
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void a_preview_says_the_same_and_changes_nothing() {
        long first = deletedId;
        scene.publish("1.0");
        scene.stub()
                .state()
                .delete("acme", Scene.APP, "1.0", scene.github().serverTime().plusSeconds(60));
        scene.stub().state().delete("acme", Scene.APP, "2.0");

        Restore preview = Restore.preview();
        preview.restore(scene.app(), Scene.deletedVersions(scene.app()));

        assertThat(Scene.outcomes(preview)).containsOnlyKeys("1.0", "2.0").containsEntry("2.0", "planned");
        assertThat(Scene.outcomes(preview).get("1.0")).startsWith("planned | conflict: ");
        assertThat(preview.results().get(0).id()).isNotEqualTo(first);
        assertThat(scene.stub().events()).extracting(Event::what).doesNotContain(Event.What.RESTORED);
    }
}
