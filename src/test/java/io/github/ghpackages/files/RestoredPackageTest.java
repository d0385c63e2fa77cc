package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.ACME;
import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds from which journals in the default folder an undo learns that a package, deleted whole, was restored since. */
class RestoredPackageTest {

    private static final Account UMBRELLA = new Account(ApiUrl.GITHUB, "umbrella");
    private static final Account ELSEWHERE =
            new Account(ApiUrl.of(URI.create("https://ghe.example.com/api/v3")), "acme");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private Journal undone;

    @BeforeEach
    void deletePackage() {
        var file = folder.resolve("prune-1000-a.jsonl");
        try (var journal = new JournalWriter(file, header("prune"), () -> NOW, null)) {
            journal.beforePackage(APP, "it would be empty", List.of(version(7, "1.0")));
            journal.afterPackage(APP, Result.of(Outcome.DELETED), 204, null);
        }
        undone = JournalReader.read(file);
    }

    @Test
    void one_that_was_restored_later_is_restored() {
        restores("restore-2000-a.jsonl", APP, LATER, Outcome.RESTORED);
        assertThat(isRestored()).isTrue();
    }

    @Test
    void it_is_the_same_with_a_slash_behind_the_api_and_the_owner_in_upper_case() throws IOException {
        restores("restore-2000-a.jsonl", APP, LATER, Outcome.RESTORED);
        var file = folder.resolve("restore-2000-a.jsonl");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("https://api.github.com", "https://api.github.com/")
                        .replace("\"acme\"", "\"ACME\""));
        assertThat(isRestored()).isTrue();
    }

    @Test
    void restores_of_others_do_not_count() {
        restores("restore-2000-a.jsonl", ref(UMBRELLA, "app"), LATER, Outcome.RESTORED);
        restores("restore-3000-a.jsonl", ref(ELSEWHERE, "app"), LATER, Outcome.RESTORED);
        restores("restore-4000-a.jsonl", ref(ACME, "lib"), LATER, Outcome.RESTORED);
        assertThat(isRestored()).isFalse();
    }

    @Test
    void a_restore_before_the_deletion_or_one_that_failed_does_not_count() {
        restores("restore-500-a.jsonl", APP, NOW.minusSeconds(1), Outcome.RESTORED);
        restores("restore-2000-a.jsonl", APP, LATER, Outcome.REFUSED);
        assertThat(isRestored()).isFalse();
    }

    @Test
    void the_restore_of_one_version_is_none_of_the_package() {
        try (var journal = new JournalWriter(
                folder.resolve("restore-2000-a.jsonl"), header("restore", ACME, "run-2"), () -> LATER, null)) {
            journal.before(APP, version(7, "1.0"), "", "asked for");
            journal.after(APP, 7, Result.of(Outcome.RESTORED), 204, null);
        }
        assertThat(isRestored()).isFalse();
    }

    @Test
    void one_of_the_same_owner_that_can_not_be_read_proves_nothing_and_is_said() throws IOException {
        var broken = folder.resolve("restore-2000-a.jsonl");
        Files.writeString(broken, JournalFormat.header(header("restore", ACME, "run-2")) + "?\n");
        assertThat(isRestored()).isFalse();
        assertThat(LaterRuns.than(undone, folder).warnings())
                .containsExactly("Reading the journal " + broken
                        + " failed. Line 2 is not a line of a journal: it is not JSON."
                        + " So it is unknown whether that run restored or deleted anything again.");
    }

    @Test
    void one_of_another_owner_may_be_unreadable_and_one_of_a_killed_run_empty() throws IOException {
        Files.writeString(
                folder.resolve("restore-2000-a.jsonl"), JournalFormat.header(header("restore", UMBRELLA)) + "?\n");
        Files.writeString(folder.resolve("restore-3000-a.jsonl"), "");
        assertThat(isRestored()).isFalse();
    }

    private boolean isRestored() {
        return LaterRuns.than(undone, folder).of(undone.entries().get(0)).isPresent();
    }

    private void restores(String name, PackageRef ref, Instant when, Outcome outcome) {
        var header = header("restore", ref.account(), name);
        try (var journal = new JournalWriter(folder.resolve(name), header, () -> when, null)) {
            journal.beforePackage(ref, "asked for", List.of(version(7, "1.0")));
            journal.afterPackage(ref, Result.of(outcome), 204, null);
        }
    }

    private static PackageRef ref(Account account, String artifactId) {
        return new PackageRef(account, PackageName.maven("com.example", artifactId));
    }
}
