package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reactor whose modules deploy to two servers: by chance, an id means a version of each of them. */
@MojoTest
class SeveralApisTest extends MojoSetting {

    private final StubGitHub server = StubGitHub.startServer();

    SeveralApisTest(@TempDir Path folder) {
        super(folder);
        build.server("one", github.accounts().adminToken("octocat", "acme/app"), github.url())
                .server("two", server.accounts().adminToken("octocat", "acme/app"), server.url())
                .deploys(build.project(), "one", github.registryUrl("acme", "app"))
                .deploys(build.module("lib"), "two", server.registryUrl("acme", "app"));
        github.state().publish("acme/app", APP, "2.0");
        server.state().publish("acme/app", LIB, "2.0");
        long id = github.state().publish("acme/app", APP, "1.0");
        assertThat(server.state().publish("acme/app", LIB, "1.0")).isEqualTo(id);
        build.typed("versionIds", String.valueOf(id));
    }

    /** Of a goal that has {@code versionIds}. */
    @Override
    @Provides
    MojoExecution execution() {
        return build.goal("delete-version");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private void assertRefused(Mojo mojo) {
        PackagesException refusal = refusal(mojo);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading versionIds failed.");
        assertThat(refusal.reason()).isEqualTo("The packages are at 2 APIs, but an id belongs to only one of them.");
        assertThat(refusal.remedy())
                .isEqualTo("Name the packages of one API with -Dghpackages.packages, or give names with"
                        + " -Dghpackages.versions. Nothing was changed.");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    void an_id_is_deleted_at_neither(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete) {
        assertRefused(delete);

        assertThat(github.deleted()).isEmpty();
        assertThat(server.deleted()).isEmpty();
    }

    @Test
    void an_id_is_restored_at_neither(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore) {
        github.state().delete("acme", APP, "1.0");
        server.state().delete("acme", LIB, "1.0");

        assertRefused(restore);

        assertThat(github.count(When.restoring())).isZero();
        assertThat(server.count(When.restoring())).isZero();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "packages", value = APP)
    void an_id_counts_where_the_packages_of_one_are_named(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        delete.execute();

        assertThat(github.deleted()).containsExactly("1.0");
        assertThat(server.requests()).isEmpty();
    }
}
