package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.build.BuildEnd;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 12.9: the goals of one build share what they know of an account, and their pace. */
@MojoTest
@MojoParameter(name = "packages", value = "com.example:*")
@MojoParameter(name = "keepReleases", value = "1")
class SharedConnectionsTest extends MojoSetting {

    SharedConnectionsTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
        publish("acme/app", LIB, 2);
    }

    private int listings() {
        return github.count(
                When.path("/orgs/acme/packages").and(request -> request.path().endsWith("/packages")));
    }

    private int lookups() {
        return github.count(
                request -> request.path().endsWith("/user") || request.path().contains("/users/"));
    }

    @Test
    void two_goals_of_a_build_ask_once_for_what_does_not_change(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        first.execute();
        int before = lookups();
        second.execute();

        assertThat(listings()).isEqualTo(1);
        assertThat(lookups()).isEqualTo(before);
        build.end();
        second.execute();
        assertThat(listings()).isEqualTo(2);
        assertThat(lookups()).isEqualTo(2 * before);
    }

    @Test
    void another_version_of_the_plugin_has_connections_of_its_own(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        BuildEnd.things(build.session(), "io.github.ghpackages.connections").put("1.0", "of another class loader");
        List<String> lines = new ArrayList<>();
        prune.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }
        });

        prune.execute();

        assertThat(lines)
                .contains("This build also uses another version of this plugin, so each has connections and a pace of"
                        + " its own.");
        assertThat(listings()).isEqualTo(1);
    }
}
