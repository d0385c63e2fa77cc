package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code <server>} whose {@code <configuration>} says for which API its token is. */
@MojoTest
class ApiOfServerTest extends MojoSetting {

    ApiOfServerTest(@TempDir Path folder) {
        super(folder);
        publish("acme/app", APP, 1);
        build.server("ghp", github.accounts().adminToken("octocat", "acme/app"), github.url())
                .deploys(build.project(), "ghp", "https://maven.pkg.github.com/acme/app");
    }

    @Test
    void is_asked_there(@InjectMojo(goal = "list-versions") ListVersionsMojo list) throws Exception {
        list.execute();

        assertThat(github.requests()).isNotEmpty();
        assertThat(report()).contains("\"apiUrl\": \"" + github.url() + "\"", "\"1.0\"");
    }
}
