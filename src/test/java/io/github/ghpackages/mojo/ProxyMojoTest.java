package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A settings.xml with a proxy for all hosts, where nobody answers. */
@MojoTest
class ProxyMojoTest extends MojoSetting {

    ProxyMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.proxy("127.0.0.1", 1);
    }

    @Test
    void this_machine_is_reached_without_it(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo)
            throws Exception {
        publish("acme/app", APP, 1);

        mojo.execute();

        assertThat(report()).contains("\"name\": \"1.0\"");
    }
}
