package io.github.ghpackages.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageName;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedModulesTest {

    private static final String PARENT =
            "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1</version></parent>";

    private final Workspace workspace;

    DeployedModulesTest(@TempDir Path folder) {
        workspace = new Workspace(folder);
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
    void lets_the_users_property_win_over_the_poms() {
        workspace.request().getUserProperties().setProperty("maven.deploy.skip", "false");
        workspace.pom("a", "com.example:a:1", properties("true"));

        assertThat(coordinates(workspace.session("a"))).containsExactly("com.example:a");
    }

    @Test
    void leaves_out_what_a_parent_skips_unless_the_module_says_otherwise() {
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
                .pom("b", "com.example:b:1", plugin(execution("deploy", skip("true"))))
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
    void lets_the_configuration_win_over_the_property_as_the_deploy_plugin_does() {
        workspace.request().getUserProperties().setProperty("maven.deploy.skip", "true");
        workspace.pom("a", "com.example:a:1", plugin(skip("false"))).pom("b", "com.example:b:1", plugin(""));

        assertThat(coordinates(workspace.session("a", "b"))).containsExactly("com.example:a");
    }

    @Test
    void does_not_look_at_an_execution_without_a_phase_of_its_own() {
        workspace.pom(
                "a",
                "com.example:a:1",
                plugin(skip("true") + "<executions><execution><phase>none</phase><goals><goal>deploy</goal></goals>"
                        + "<configuration><skip>false</skip></configuration></execution></executions>"));

        assertThat(coordinates(workspace.session("a"))).isEmpty();
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

    private static String properties(String skip) {
        return "<properties><maven.deploy.skip>" + skip + "</maven.deploy.skip></properties>";
    }

    private static String plugin(String content) {
        return "<build><plugins><plugin><artifactId>maven-deploy-plugin</artifactId><version>3.1.4</version>" + content
                + "</plugin></plugins></build>";
    }

    private static String execution(String goal, String content) {
        return "<executions><execution><goals><goal>" + goal + "</goal></goals>" + content
                + "</execution></executions>";
    }

    private static String skip(String value) {
        return "<configuration><skip>" + value + "</skip></configuration>";
    }
}
