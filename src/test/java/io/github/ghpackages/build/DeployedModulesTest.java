package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.reactor.FakeReactor;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployedModulesTest {

    private static final String PARENT =
            "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";

    private final FakeReactor workspace;

    DeployedModulesTest(@TempDir Path folder) {
        workspace = FakeReactor.ofPoms(folder);
    }

    @Test
    void names_the_package_of_each_module() {
        workspace
                .pom(".", "com.example:parent:1", "<packaging>pom</packaging>")
                .pom("app", "com.example:app:1", PARENT);

        List<DeployedModule> modules = DeployedModules.of(workspace.session(".", "app"));

        assertThat(modules)
                .extracting(DeployedModule::name)
                .containsExactly(PackageName.maven("com.example", "parent"), PackageName.maven("com.example", "app"));
        assertThat(modules)
                .extracting(DeployedModule::coordinates)
                .containsExactly("com.example:parent", "com.example:app");
    }

    @Test
    void includes_modules_that_this_build_leaves_out() {
        workspace.pom("a", "com.example:a:1").pom("b", "com.example:b:1");

        assertThat(coordinates(workspace.session(List.of("a", "b"), List.of("a"))))
                .containsExactly("com.example:a", "com.example:b");
    }

    @Test
    void finds_none_where_maven_makes_up_a_project() {
        MavenSession session = workspace.session();
        session.setAllProjects(List.of(new MavenProject(new Model())));

        assertThat(DeployedModules.of(session)).isEmpty();
    }

    @Test
    void leaves_out_what_a_property_skips() {
        workspace
                .pom("a", "com.example:a:1", properties("true"))
                .pom("b", "com.example:b:1", properties("false"))
                .pom("c", "com.example:c:1", properties(" TRUE "))
                .pom("d", "com.example:d:1", properties("yes"));

        assertThat(coordinates(workspace.session("a", "b", "c", "d")))
                .containsExactly("com.example:b", "com.example:d");
    }

    @Test
    void a_user_property_overrides_the_pom() {
        workspace.request().getUserProperties().setProperty("maven.deploy.skip", "false");
        workspace.pom("a", "com.example:a:1", properties("true"));

        assertThat(coordinates(workspace.session("a"))).containsExactly("com.example:a");
    }

    @Test
    void leaves_out_what_a_parent_skips_unless_the_module_overrides_it() {
        workspace
                .pom(".", "com.example:parent:1", "<packaging>pom</packaging>", properties("true"))
                .pom("a", "com.example:a:1", PARENT)
                .pom("b", "com.example:b:1", PARENT, properties("false"));

        assertThat(coordinates(workspace.session(".", "a", "b"))).containsExactly("com.example:b");
    }

    @Test
    void leaves_out_what_the_deploy_plugin_is_configured_to_skip() {
        workspace
                .pom("a", "com.example:a:1", plugin(skip("true")))
                .pom("b", "com.example:b:1", plugin(defaultDeploy(skip("true"))))
                .pom("c", "com.example:c:1", plugin(skip("true") + execution("deploy", skip("false"))))
                .pom("d", "com.example:d:1", plugin(execution("deploy-file", skip("true"))));

        assertThat(coordinates(workspace.session("a", "b", "c", "d")))
                .containsExactly("com.example:c", "com.example:d");
    }

    @Test
    void resolves_expressions_in_the_configuration() {
        workspace.pom(
                "a",
                "com.example:a:1",
                "<properties><no.deploy>true</no.deploy></properties>",
                plugin(skip("${no.deploy}")));
        workspace.pom("b", "com.example:b:1", plugin(skip("${unknown}")));

        assertThat(coordinates(workspace.session("a", "b"))).containsExactly("com.example:b");
    }

    @Test
    void the_configuration_overrides_the_property_as_in_the_deploy_plugin() {
        workspace.request().getUserProperties().setProperty("maven.deploy.skip", "true");
        workspace.pom("a", "com.example:a:1", plugin(skip("false"))).pom("b", "com.example:b:1", plugin(""));

        assertThat(coordinates(workspace.session("a", "b"))).containsExactly("com.example:a");
    }

    @Test
    void does_not_look_at_an_execution_that_never_runs() {
        workspace.pom(
                "a",
                "com.example:a:1",
                plugin(skip("true") + "<executions><execution><phase>none</phase><goals><goal>deploy</goal></goals>"
                        + "<configuration><skip>false</skip></configuration></execution></executions>"));

        assertThat(coordinates(workspace.session("a"))).isEmpty();
        assertThat(leftOut(workspace.session("a"))).containsExactly("com.example:a SKIPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<phase>none</phase>", "<phase/>", "<phase> none </phase>", "<phase>never</phase>"})
    void leaves_out_a_module_whose_deploy_is_at_no_phase_of_maven(String phase) {
        workspace.pom("a", "com.example:a:1", plugin(defaultDeploy(phase)));

        assertThat(coordinates(workspace.session("a"))).isEmpty();
        assertThat(leftOut(workspace.session("a"))).containsExactly("com.example:a NO_PHASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<phase>verify</phase>", "<phase>before:deploy</phase>", "<phase>deploy[100]</phase>"})
    void includes_a_module_that_deploys_at_another_phase(String phase) {
        String other = "<execution><id>mine</id><goals><goal>deploy</goal></goals>" + phase + "</execution>";
        workspace.pom("a", "com.example:a:1", plugin(defaultDeploy("<phase>none</phase>", other)));

        assertThat(coordinates(workspace.session("a"))).containsExactly("com.example:a");
    }

    @Test
    void leaves_out_a_module_whose_deploy_an_extension_has_taken_over() {
        workspace.pom("a", "com.example:a:1").pom("b", "com.example:b:1");
        MavenSession session = workspace.session("a", "b");
        session.getAllProjects()
                .get(0)
                .getPlugin("org.apache.maven.plugins:maven-deploy-plugin")
                .getExecutions()
                .clear();

        assertThat(coordinates(session)).containsExactly("com.example:b");
        assertThat(leftOut(session)).containsExactly("com.example:a TAKEN_OVER");
    }

    @Test
    void leaves_out_a_module_from_which_an_extension_has_removed_the_deploy_plugin() {
        workspace.pom("a", "com.example:a:1");
        MavenSession session = workspace.session("a");
        MavenProject project = session.getAllProjects().get(0);
        project.getPlugin("org.apache.maven.plugins:maven-deploy-plugin");
        project.getBuild().getPlugins().clear();

        assertThat(coordinates(session)).isEmpty();
    }

    @Test
    void leaves_out_a_module_whose_packaging_has_no_deploy() {
        workspace.pom("a", "com.example:a:1", "<packaging>" + FakeReactor.WITHOUT_DEPLOY + "</packaging>");

        assertThat(coordinates(workspace.session("a"))).isEmpty();
        assertThat(leftOut(workspace.session("a"))).containsExactly("com.example:a NO_PLUGIN");
    }

    @Test
    void says_why_a_module_is_left_out() {
        workspace.pom("a", "com.example:a:1", properties("true")).pom("b", "com.example:b:1");

        assertThat(leftOut(workspace.session("a", "b"))).containsExactly("com.example:a SKIPPED");
    }

    @ParameterizedTest
    @CsvSource({"2.7,1", "2.8.2,1", "3.0.0-M1,1", "3.0.0-M2,0", "3.1.4,0"})
    void knows_that_older_deploy_plugins_do_not_know_these_values(String ofPlugin, int deployed) {
        workspace.pom("a", "com.example:a:1.0", plugin(ofPlugin, skip("releases")));

        assertThat(DeployedModules.of(workspace.session("a"))).hasSize(deployed);
    }

    @ParameterizedTest
    @CsvSource({"releases,1.0,0", "releases,1.0-SNAPSHOT,1", "snapshots,1.0,1", "snapshots,1.0-SNAPSHOT,0"})
    void knows_the_values_of_newer_deploy_plugins(String skip, String version, int deployed) {
        workspace.pom("a", "com.example:a:" + version, plugin(skip(skip)));

        assertThat(DeployedModules.of(workspace.session("a"))).hasSize(deployed);
    }

    private static List<String> coordinates(MavenSession session) {
        return DeployedModules.of(session).stream()
                .map(DeployedModule::coordinates)
                .toList();
    }

    private static List<String> leftOut(MavenSession session) {
        return DeployedModules.leftOut(session).stream()
                .map(left -> left.coordinates() + " " + left.cause().name())
                .toList();
    }

    private static String properties(String skip) {
        return "<properties><maven.deploy.skip>" + skip + "</maven.deploy.skip></properties>";
    }

    private static String plugin(String content) {
        return plugin("3.1.4", content);
    }

    private static String plugin(String version, String content) {
        return "<build><plugins><plugin><artifactId>maven-deploy-plugin</artifactId><version>" + version + "</version>"
                + content + "</plugin></plugins></build>";
    }

    private static String defaultDeploy(String content, String... more) {
        return "<executions><execution><id>default-deploy</id>" + content + "</execution>" + String.join("", more)
                + "</executions>";
    }

    private static String execution(String goal, String content) {
        return "<executions><execution><goals><goal>" + goal + "</goal></goals>" + content
                + "</execution></executions>";
    }

    private static String skip(String value) {
        return "<configuration><skip>" + value + "</skip></configuration>";
    }
}
