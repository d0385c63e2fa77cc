package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.ACME;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what {@code journal=last} means. */
class NewestJournalTest {

    private static final Account UMBRELLA = new Account(ApiUrl.GITHUB, "umbrella");
    private static final Account ELSEWHERE =
            new Account(ApiUrl.of(URI.create("https://ghe.example.com/api/v3")), "acme");

    @TempDir
    Path folder;

    @Test
    void there_is_none_where_there_is_no_folder() {
        assertThat(JournalHistory.of(folder.resolve("no")).newest(ACME)).isEmpty();
    }

    @Test
    void the_time_in_the_name_decides() {
        journal("prune-999-a.jsonl", "prune", ACME, Outcome.DELETED);
        var newest = journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        journal("prune-998-z.jsonl", "prune", ACME, Outcome.DELETED);
        assertThat(newest(ACME)).contains(newest);
    }

    @Test
    void a_delete_counts_and_a_restore_does_not() {
        var deletion = journal("delete-1000-a.jsonl", "delete", ACME, Outcome.DELETED);
        journal("restore-2000-a.jsonl", "restore", ACME, Outcome.RESTORED);
        assertThat(newest(ACME)).contains(deletion);
    }

    @Test
    void a_run_that_deleted_nothing_does_not_count() {
        var deletion = journal("prune-1000-a.jsonl", "prune", ACME, Outcome.UNKNOWN);
        journal("prune-2000-a.jsonl", "prune", ACME, Outcome.REFUSED);
        journal("prune-3000-a.jsonl", "prune", ACME, Outcome.ALREADY_GONE);
        assertThat(newest(ACME)).contains(deletion);
    }

    @Test
    void a_run_whose_deletions_failed_counts_since_they_may_have_taken_effect_later() {
        journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        var failed = journal("prune-2000-a.jsonl", "prune", ACME, Outcome.FAILED);
        assertThat(newest(ACME)).contains(failed);
    }

    @Test
    void journals_of_other_owners_and_apis_do_not_count() throws IOException {
        var mine = journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        Files.writeString(
                mine,
                Files.readString(mine)
                        .replace("https://api.github.com", "https://api.github.com/")
                        .replace("\"acme\"", "\"Acme\""));
        journal("prune-2000-a.jsonl", "prune", UMBRELLA, Outcome.DELETED);
        journal("prune-3000-a.jsonl", "prune", ELSEWHERE, Outcome.DELETED);
        assertThat(newest(ACME)).contains(mine);
        assertThat(newest(new Account(ApiUrl.GITHUB, "nobody"))).isEmpty();
    }

    @Test
    void other_files_do_not_count() throws IOException {
        Files.writeString(folder.resolve("prune-1-a.jsonl.bak"), "x");
        Files.writeString(folder.resolve("prune-x-a.jsonl"), "x");
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(newest(ACME)).isEmpty();
    }

    @Test
    void a_run_that_was_killed_before_it_sent_anything_does_not_count() throws IOException {
        var deletion = journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        Files.writeString(folder.resolve("prune-2000-a.jsonl"), "");
        Files.writeString(folder.resolve("prune-3000-a.jsonl"), "{\"type\":\"hea");
        Files.writeString(folder.resolve("prune-4000-a.jsonl"), JournalFormat.header(header("prune")));
        assertThat(newest(ACME)).contains(deletion);
    }

    @Test
    void an_older_one_does_not_stand_in_for_a_newer_one_that_can_not_be_read() throws IOException {
        journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        var broken = folder.resolve("prune-2000-a.jsonl");
        Files.writeString(broken, JournalFormat.header(header("prune")) + "?\n");
        assertThatThrownBy(() -> newest(ACME))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("Reading the journal " + broken + " failed.")
                .hasMessageContaining("Line 2");
    }

    @Test
    void one_of_another_owner_may_be_unreadable() throws IOException {
        var mine = journal("prune-1000-a.jsonl", "prune", ACME, Outcome.DELETED);
        var broken = folder.resolve("prune-2000-a.jsonl");
        Files.writeString(broken, JournalFormat.header(header("prune", UMBRELLA)) + "?\n");
        assertThat(newest(ACME)).contains(mine);
    }

    @Test
    void new_names_are_found_again_and_differ() {
        var name = JournalReader.newFileName("prune", NOW);
        assertThat(name)
                .matches("prune-1795428930000-[0-9a-z]+\\.jsonl")
                .isNotEqualTo(JournalReader.newFileName("prune", NOW));
        var file = journal(name, "prune", ACME, Outcome.DELETED);
        assertThat(newest(ACME)).contains(file);
    }

    @Test
    void journals_stand_beside_mavens_settings() {
        assertThat(JournalReader.defaultDirectory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".m2", "ghpackages"));
    }

    private Optional<Path> newest(Account account) {
        return JournalHistory.of(folder)
                .newest(account)
                .map(found -> found.journal().file());
    }

    private Path journal(String name, String operation, Account account, Outcome outcome) {
        var file = folder.resolve(name);
        var ref = new PackageRef(account, PackageName.maven("com.example", "app"));
        try (var journal = new JournalWriter(file, header(operation, account), InstantSource.system(), null)) {
            journal.before(ref, version(7, "1.0"), "keepReleases", "too many");
            journal.after(ref, 7, Result.of(outcome), 0, null);
        }
        return file;
    }
}
