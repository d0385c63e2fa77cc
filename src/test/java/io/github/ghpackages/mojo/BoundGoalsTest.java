package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import io.github.ghpackages.stub.When;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A goal that is bound to a phase in two modules, and works once, when the session ends. */
@MojoTest
class BoundGoalsTest extends TwoModuleSetting {

    BoundGoalsTest(@TempDir Path folder) {
        super(folder);
    }

    private void execute(String goal, AbstractPackagesMojo inApp, AbstractPackagesMojo inLib) throws Exception {
        MojoExtension.setVariableValueToObject(inLib, "project", lib);
        for (AbstractPackagesMojo mojo : List.of(inApp, inLib)) {
            MojoExtension.setVariableValueToObject(mojo, "execution", build.bound(goal, "nightly"));
            mojo.execute();
        }
        assertThat(github.requests()).as("before the end").isEmpty();
        build.end();
    }

    private void assertRefused(String difference) {
        List<Throwable> failures = build.session().getResult().getExceptions();
        assertThat(failures).hasSize(1);
        Throwable refusal = Objects.requireNonNull(failures.get(0).getCause()).getCause();
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        PackagesException.class, e -> assertThat(e.id()).isEqualTo(Id.INVALID_PARAMETER))
                .hasMessageContaining("Joining the modules of this build into one run failed.")
                .hasMessageContaining("They configure the same execution differently: " + difference + " for dryRun.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void modules_that_agree_are_pruned_in_one_run(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inLib)
            throws Exception {
        execute("prune-versions", inApp, inLib);

        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(versionsOf(APP)).containsExactly("1.2");
        assertThat(versionsOf(LIB)).containsExactly("1.2");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void nothing_is_deleted_where_a_property_makes_one_module_dry(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inLib)
            throws Exception {
        lib.getProperties().setProperty("ghpackages.dryRun", "true");

        execute("prune-versions", inApp, inLib);

        assertRefused("com.example:app:jar:3.0-SNAPSHOT says false, com.example:lib:jar:3.0-SNAPSHOT says true");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.*")
    void nothing_is_restored_where_its_pattern_makes_one_module_dry(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo inApp,
            @InjectMojo(goal = "restore-version") @MojoParameter(name = "dryRun", value = "false")
                    RestoreVersionMojo inLib)
            throws Exception {
        github.state().delete("acme", APP, "1.0");

        execute("restore-version", inApp, inLib);

        assertRefused("com.example:lib:jar:3.0-SNAPSHOT says false, com.example:app:jar:3.0-SNAPSHOT says nothing");
    }

    @Test
    void a_dry_run_makes_no_difference_to_a_goal_that_only_reads(
            @InjectMojo(goal = "list-versions") ListVersionsMojo inApp,
            @InjectMojo(goal = "list-versions") ListVersionsMojo inLib)
            throws Exception {
        lib.getProperties().setProperty("ghpackages.dryRun", "true");

        execute("list-versions", inApp, inLib);

        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(github.count(When.listing())).isEqualTo(2);
        assertThat(report()).contains("com.example.app", "com.example.lib");
    }

    @Test
    void an_override_is_logged_once_for_all_modules(
            @InjectMojo(goal = "list-versions") ListVersionsMojo inApp,
            @InjectMojo(goal = "list-versions") ListVersionsMojo inLib)
            throws Exception {
        build.configuration("<owner>other</owner>");
        List<String> lines = new ArrayList<>();
        for (AbstractPackagesMojo mojo : List.of(inApp, inLib)) {
            mojo.setLog(log(lines));
        }

        execute("list-versions", inApp, inLib);

        assertThat(lines).containsOnlyOnce("owner=acme (command line) overrides other (pom.xml).");
    }

    private static Log log(List<String> lines) {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }
        };
    }

    /** A build cache that has a module's result skips the goals that are bound there. */
    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void nothing_is_deleted_where_the_goal_ran_in_some_of_the_modules_alone(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp) throws Exception {
        MojoExtension.setVariableValueToObject(inApp, "execution", build.bound("prune-versions", "nightly"));
        inApp.execute();
        build.module("web");

        build.end();

        assertThat(github.deleted()).isEmpty();
        assertThat(report())
                .contains("These modules deploy, but did not run this goal in this build: com.example:lib,"
                        + " com.example:web. It is not bound or is skipped there, or a build cache had their"
                        + " results. So nothing is deleted. To delete from a part, name the packages.");
    }

    static List<Error> whatCanBeThrown() {
        return List.of(new StackOverflowError("deep"), new OutOfMemoryError("full"), new NoClassDefFoundError("gone"));
    }

    @ParameterizedTest
    @MethodSource("whatCanBeThrown")
    @MojoParameter(name = "keepReleases", value = "1")
    void an_error_at_the_end_fails_the_build_as_a_failure_of_the_goal(
            Error error,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inLib)
            throws Exception {
        inApp.setLog(logThatThrows(error));

        execute("prune-versions", inApp, inLib);

        assertThat(build.session().getResult().getExceptions()).singleElement().satisfies(failure -> {
            assertThat(failure).isInstanceOf(LifecycleExecutionException.class).hasRootCause(error);
            assertThat(failure.getCause())
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith("prune-versions ended unexpectedly: " + error);
        });
    }

    private static Log logThatThrows(Error error) {
        return (Log) Proxy.newProxyInstance(
                BoundGoalsTest.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, args) -> {
                    throw error;
                });
    }
}
