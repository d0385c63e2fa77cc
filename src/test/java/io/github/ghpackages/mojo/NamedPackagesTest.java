package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameter {@code packages}. */
@MojoTest
class NamedPackagesTest extends MojoSetting {

    NamedPackagesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
        publish("acme/app", "com.example:lib-core", 2);
        publish("acme/app", "com.example:lib-web", 2);
        publish("acme/app", "com.example.lib:other", 2);
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:lib-*")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_pattern_with_a_colon_means_the_packages_of_that_group(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0", "1.0");
        assertThat(github.state().active("acme", "com.example:lib-core")).containsExactly("1.1");
        assertThat(github.state().active("acme", "com.example:lib-web")).containsExactly("1.1");
        assertThat(report()).doesNotContain("com.example.app", "com.example.lib.other");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nix-*,com.example:app")
    void a_pattern_that_matches_no_package_is_said(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(report())
                .contains("\"The pattern com.example.nix-* of packages matched no package of acme.\"")
                .contains("com.example.app");
    }
}
