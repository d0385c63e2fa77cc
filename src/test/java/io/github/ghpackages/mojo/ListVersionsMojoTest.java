package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ListVersionsMojoTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final StubGitHub github = StubGitHub.start();
    private final Path folder;
    private final Build build;

    ListVersionsMojoTest(@TempDir Path folder) {
        this.folder = folder;
        build = new Build(folder)
                .typed("apiUrl", github.url())
                .typed("owner", "acme")
                .typed("outputFile", "report")
                .server("github", github.accounts().adminToken("octocat", "acme/app"));
    }

    @Provides
    MavenProject project() {
        return build.project();
    }

    @Provides
    MavenSession session() {
        return build.session();
    }

    @Provides
    MojoExecution execution() {
        return build.goal("list-versions");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void lists_the_versions_of_the_project(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) throws Exception {
        github.state().publish("acme/app", "com.example:app", 3, i -> "1." + i, DAY, Duration.ofDays(1));

        mojo.execute();

        assertThat(report()).containsSubsequence("1.2", "1.1", "1.0");
    }

    @Test
    @MojoParameter(name = "format", value = "xml")
    void refuses_a_format_that_it_does_not_know(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("format")
                .hasMessageContaining("xml");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "state", value = "all")
    @MojoParameter(name = "format", value = "json")
    @MojoParameter(name = "versions", value = "1.*,3.*")
    void lists_active_and_deleted_versions_as_json(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo)
            throws Exception {
        github.clock(DAY.plus(Duration.ofDays(40)));
        github.state().publish("acme/app", "com.example:app", 3, i -> (i + 1) + ".0", DAY, Duration.ofDays(1));
        github.state().delete("acme", "com.example:app", "1.0", DAY.plus(Duration.ofDays(30)));

        mojo.execute();

        assertThat(report())
                .contains("\"name\": \"3.0\"", "\"name\": \"1.0\"", "\"restorableUntil\": \"2026-03-02T00:00:00Z\"")
                .doesNotContain("\"name\": \"2.0\"");
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "skip", value = "true")
    void does_nothing_when_skipped(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) throws Exception {
        mojo.execute();

        assertThat(github.requests()).isEmpty();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("report"));
    }
}
