package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A package that was deleted whole comes back whole, or not at all. */
class PackageRestoreTest extends RunSetting {

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0");
    }

    private Scene.Done prune() {
        return scene.prune(Scene.DELETE_ALL, scene.app());
    }

    private Restore restored() {
        JournalEntry entry = scene.lastJournal().deletions().get(0);
        Restore restore = scene.restore();
        restore.restorePackage(scene.app(), entry.packageVersions(), entry.sentAt());
        return restore;
    }

    @Test
    void comes_back_whole() {
        prune();

        assertThat(Scene.outcomes(restored())).containsExactly(entry("com.example.app", "restored"));
        assertThat(scene.active()).containsExactly("2.0", "1.0");
        assertThat(scene.lastJournal().entries().get(0).version()).isNull();
    }

    @Test
    void comes_back_once() {
        prune();
        JournalEntry entry = scene.lastJournal().deletions().get(0);
        for (String outcome : List.of("restored", "already-active")) {
            Restore restore = scene.restore();
            restore.restorePackage(scene.app(), entry.packageVersions(), entry.sentAt());

            assertThat(Scene.outcomes(restore)).containsExactly(entry("com.example.app", outcome));
        }
        assertThat(scene.stub().count(When.restoring())).isEqualTo(1);
    }

    @Test
    void does_not_take_a_new_package_of_the_same_name_for_the_old_one() {
        prune();
        scene.publish("3.0");

        assertThat(Scene.outcomes(restored()))
                .containsExactly(entry(
                        "com.example.app",
                        "conflict: a new package with this name is in the way: the old one can't be restored until"
                                + " the new one is deleted"));
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void does_not_come_back_after_thirty_days() {
        scene.stub().advance(Duration.ofDays(-31));
        prune();
        scene.stub().advance(Duration.ofDays(31));
        scene.github().find(scene.app().owner(), scene.app().name());

        assertThat(Scene.outcomes(restored()).get("com.example.app"))
                .startsWith("expired: deleted ")
                .endsWith(", and GitHub keeps deleted versions for 30 days");
        assertThat(scene.stub().count(When.restoring())).isZero();
    }

    @Test
    void comes_back_when_the_answer_is_lost() {
        prune();
        scene.stub().fault(When.restoring(), Fault.reset().afterEffect());

        assertThat(Scene.outcomes(restored()))
                .containsExactly(entry("com.example.app", "restored: no answer came, and it is there"));
        assertThat(scene.active()).hasSize(2);
    }

    @Test
    void is_only_planned_to_come_back_in_a_preview() {
        prune();
        JournalEntry entry = scene.lastJournal().deletions().get(0);
        Restore preview = Restore.preview();

        preview.restorePackage(scene.app(), entry.packageVersions(), entry.sentAt());

        assertThat(Scene.outcomes(preview)).containsExactly(entry("com.example.app", "planned"));
        assertThat(scene.stub().state().exists("acme", Scene.APP)).isFalse();
    }
}
