package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.API;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what {@code journal=last} means. */
class NewestJournalTest {

    private static final URI OTHER_API = URI.create("https://ghe.example.com/api/v3");

    @TempDir
    Path folder;

    @Test
    void there_is_none_where_there_is_no_folder() {
        assertThat(JournalHistory.of(folder.resolve("no")).newest(API, "acme")).isEmpty();
    }

    @Test
    void the_time_in_the_name_decides() {
        journal("prune-999-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        var newest = journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        journal("prune-998-z.jsonl", "prune", API, "acme", Outcome.DELETED);
        assertThat(newest(API, "acme")).contains(newest);
    }

    @Test
    void a_delete_counts_and_a_restore_does_not() {
        var deletion = journal("delete-1000-a.jsonl", "delete", API, "acme", Outcome.DELETED);
        journal("restore-2000-a.jsonl", "restore", API, "acme", Outcome.RESTORED);
        assertThat(newest(API, "acme")).contains(deletion);
    }

    @Test
    void a_run_that_deleted_nothing_does_not_count() {
        var deletion = journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.UNKNOWN);
        journal("prune-2000-a.jsonl", "prune", API, "acme", Outcome.REFUSED);
        journal("prune-3000-a.jsonl", "prune", API, "acme", Outcome.ALREADY_GONE);
        assertThat(newest(API, "acme")).contains(deletion);
    }

    @Test
    void a_run_whose_deletions_failed_counts_since_they_may_have_taken_effect_later() {
        journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        var failed = journal("prune-2000-a.jsonl", "prune", API, "acme", Outcome.FAILED);
        assertThat(newest(API, "acme")).contains(failed);
    }

    @Test
    void journals_of_other_owners_and_apis_do_not_count() {
        var mine = journal("prune-1000-a.jsonl", "prune", URI.create(API + "/"), "Acme", Outcome.DELETED);
        journal("prune-2000-a.jsonl", "prune", API, "umbrella", Outcome.DELETED);
        journal("prune-3000-a.jsonl", "prune", OTHER_API, "acme", Outcome.DELETED);
        assertThat(newest(API, "acme")).contains(mine);
        assertThat(newest(API, "nobody")).isEmpty();
    }

    @Test
    void other_files_do_not_count() throws IOException {
        Files.writeString(folder.resolve("prune-1-a.jsonl.bak"), "x");
        Files.writeString(folder.resolve("prune-x-a.jsonl"), "x");
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(newest(API, "acme")).isEmpty();
    }

    @Test
    void a_run_that_was_killed_before_it_sent_anything_does_not_count() throws IOException {
        var deletion = journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        Files.writeString(folder.resolve("prune-2000-a.jsonl"), "");
        Files.writeString(folder.resolve("prune-3000-a.jsonl"), "{\"type\":\"hea");
        Files.writeString(folder.resolve("prune-4000-a.jsonl"), JournalFormat.header(header("prune")));
        assertThat(newest(API, "acme")).contains(deletion);
    }

    @Test
    void an_older_one_does_not_stand_in_for_a_newer_one_that_can_not_be_read() throws IOException {
        journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        var broken = folder.resolve("prune-2000-a.jsonl");
        Files.writeString(broken, JournalFormat.header(header("prune")) + "?\n");
        assertThatThrownBy(() -> newest(API, "acme"))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("Reading the journal " + broken + " failed.")
                .hasMessageContaining("Line 2");
    }

    @Test
    void one_of_another_owner_may_be_unreadable() throws IOException {
        var mine = journal("prune-1000-a.jsonl", "prune", API, "acme", Outcome.DELETED);
        var broken = folder.resolve("prune-2000-a.jsonl");
        Files.writeString(broken, JournalFormat.header(header("prune", API, "umbrella")) + "?\n");
        assertThat(newest(API, "acme")).contains(mine);
    }

    @Test
    void new_names_are_found_again_and_differ() {
        var name = JournalReader.newFileName("prune", NOW);
        assertThat(name)
                .matches("prune-1795428930000-[0-9a-z]+\\.jsonl")
                .isNotEqualTo(JournalReader.newFileName("prune", NOW));
        var file = journal(name, "prune", API, "acme", Outcome.DELETED);
        assertThat(newest(API, "acme")).contains(file);
    }

    @Test
    void journals_stand_beside_mavens_settings() {
        assertThat(JournalReader.defaultDirectory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".m2", "ghpackages"));
    }

    private Optional<Path> newest(URI apiUrl, String owner) {
        return JournalHistory.of(folder)
                .newest(apiUrl, owner)
                .map(found -> found.journal().file());
    }

    private Path journal(String name, String operation, URI apiUrl, String owner, Outcome outcome) {
        var file = folder.resolve(name);
        var ref = new PackageRef(apiUrl, owner, PackageName.maven("com.example", "app"));
        try (var journal = new JournalWriter(file, header(operation, apiUrl, owner))) {
            journal.before(ref, version(7, "1.0"), "keepReleases", "too many");
            journal.after(ref, 7, Result.of(outcome), 0, null);
        }
        return file;
    }
}
