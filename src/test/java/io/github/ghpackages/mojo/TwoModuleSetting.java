package io.github.ghpackages.mojo;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of a reactor of one owner share: two modules, each with the releases 1.0, 1.1 and 1.2. */
abstract class TwoModuleSetting extends MojoSetting {

    final MavenProject lib = build.module("lib");

    TwoModuleSetting(Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 3);
        publish("acme/app", LIB, 3);
    }

    List<String> versionsOf(String packageName) {
        return github.state().active("acme", packageName);
    }
}
