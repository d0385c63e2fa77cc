package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Nothing is deleted that is not in the journal; a restore does not depend on its own. */
class JournalledRunTest extends RunSetting {

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes the ids that the journal does not name when their request arrives. */
    private static Predicate<StubRequest> arrivesUnwritten(Path journal, String type, List<String> unwritten) {
        return request -> {
            String id = request.path().replaceAll(".*/versions/([0-9]+).*", "$1");
            boolean written = text(journal)
                    .lines()
                    .anyMatch(line ->
                            line.startsWith("{\"type\":\"" + type + "\"") && line.contains("\"id\":" + id + ","));
            if (!written) {
                unwritten.add(id);
            }
            return false;
        };
    }

    private Scene.Done prune(JournalWriter journal) {
        return scene.prune(Planner.by(Scene.keepReleases(1)), journal, scene.app());
    }

    @Test
    void has_each_deletion_on_the_disk_before_the_request_arrives() {
        scene.publishMany(30);
        List<String> unwritten = Collections.synchronizedList(new ArrayList<>());
        Path file = scene.journalFile();
        scene.stub().fault(When.deleting().and(arrivesUnwritten(file, "delete", unwritten)), Fault.none());

        prune(scene.journal("prune"));

        assertThat(scene.stub().deleted()).hasSize(29);
        assertThat(unwritten).isEmpty();
        assertThat(scene.lastJournal().entries()).hasSize(29).allSatisfy(written -> {
            assertThat(written.rule()).isEqualTo("keepReleases");
            assertThat(written.reason()).endsWith("of 30 releases (keepReleases=1)");
            assertThat(written.answeredAt()).isNotNull();
        });
    }

    @Test
    void has_each_restore_on_the_disk_before_the_request_arrives() {
        scene.publishMany(9);
        prune(scene.journal("prune"));
        List<String> unwritten = Collections.synchronizedList(new ArrayList<>());
        Path file = scene.journalFile();
        scene.stub().fault(When.restoring().and(arrivesUnwritten(file, "restore", unwritten)), Fault.none());

        List<PackageVersion> deleted = Scene.deletedVersions(scene.app());
        scene.restore().restore(scene.app(), deleted);

        assertThat(scene.active()).hasSize(9);
        assertThat(unwritten).isEmpty();
        assertThat(scene.lastJournal().entries()).hasSize(8);
    }

    @Test
    void sends_nothing_when_something_else_is_in_the_journals_place() throws IOException {
        scene.publishMany(3);
        Path directory = Files.createDirectory(folder.resolve("a-directory"));

        Scene.Done done = prune(scene.journal("prune", directory));

        assertThat(Scene.outcomes(done))
                .containsExactly(
                        entry("1.0", "not-attempted: It exists already, and is not overwritten."),
                        entry("1.1", "none"));
        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void sends_nothing_when_the_journals_folder_can_not_be_made() throws IOException {
        scene.publishMany(3);
        Path file = Files.writeString(folder.resolve("a-file"), "");

        Scene.Done done = prune(scene.journal("prune", file.resolve("journal.jsonl")));

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void sends_nothing_more_once_the_journal_fails_and_reports_what_was_really_sent() {
        scene.publishMany(30);
        JournalWriter journal = scene.journal("prune");
        scene.stub().fault(When.deleting(), Fault.first(journal::close).after(3).once());

        Scene.Done done = prune(journal);

        assertThat(done.stop()).extracting(PackagesException::id).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        List<String> deleted = scene.stub().deleted();
        assertThat(deleted).hasSizeBetween(4, 12);
        assertThat(Scene.outcomes(done)).hasSize(29).allSatisfy((name, outcome) -> {
            if (deleted.contains(name)) {
                assertThat(outcome).isEqualTo("deleted");
            } else {
                assertThat(outcome).matches("none|not-attempted.*");
            }
        });
        assertThat(scene.journalledDeletions()).containsAll(deleted);
    }

    @Test
    void opens_every_journal_before_the_first_deletion() {
        scene.publishMany(3);
        scene.publishIn("com.example:lib", "1.0", "2.0");
        PackagesException refused = new PackagesException(Id.INVALID_PARAMETER, "Opening.", "several owners", "fix it");
        JournalWriter journal = scene.journal("prune");

        Prune prune = new Prune(
                List.of(scene.app(), scene.target("lib")),
                Planner.by(Scene.keepReleases(1)),
                true,
                false,
                TimeLimit.none(),
                () -> {});

        assertThat(catchThrowable(() -> Scene.carryOut(
                        prune,
                        target -> {
                            if (target.name().value().endsWith("lib")) {
                                throw refused;
                            }
                            return journal;
                        },
                        new RunListener() {})))
                .isSameAs(refused);
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    @Test
    void restores_although_the_journal_of_the_restore_can_not_be_written() throws IOException {
        scene.publishMany(3);
        prune(scene.journal("prune"));
        JournalWriter journal =
                scene.journal(JournalHeader.RESTORE, Files.createDirectory(folder.resolve("a-directory")));
        Restore restore = Restore.forReal(target -> journal, () -> {});

        restore.restore(scene.app(), Scene.deletedVersions(scene.app()));

        assertThat(Scene.outcomes(restore)).containsExactly(entry("1.1", "restored"), entry("1.0", "restored"));
        assertThat(restore.stop()).isNull();
        assertThat(journal.failure())
                .get()
                .extracting(PackagesException::reason)
                .isEqualTo("It exists already, and is not overwritten.");
    }

    @Test
    void restores_a_whole_package_although_the_journal_of_the_restore_can_not_be_written() throws IOException {
        scene.publishMany(3);
        scene.prune(Scene.DELETE_ALL, scene.app());
        JournalWriter journal =
                scene.journal(JournalHeader.RESTORE, Files.createDirectory(folder.resolve("a-directory")));
        Restore restore = Restore.forReal(target -> journal, () -> {});

        restore.restorePackage(scene.app(), List.of(), scene.github().serverTime());

        assertThat(Scene.outcomes(restore)).containsExactly(entry("com.example.app", "restored"));
    }

    @Test
    void goes_on_with_a_restore_whose_journal_fails_in_the_middle() {
        scene.publishMany(3);
        prune(scene.journal("prune"));
        JournalWriter journal = scene.journal(JournalHeader.RESTORE);
        scene.stub().fault(When.restoring(), Fault.first(journal::close));
        Restore restore = Restore.forReal(target -> journal, () -> {});

        restore.restore(scene.app(), Scene.deletedVersions(scene.app()));

        assertThat(Scene.outcomes(restore)).containsExactly(entry("1.1", "restored"), entry("1.0", "restored"));
        assertThat(scene.active()).containsExactly("1.2", "1.1", "1.0");
    }
}
