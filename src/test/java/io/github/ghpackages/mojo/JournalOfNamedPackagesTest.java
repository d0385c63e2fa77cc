package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import io.github.ghpackages.stub.When;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code packages} beside {@code journal}: a run is undone in part. */
@MojoTest
class JournalOfNamedPackagesTest extends TwoModuleSetting {

    private static final String JOURNAL = "undo.jsonl";

    /** Prunes for real, and of each package all but the newest release. */
    @Retention(RetentionPolicy.RUNTIME)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    private @interface KeepsTheNewest {}

    JournalOfNamedPackagesTest(@TempDir Path folder) {
        super(folder);
    }

    @Test
    void the_last_run_is_undone_in_the_packages_that_are_named_and_in_no_other(
            @InjectMojo(goal = "prune-versions") @KeepsTheNewest PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = "last")
                    @MojoParameter(name = "packages", value = LIB)
                    RestoreVersionMojo restore)
            throws Exception {
        prune.execute();

        restore.execute();

        assertThat(versionsOf(LIB)).containsExactly("1.2", "1.1", "1.0");
        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(report()).contains("\"warnings\": []").doesNotContain("com.example.app");
    }

    @Test
    void a_package_that_went_whole_comes_back_only_where_it_is_named(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "0")
                    @MojoParameter(name = "versions", value = "*")
                    @MojoParameter(name = "onLastVersion", value = "deletePackage")
                    @MojoParameter(name = "dryRun", value = "false")
                    @MojoParameter(name = "journal", value = JOURNAL)
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = JOURNAL)
                    @MojoParameter(name = "packages", value = "com.example:a*")
                    RestoreVersionMojo restore)
            throws Exception {
        prune.execute();

        restore.execute();

        assertThat(versionsOf(APP)).hasSize(3);
        assertThat(github.count(When.restoring())).isEqualTo(1);
    }

    @Test
    void a_name_that_the_journal_does_not_have_is_said(
            @InjectMojo(goal = "prune-versions") @KeepsTheNewest @MojoParameter(name = "journal", value = JOURNAL)
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = JOURNAL)
                    @MojoParameter(name = "packages", value = "com.example:lib,com.example:web")
                    RestoreVersionMojo restore)
            throws Exception {
        prune.execute();

        restore.execute();

        assertThat(versionsOf(LIB)).hasSize(3);
        assertThat(report()).contains("\"The journal has no deletions of com.example.web, which packages names.\"");
    }

    @Test
    void a_journal_that_has_none_of_the_names_restores_nothing_and_fails(
            @InjectMojo(goal = "prune-versions") @KeepsTheNewest @MojoParameter(name = "journal", value = JOURNAL)
                    PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version")
                    @MojoParameter(name = "journal", value = JOURNAL)
                    @MojoParameter(name = "packages", value = "com.example:web")
                    RestoreVersionMojo restore)
            throws Exception {
        prune.execute();

        PackagesException refusal = refusal(restore);

        assertThat(refusal.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(github.count(When.restoring())).isZero();
    }
}
