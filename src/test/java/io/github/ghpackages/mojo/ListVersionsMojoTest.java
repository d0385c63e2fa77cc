package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.stub.StubGitHub;
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
    private final GoalSession build = new GoalSession()
            .property("ghpackages.apiUrl", github.url())
            .property("ghpackages.owner", "acme")
            .property("ghpackages.outputFile", "report")
            .server("github", github.accounts().adminToken("octocat", "acme/app"));

    @TempDir
    private Path folder;

    @Provides
    MavenProject project() {
        return build.project();
    }

    @Provides
    MavenSession session() {
        return build.session(folder);
    }

    @Provides
    MojoExecution execution() {
        return build.execution("list-versions");
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

    private String report() throws IOException {
        return Files.readString(folder.resolve("report"));
    }
}
