package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.MojoSetting.TwoModuleSetting;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn deploy -Dmaven.deploy.skip=true}: a goal that is bound has no package to work on, and the build goes on. */
@MojoTest
class NothingToManageTest extends TwoModuleSetting {

    private final List<String> said = new ArrayList<>();

    NothingToManageTest(@TempDir Path folder) {
        super(folder);
        build.request().getUserProperties().setProperty("maven.deploy.skip", "true");
    }

    private void executeBound(String goal, AbstractPackagesMojo... inModules) throws Exception {
        List<MavenProject> modules = List.of(build.project(), lib);
        for (int i = 0; i < inModules.length; i++) {
            MojoExtension.setVariableValueToObject(inModules[i], "project", modules.get(i));
            MojoExtension.setVariableValueToObject(inModules[i], "execution", build.bound(goal, "nightly"));
            inModules[i].setLog(log());
            inModules[i].execute();
        }
        build.end();
    }

    private Log log() {
        return (Log) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, args) -> {
                    if (args != null) {
                        said.add(method.getName() + ": " + args[0]);
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                });
    }

    private void assertIdle(String goal) {
        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(said)
                .containsExactly("info: " + goal + " has nothing to do: no module that runs it in this build deploys.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_bound_prune_says_so_in_one_line(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inLib)
            throws Exception {
        executeBoundWithoutReport("prune-versions", inApp, inLib);

        assertIdle("prune-versions");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "dryRun", value = "false")
    void so_does_a_bound_deletion(@InjectMojo(goal = "delete-version") DeleteVersionMojo inApp) throws Exception {
        executeBoundWithoutReport("delete-version", inApp);

        assertIdle("delete-version");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "dryRun", value = "false")
    void so_does_a_bound_deletion_in_a_part_of_the_reactor(@InjectMojo(goal = "delete-version") DeleteVersionMojo inApp)
            throws Exception {
        build.session().setProjects(List.of(build.project()));

        executeBoundWithoutReport("delete-version", inApp);

        assertIdle("delete-version");
    }

    @Test
    void so_does_a_bound_list(@InjectMojo(goal = "list-versions") ListVersionsMojo inApp) throws Exception {
        executeBoundWithoutReport("list-versions", inApp);

        assertIdle("list-versions");
    }

    @Test
    @MojoParameter(name = "versions", value = "1.0")
    void so_does_a_bound_restore(@InjectMojo(goal = "restore-version") RestoreVersionMojo inApp) throws Exception {
        executeBoundWithoutReport("restore-version", inApp);

        assertIdle("restore-version");
    }

    @Test
    void so_does_a_bound_check(@InjectMojo(goal = "check-access") CheckAccessMojo inApp) throws Exception {
        executeBoundWithoutReport("check-access", inApp);

        assertIdle("check-access");
    }

    /** Whoever reads the report must not meet an old one, or none. */
    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "format", value = "json")
    @MojoParameter(name = "outputFile", value = "report.json")
    void the_report_is_written_where_one_is_wanted(@InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp)
            throws Exception {
        executeBound("prune-versions", inApp);

        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(report())
                .contains("prune-versions has nothing to do: no module that runs it in this build deploys.")
                .contains("\"packages\": []");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "packages", value = "com.example:app")
    @MojoParameter(name = "dryRun", value = "false")
    void packages_that_are_named_are_pruned_all_the_same(@InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp)
            throws Exception {
        executeBound("prune-versions", inApp);

        assertThat(build.session().getResult().getExceptions()).isEmpty();
        assertThat(versionsOf(APP)).containsExactly("1.2");
    }

    @Test
    void what_is_wrong_with_its_parameters_still_fails_the_build(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo inApp) throws Exception {
        executeBound("prune-versions", inApp);

        assertThat(build.session().getResult().getExceptions()).hasSize(1);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    void typed_on_the_command_line_it_is_an_error(@InjectMojo(goal = "prune-versions") PruneVersionsMojo typed) {
        assertThat(refusal(typed).id()).isEqualTo(Id.NOTHING_TO_WORK_ON);
    }

    private void executeBoundWithoutReport(String goal, AbstractPackagesMojo... inModules) throws Exception {
        build.untyped("outputFile").untyped("format");
        executeBound(goal, inModules);
    }
}
