package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each execution may have rules for its own packages, which the command line would replace in all of them. */
@MojoTest
@MojoParameter(name = "keepReleases", value = "1")
@MojoParameter(name = "dryRun", value = "false")
@MojoParameter(name = "packages", value = "com.example:app")
class SeveralExecutionsTest extends TwoModuleSetting {

    SeveralExecutionsTest(@TempDir Path folder) {
        super(folder);
    }

    private void bind(PruneVersionsMojo mojo, String id) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "execution", build.bound("prune-versions", id));
    }

    @Test
    void packages_on_the_command_line_are_refused_for_two_executions(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo releases,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo snapshots)
            throws Exception {
        bind(releases, "releases");
        bind(snapshots, "snapshots");
        releases.execute();

        PackagesException refusal = refusal(snapshots);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading ghpackages.packages failed.");
        assertThat(refusal.reason())
                .isEqualTo(
                        "This build runs several executions of prune-versions (releases, snapshots), and packages on the"
                                + " command line would replace those of each.");
    }

    @Test
    void they_are_refused_before_the_first_of_two_ad_hoc_executions(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first) {
        build.request().setGoals(List.of("ghpackages:prune-versions@releases", "g:a:1.0:prune-versions@snapshots"));

        assertThat(refusal(first).tried()).isEqualTo("Reading ghpackages.packages failed.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void they_are_accepted_for_one_execution_in_two_modules(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inLib)
            throws Exception {
        MojoExtension.setVariableValueToObject(inLib, "project", lib);
        for (PruneVersionsMojo mojo : List.of(inApp, inLib)) {
            bind(mojo, "nightly");
            mojo.execute();
        }
        build.end();

        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).hasSize(3);
    }
}
