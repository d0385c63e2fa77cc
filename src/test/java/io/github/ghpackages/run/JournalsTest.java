package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.StubGitHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsTest {

    private static final Map<String, PolicyValue> POLICY = Map.of("keepReleases", new PolicyValue("5", "pom.xml"));

    @TempDir
    private Path folder;

    private final StubGitHub stub = StubGitHub.start();
    private final URI api = URI.create(stub.url());
    private final HttpApi http = new HttpApi(QuickHttp.settings(
            api, new Token(stub.accounts().adminToken("octocat", "acme/app", "other/app"), "a test")));
    private final GitHubPackages github = new GitHubPackages(http);

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private Journals journals(@Nullable Path file) {
        return new Journals("prune", file, "1.2.3", POLICY, Map.of("where", "a test"));
    }

    private TargetPackage target(String owner, String artifact) {
        return new TargetPackage(
                github,
                new Owner(owner, Owner.Kind.ORGANIZATION),
                PackageName.maven("com.example", artifact),
                null,
                null,
                versions -> List.of(),
                null);
    }

    private void begin(JournalWriter journal, TargetPackage target) {
        stub.state().publish("acme/app", "com.example:app", "1.0");
        PackageVersion version = github.versions(
                        github.owner("acme"), PackageName.maven("com.example", "app"), State.ACTIVE)
                .get(0);
        journal.before(target.ref(), version, "keepReleases", "too old");
    }

    @Test
    void all_packages_of_an_owner_share_one_journal() {
        try (Journals journals = journals(folder.resolve("journal.jsonl"))) {
            assertThat(journals.of(target("acme", "app"))).isSameAs(journals.of(target("acme", "lib")));
        }
    }

    @Test
    void a_journal_says_what_run_it_is_of() {
        Path file = folder.resolve("journal.jsonl");
        TargetPackage app = target("acme", "app");
        try (Journals journals = journals(file)) {
            begin(journals.of(app), app);
            assertThat(journals.files()).containsExactly(file);
            journals.complete(Map.of(Outcome.UNKNOWN, 1));
        }

        Journal journal = JournalReader.read(file);
        assertThat(journal.complete()).isTrue();
        assertThat(journal.header().operation()).isEqualTo("prune");
        assertThat(journal.header().pluginVersion()).isEqualTo("1.2.3");
        assertThat(journal.header().account().login()).isEqualTo("acme");
        assertThat(journal.header().login()).isEqualTo("octocat");
        assertThat(journal.header().account().apiUrl()).isEqualTo(ApiUrl.of(api));
        assertThat(journal.header().policy()).isEqualTo(POLICY);
        assertThat(journal.header().where()).isNotEmpty();
    }

    @Test
    void a_run_that_sends_nothing_leaves_no_file() {
        try (Journals journals = journals(folder.resolve("journal.jsonl"))) {
            journals.of(target("acme", "app"));
            journals.complete(Map.of());
            assertThat(journals.files()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_existing_file_is_never_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), "mine");

        PackagesException refusal = catchThrowableOfType(PackagesException.class, () -> journals(file));

        assertThat(refusal.id()).isEqualTo(Id.JOURNAL_NOT_WRITABLE);
        assertThat(refusal.tried()).isEqualTo("Preparing the journal " + file + " failed.");
        assertThat(refusal.reason())
                .isEqualTo("The file exists, and a journal is never overwritten: it may be someone's only way to"
                        + " undo a run.");
        assertThat(refusal.remedy())
                .isEqualTo("Name a new file with -Dghpackages.journal, or leave it out. Nothing was changed.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void one_file_is_not_the_journal_of_two_owners() {
        try (Journals journals = journals(folder.resolve("journal.jsonl"))) {
            journals.of(target("acme", "app"));

            PackagesException refusal =
                    catchThrowableOfType(PackagesException.class, () -> journals.of(target("other", "app")));

            assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
            assertThat(refusal.tried()).isEqualTo("Opening a journal for other at " + api + " failed.");
            assertThat(refusal.reason()).isEqualTo("This run has several owners, but journal names only one file.");
            assertThat(refusal.remedy()).isEqualTo("Leave journal out: each owner then gets its own file.");
        }
    }

    @Test
    void each_owner_has_a_new_file_in_the_default_folder() {
        try (Journals journals = journals(null)) {
            JournalWriter first = journals.of(target("acme", "app"));
            JournalWriter second = journals.of(target("other", "app"));

            assertThat(first.file()).isNotEqualTo(second.file());
            assertThat(first.file().getParent()).isEqualTo(JournalReader.defaultDirectory());
            assertThat(first.file().getFileName().toString()).matches("prune-.*\\.jsonl");
        }
    }
}
