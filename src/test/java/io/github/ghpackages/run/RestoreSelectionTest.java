package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which versions are meant by names, ids and ages. */
class RestoreSelectionTest extends RunSetting {

    private final RestoreSelection selection = new RestoreSelection();
    private Instant now;

    @BeforeEach
    void publish() {
        scene.publish("1.0", "1.1", "2.0");
        scene.github().find(scene.app().owner(), scene.app().name());
        now = scene.github().serverTime();
    }

    private long delete(String version, Duration ago) {
        return scene.stub().state().delete("acme", Scene.APP, version, now.minus(ago));
    }

    private List<PackageVersion> byName(String... names) {
        return selection.byName(scene.app(), Selection.ofVersions(List.of(names)));
    }

    @Test
    void a_name_means_the_one_that_was_deleted_last() {
        delete("1.0", Duration.ofHours(3));
        scene.publish("1.0");
        long last = delete("1.0", Duration.ofHours(2));

        assertThat(byName("1.0")).extracting(PackageVersion::id).containsExactly(last);
    }

    @Test
    void of_equal_times_the_larger_id_was_deleted_last() {
        delete("1.0", Duration.ofHours(2));
        scene.publish("1.0");
        long last = delete("1.0", Duration.ofHours(2));

        assertThat(byName("1.0")).extracting(PackageVersion::id).containsExactly(last);
    }

    @Test
    void a_name_means_the_deleted_one_although_a_live_one_has_it_too() {
        long deleted = delete("1.0", Duration.ofHours(3));
        scene.publish("1.0");

        assertThat(byName("1.0")).extracting(PackageVersion::id).containsExactly(deleted);
    }

    @Test
    void a_name_means_the_live_one_when_the_deleted_one_can_not_come_back() {
        delete("1.0", Duration.ofDays(40));
        scene.publish("1.0");

        assertThat(byName("1.0")).extracting(PackageVersion::id).containsExactly(scene.id("1.0"));
    }

    @Test
    void a_pattern_means_deleted_ones_only() {
        delete("1.0", Duration.ofHours(3));
        delete("2.0", Duration.ofHours(3));

        assertThat(byName("1.*")).extracting(PackageVersion::name).containsExactly("1.0");
    }

    @Test
    void reports_the_names_that_no_package_has() {
        delete("1.0", Duration.ofHours(3));
        byName("1.0", "1.1", "7.0");

        assertThat(selection.namesNotFound(List.of("1.0", "1.1", "7.0"))).containsExactly("7.0");
    }

    @Test
    void an_id_means_one_version_live_or_deleted() {
        long deleted = delete("1.0", Duration.ofHours(3));
        long live = scene.id("2.0");

        assertThat(selection.byId(scene.app(), List.of(deleted, live, 7L)))
                .extracting(PackageVersion::name, PackageVersion::state)
                .containsExactly(tuple("1.0", PackageVersion.State.DELETED), tuple("2.0", PackageVersion.State.ACTIVE));
        assertThat(selection.idsNotFound(List.of(deleted, live, 7L))).containsExactly(7L);
    }

    @Test
    void an_age_means_what_was_deleted_within_it() {
        delete("1.0", Duration.ofMinutes(121));
        delete("1.1", Duration.ofMinutes(119));

        assertThat(selection.deletedSince(scene.app(), now.minus(Duration.ofHours(2))))
                .extracting(PackageVersion::name)
                .containsExactly("1.1");
        assertThat(selection.warnings()).isEmpty();
    }

    @Test
    void an_age_means_the_last_of_several_with_one_name() {
        long first = delete("1.0", Duration.ofMinutes(50));
        scene.publish("1.0");
        long last = delete("1.0", Duration.ofMinutes(40));

        assertThat(selection.deletedSince(scene.app(), now.minus(Duration.ofHours(2))))
                .extracting(PackageVersion::id)
                .containsExactly(last);
        assertThat(selection.warnings())
                .containsExactly("acme/com.example.app 1.0 (id " + first
                        + ") is not restored: a newer version with this name was deleted after it.");
    }

    @Test
    void an_age_does_not_mean_what_was_deleted_nobody_knows_when() {
        long deleted = delete("1.0", Duration.ofMinutes(5));
        scene.stub().fault(When.listing(), Fault.body(body -> body.replace("\"deleted_at\"", "\"other\"")));

        assertThat(selection.deletedSince(scene.app(), now.minus(Duration.ofHours(2))))
                .isEmpty();
        assertThat(selection.warnings())
                .containsExactly("GitHub does not report when acme/com.example.app 1.0 (id " + deleted
                        + ") was deleted, so deletedSince does not select it. Name it with versionIds.");
    }

    @Test
    void there_is_nothing_to_select_in_a_package_that_does_not_exist() {
        assertThat(selection.byName(scene.target("gone"), Selection.ofVersions(List.of("*"))))
                .isEmpty();
    }

    @Test
    void a_journal_serves_also_where_github_lists_no_deleted_versions() {
        scene.stub().accounts().user("hubot").repository("hubot/app");
        scene.stub().accounts().right("octocat", "hubot/app", io.github.ghpackages.stub.Right.ADMIN);
        for (String version : List.of("1.0", "2.0")) {
            scene.stub().state().publish("hubot/app", Scene.APP, version, now);
        }
        TargetPackage app = Scene.with(scene.app(), new Owner("hubot", Owner.Kind.USER), null);
        scene.prune(Scene.keepReleases(1), app);

        Journal journal = scene.lastJournal();
        List<PackageVersion> selected =
                selection.byJournal(app, journal.deletions(), Duration.ofMinutes(10), scene.after(journal));
        Restore restore = scene.restore();
        restore.restore(app, selected);

        assertThat(Scene.outcomes(restore)).containsExactly(entry("1.0", "restored"));
        assertThat(selection.warnings())
                .containsExactly("GitHub does not list the deleted versions of hubot/com.example.app for this"
                        + " token, so it is unknown which of them were restored and deleted again since. All are"
                        + " restored.");
    }
}
