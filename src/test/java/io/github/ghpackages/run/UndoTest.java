package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal brings back what its run deleted; it leaves out only what was certainly deleted again since. */
class UndoTest extends RunSetting {

    private Duration longestWait = Duration.ofMinutes(10);
    private RestoreSelection selection = new RestoreSelection();

    @BeforeEach
    void publish() {
        scene.publish("1.0", "2.0", "3.0", "4.0");
    }

    private Journal pruned() {
        scene.prune(Scene.keepReleases(2), scene.app());
        return scene.lastJournal();
    }

    private Map<String, String> undo(Journal journal) {
        selection = new RestoreSelection();
        List<JournalEntry> deletions = new ArrayList<>(journal.deletions());
        deletions.addAll(journal.lateDeletions());
        List<PackageVersion> selected = selection.byJournal(scene.app(), deletions, longestWait, scene.after(journal));
        Restore restore = scene.restore();
        restore.restore(scene.app(), selected);
        return Scene.outcomes(restore);
    }

    private PackageVersion version(String name) {
        return scene.github().versions(scene.app().owner(), scene.app().name(), State.ACTIVE).stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A journal after a kill: the deletion was about to be sent, and its outcome is unknown. */
    private Journal killed(String... names) {
        JournalWriter writer = scene.journal("prune");
        for (String name : names) {
            writer.before(scene.app().ref(), version(name), "keepReleases", "old");
        }
        writer.close();
        return scene.lastJournal();
    }

    private long deleteLater(String name, Duration later) {
        scene.stub().advance(later);
        return scene.stub().state().delete("acme", Scene.APP, name);
    }

    private static String leftAlone(String name, long id, String why) {
        return "acme/com.example.app " + name + " (id " + id + ") " + why
                + ", so it is not restored. To restore it anyway, name it: -Dghpackages.versionIds=" + id;
    }

    /** In the words for a version whose restore is in the scene's journal with this number. */
    private String restoredBy(int journal) {
        return "was restored by a later run (" + folder.resolve("journal-" + journal + ".jsonl")
                + ") and deleted again after that";
    }

    /** The listing has other times of deletion than the header {@code Date} had: they come from another clock. */
    private void listingIsLaterBy(Duration difference) {
        scene.stub().fault(When.listing(), Fault.body(body -> later(body, difference)));
    }

    private static String later(String listing, Duration difference) {
        return Pattern.compile("(\"deleted_at\":\")([^\"]+)")
                .matcher(listing)
                .replaceAll(
                        found -> found.group(1) + Instant.parse(found.group(2)).plus(difference));
    }

    @Test
    void brings_back_what_was_deleted() {
        Journal journal = pruned();
        assertThat(scene.active()).containsExactly("4.0", "3.0");

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
        assertThat(scene.active()).containsExactly("4.0", "3.0", "2.0", "1.0");
        assertThat(selection.warnings()).isEmpty();
    }

    @Test
    void is_harmless_the_second_time() {
        Journal journal = pruned();
        undo(journal);

        assertThat(undo(journal)).containsOnly(entry("1.0", "already-active"), entry("2.0", "already-active"));
        assertThat(scene.stub().count(When.restoring())).isEqualTo(2);
    }

    @Test
    void does_not_bring_back_what_others_deleted() {
        scene.stub().state().delete("acme", Scene.APP, "3.0");

        Journal journal = pruned();

        assertThat(undo(journal)).containsOnlyKeys("1.0");
        assertThat(scene.active()).containsExactly("4.0", "2.0", "1.0");
    }

    @Test
    void does_not_bring_back_what_was_refused() {
        scene.stub()
                .fault(When.deleting().and(When.version(scene.id("1.0"))), Fault.answer(400, "{\"message\":\"No.\"}"));
        Journal journal = pruned();
        deleteLater("1.0", Duration.ZERO);

        assertThat(undo(journal)).containsOnlyKeys("2.0");
    }

    @Test
    void leaves_alone_what_was_restored_and_deleted_again_since() {
        Journal journal = pruned();
        undo(journal);
        long id = deleteLater("1.0", Duration.ofMinutes(1));

        assertThat(undo(journal)).containsExactly(entry("2.0", "already-active"));
        assertThat(selection.warnings()).containsExactly(leftAlone("1.0", id, restoredBy(1)));
    }

    @Test
    void goes_by_the_servers_clock_alone() {
        scene.stub().clock(Instant.parse("2031-05-05T05:05:05Z"));
        Journal journal = pruned();
        scene.stub().clock(Instant.parse("2031-05-05T05:06:00Z"));

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));

        scene.stub().clock(Instant.parse("2031-05-05T05:07:00Z"));
        long id = scene.stub().state().delete("acme", Scene.APP, "1.0");
        assertThat(undo(journal)).containsExactly(entry("2.0", "already-active"));
        assertThat(selection.warnings()).containsExactly(leftAlone("1.0", id, restoredBy(1)));
    }

    @Test
    void is_a_conflict_when_the_name_was_published_anew() {
        Journal journal = pruned();
        scene.publish("1.0");

        assertThat(undo(journal).get("1.0")).startsWith("conflict: ");
        assertThat(scene.stub().count(When.restoring())).isEqualTo(1);
    }

    @Test
    void is_expired_after_thirty_days() {
        scene.stub().advance(Duration.ofDays(-31));
        Journal journal = pruned();
        scene.stub().advance(Duration.ofDays(31));

        assertThat(undo(journal))
                .hasSize(2)
                .allSatisfy((name, outcome) -> assertThat(outcome).startsWith("expired: "));
    }

    @Test
    void is_expired_after_thirty_days_also_where_github_lists_it_no_more() {
        scene.stub().advance(Duration.ofDays(-31));
        Journal journal = pruned();
        scene.stub().advance(Duration.ofDays(31));
        scene.stub()
                .fault(
                        When.listing().and(request -> request.query().contains("state=deleted")),
                        Fault.answer(200, "[]"));

        assertThat(undo(journal))
                .hasSize(2)
                .allSatisfy((name, outcome) -> assertThat(outcome).startsWith("expired: "));
    }

    @Test
    void brings_back_what_a_killed_run_had_sent() {
        Journal journal = killed("1.0", "2.0");
        deleteLater("1.0", Duration.ofSeconds(3));

        assertThat(journal.complete()).isFalse();
        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "already-active"));
    }

    @Test
    void brings_back_what_a_killed_run_sent_after_it_had_waited_for_a_limit() {
        Journal journal = killed("1.0");
        deleteLater("1.0", Duration.ofMinutes(9));

        assertThat(undo(journal)).containsExactly(entry("1.0", "restored"));
    }

    @Test
    void brings_back_what_a_killed_run_sent_after_the_longest_wait_that_it_was_allowed() {
        longestWait = Duration.ofHours(1);
        Journal journal = killed("1.0");
        deleteLater("1.0", Duration.ofMinutes(40));

        assertThat(undo(journal)).containsExactly(entry("1.0", "restored"));
    }

    @Test
    void brings_back_what_had_failed_and_went_all_the_same_a_little_later() {
        scene.stub().fault(When.deleting().and(When.version(scene.id("1.0"))), Fault.answer(504));
        Journal journal = pruned();
        assertThat(scene.active()).containsExactly("4.0", "3.0", "1.0");
        deleteLater("1.0", Duration.ofSeconds(30));

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
    }

    @Test
    void does_not_speak_of_what_had_failed_and_is_there() {
        scene.stub().fault(When.deleting().and(When.version(scene.id("1.0"))), Fault.answer(504));

        assertThat(undo(pruned())).containsOnlyKeys("2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT11S", "-PT11S", "PT1H", "-PT1H", "PT23H", "P2D", "-P2D"})
    void brings_back_what_was_deleted_although_a_second_node_or_a_proxy_has_another_clock(Duration difference) {
        Journal journal = pruned();
        listingIsLaterBy(difference);

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
        assertThat(selection.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "P2D", "-P2D"})
    void brings_back_what_a_killed_run_had_sent_although_a_proxy_has_another_clock(Duration difference) {
        Journal journal = killed("1.0");
        deleteLater("1.0", Duration.ofSeconds(3));
        listingIsLaterBy(difference);

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"));
    }

    @Test
    void brings_back_in_doubt_what_somebody_restored_and_deleted_again_within_a_day() {
        Journal journal = pruned();
        scene.stub().state().restore("acme", Scene.APP, id("1.0"));
        deleteLater("1.0", Duration.ofHours(2));

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
    }

    @Test
    void leaves_out_what_was_deleted_again_more_than_a_day_later_by_a_clock_that_agrees_with_the_journals() {
        Journal journal = pruned();
        scene.stub().state().restore("acme", Scene.APP, id("1.0"));
        long id = deleteLater("1.0", Duration.ofHours(25));

        assertThat(undo(journal)).containsOnly(entry("2.0", "restored"));
        assertThat(selection.warnings())
                .singleElement()
                .asString()
                .startsWith("acme/com.example.app 1.0 (id " + id
                        + ") was restored and deleted again since this journal, at 20")
                .endsWith("Z, so it is not restored. To restore it anyway, name it: -Dghpackages.versionIds=" + id);
    }

    @Test
    void leaves_out_what_a_later_run_deleted_again_although_nobody_knows_who_restored_it() {
        Journal journal = pruned();
        scene.stub().state().restore("acme", Scene.APP, id("1.0"));
        scene.delete("1.0");

        assertThat(undo(journal)).containsOnly(entry("2.0", "restored"));
        assertThat(selection.warnings())
                .containsExactly(leftAlone(
                        "1.0",
                        id("1.0"),
                        "was deleted again by a later run (" + folder.resolve("journal-1.jsonl") + ")"));
    }

    @Test
    void does_not_take_a_stale_listing_for_another_deletion() {
        Journal journal = pruned();
        AtomicReference<String> stale = new AtomicReference<>("");
        Predicate<StubRequest> listingOfDeleted =
                When.listing().and(request -> request.query().contains("state=deleted"));
        scene.stub()
                .fault(
                        listingOfDeleted,
                        Fault.body(body -> {
                                    stale.set(body);
                                    return body;
                                })
                                .once());
        scene.stub().advance(Duration.ofMinutes(1));
        undo(journal);
        scene.stub().fault(listingOfDeleted, Fault.body(body -> stale.get()));

        assertThat(undo(journal)).containsOnly(entry("1.0", "already-active"), entry("2.0", "already-active"));
        assertThat(selection.warnings()).isEmpty();
    }

    @Test
    void does_not_take_a_stale_listing_by_another_clock_for_another_deletion() {
        Journal journal = pruned();
        AtomicReference<String> stale = new AtomicReference<>("");
        scene.stub()
                .fault(When.listing().and(request -> request.query().contains("state=deleted")), Fault.body(body -> {
                    stale.compareAndSet("", later(body, Duration.ofMinutes(5)));
                    return stale.get();
                }));
        scene.stub().advance(Duration.ofMinutes(1));
        undo(journal);

        assertThat(undo(journal)).containsOnly(entry("1.0", "already-active"), entry("2.0", "already-active"));
        assertThat(selection.warnings()).isEmpty();
    }

    /** Two runs at the same time: what the one restores, the other may still delete. */
    @Test
    void brings_back_what_a_run_deleted_after_a_run_that_began_later_had_restored_it() {
        PackageVersion one = version("1.0");
        JournalWriter prune = scene.journal("prune");
        prune.before(scene.app().ref(), version("2.0"), "keepReleases", "old");
        scene.stub().state().delete("acme", Scene.APP, "1.0");
        scene.stub().advance(Duration.ofMinutes(1));
        scene.restoreByName("1.0");
        deleteLater("1.0", Duration.ofMinutes(1));
        scene.github().find(scene.app().owner(), scene.app().name());
        prune.before(scene.app().ref(), one, "keepReleases", "old");
        prune.after(scene.app().ref(), one.id(), Result.of(Outcome.DELETED), 204, null);
        prune.close();

        assertThat(undo(JournalReader.read(prune.file()))).containsEntry("1.0", "restored");
    }

    /** The clock of one answer is wrong, as that of a proxy or a test system can be: it makes nothing too old to be restored. */
    @Test
    void is_not_expired_by_one_date_four_years_ahead() {
        Journal journal = pruned();
        scene.stub().fault(When.any(), Fault.none().header("Date", "Thu, 01 Aug 2030 00:00:00 GMT"));

        assertThat(undo(journal)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
    }

    private long id(String deleted) {
        return Scene.deletedVersions(scene.app()).stream()
                .filter(version -> version.name().equals(deleted))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void brings_back_in_doubt_what_was_deleted_long_after_a_killed_run() {
        Journal journal = killed("1.0");
        deleteLater("1.0", Duration.ofMinutes(20));

        assertThat(undo(journal)).containsExactly(entry("1.0", "restored"));
    }

    @Test
    void brings_back_in_doubt_what_was_gone_before_a_killed_run_came_to_it() {
        PackageVersion one = version("1.0");
        scene.stub().state().delete("acme", Scene.APP, "1.0");
        scene.stub().advance(Duration.ofMinutes(1));
        scene.github().find(scene.app().owner(), scene.app().name());
        JournalWriter writer = scene.journal("prune");
        writer.before(scene.app().ref(), one, "keepReleases", "old");
        writer.close();

        assertThat(undo(scene.lastJournal())).containsExactly(entry("1.0", "restored"));
    }

    @Test
    void brings_back_what_was_deleted_although_nobody_could_look_it_up() {
        scene.stub()
                .fault(When.deleting(), Fault.answer(500).afterEffect().once())
                .fault(When.version(scene.id("1.0")), Fault.html(200).once());
        Journal journal = pruned();

        assertThat(undo(journal)).containsEntry("1.0", "restored");
        assertThat(scene.active()).hasSize(4);
    }

    @Test
    void restores_of_two_runs_do_not_mix() {
        Journal first = pruned();
        undo(first);
        scene.stub().advance(Duration.ofMinutes(1));
        Journal second = pruned();

        assertThat(undo(first)).isEmpty();
        assertThat(selection.warnings()).hasSize(2);
        assertThat(undo(second)).containsOnly(entry("1.0", "restored"), entry("2.0", "restored"));
    }
}
