package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reactor whose modules deploy to registries of their own. */
@MojoTest
class SeveralOwnersTest extends MojoSetting {

    private final MavenProject lib;

    SeveralOwnersTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url());
        build.deploys(build.project(), "github", github.registryUrl("acme", "app"));
        lib = build.module("lib");
        publish("acme/app", APP, 5);
    }

    private void libIsOf(String owner) {
        build.deploys(lib, "github", github.registryUrl(owner, "app"));
        publish(owner.equals("other") ? "other/app" : "acme/app", LIB, 5);
    }

    private List<String> versionsOfApp() {
        return github.state().active("acme", APP);
    }

    private List<String> versionsOfLib() {
        return github.state().active("other", LIB);
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".m2/ghpackages"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("prune-"))
                    .toList();
        }
    }

    @Test
    void the_last_journal_undoes_a_run_for_all_its_owners(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "4")
                    @MojoParameter(name = "dryRun", value = "false")
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo restore)
            throws Exception {
        libIsOf("other");
        prune.execute();
        assertThat(github.deleted()).containsExactly("1.0", "1.0");
        assertThat(journals()).hasSize(2);

        restore.execute();

        assertThat(versionsOfApp()).contains("1.0");
        assertThat(versionsOfLib()).contains("1.0");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "4")
    @MojoParameter(name = "dryRun", value = "false")
    void the_report_says_how_to_undo_it_for_each_owner(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        libIsOf("other");
        build.typed("format", "table");

        prune.execute();

        assertThat(report().lines().filter(line -> line.startsWith("To undo it: ")))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(journals()).anyMatch(journal -> line.contains("journal=" + journal)));
    }

    @Test
    void the_last_journal_undoes_one_run_although_another_owner_has_an_older_one(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "4")
                    @MojoParameter(name = "dryRun", value = "false")
                    PruneVersionsMojo older,
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "packages", value = APP)
                    @MojoParameter(name = "keepReleases", value = "3")
                    @MojoParameter(name = "dryRun", value = "false")
                    PruneVersionsMojo newer,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "journal", value = "last")
                    RestoreVersionMojo restore)
            throws Exception {
        libIsOf("other");
        older.execute();
        github.advance(Duration.ofMinutes(1));
        newer.execute();
        assertThat(versionsOfApp()).containsExactly("1.4", "1.3", "1.2");

        restore.execute();

        assertThat(versionsOfApp()).containsExactly("1.4", "1.3", "1.2", "1.1");
        assertThat(versionsOfLib()).containsExactly("1.4", "1.3", "1.2", "1.1");
        assertThat(github.count(When.restoring())).isEqualTo(1);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "4")
    @MojoParameter(name = "dryRun", value = "false")
    void an_owner_of_two_modules_and_spellings_is_asked_for_once_and_has_one_journal(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        libIsOf("ACME");

        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0", "1.0");
        assertThat(github.count(When.path("/users/"))).isEqualTo(1);
        assertThat(journals()).hasSize(1);
    }
}
