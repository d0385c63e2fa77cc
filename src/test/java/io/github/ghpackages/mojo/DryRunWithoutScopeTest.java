package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run by a token that must not delete: green, with a warning that the live run will fail. */
@MojoTest
@MojoParameter(name = "serverId", value = "reader")
class DryRunWithoutScopeTest extends MojoSetting {

    private static final String WARNING = "A run that deletes would be refused (missing-scope): The token from server"
            + " 'reader' of settings.xml lacks the scope delete:packages for deleting. It has: read:packages, repo."
            + " Give the token (classic) the scopes read:packages and delete:packages, and repo as well for packages of"
            + " private repositories.";

    DryRunWithoutScopeTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.server("reader", "ghp_reader");
    }

    @BeforeEach
    void publish() {
        github.accounts().token("ghp_reader", "octocat", "repo", "read:packages");
        publish("acme/app", APP, 3);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    void a_prune_warns_once(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        build.module("lib");
        publish("acme/app", LIB, 3);

        prune.execute();

        assertThat(report()).containsOnlyOnce("\"" + WARNING + "\"").contains("\"toDelete\": 4");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "9")
    void a_prune_that_would_delete_nothing_today_warns_as_well(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(report()).contains("\"" + WARNING + "\"", "\"toDelete\": 0");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    void a_deletion_by_name_warns(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        delete.execute();

        assertThat(report()).contains("\"" + WARNING + "\"", "\"toDelete\": 1");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.*")
    void a_restore_by_pattern_warns(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        github.state().delete("acme", APP, "1.0");

        restore.execute();

        assertThat(report())
                .containsOnlyOnce("\"A run that restores would be refused (missing-scope): ")
                .contains("write:packages", "\"outcome\": \"planned\"");
    }

    @Test
    @MojoParameter(name = "serverId", value = "github")
    @MojoParameter(name = "keepReleases", value = "1")
    void a_token_with_the_scope_causes_no_warning(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(report()).contains("\"warnings\": []", "\"toDelete\": 2");
    }
}
