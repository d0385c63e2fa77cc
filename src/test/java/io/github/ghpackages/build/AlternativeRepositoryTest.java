package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What maven-deploy-plugin uses instead of the {@code distributionManagement}. */
class AlternativeRepositoryTest extends TargetsTestBase {

    private static final String DISTRIBUTION = repository("repository", "acme", GITHUB_COM);
    private static final String FORK = "https://maven.pkg.github.com/octocat/app";

    @ParameterizedTest
    @ValueSource(
            strings = {"fork::" + FORK, "fork::default::" + FORK, "fork ::default:: " + FORK, " fork::" + FORK + " "})
    void wins_over_the_pom(String alternative) {
        userProperties.setProperty("altDeploymentRepository", alternative);

        Target target = target(deployingTo("ghp", GITHUB_COM));

        assertThat(target.owner()).isEqualTo("octocat");
        assertThat(target.repository()).isEqualTo("octocat/app");
        assertThat(target.serverId()).isEqualTo("fork");
        assertThat(registryUrl(target)).isEqualTo(FORK);
    }

    @Test
    void does_for_a_pom_that_says_nothing() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);

        assertThat(target(project("1.0", "")).owner()).isEqualTo("octocat");
    }

    @ParameterizedTest
    @CsvSource({
        "altReleaseDeploymentRepository, 1.0, octocat",
        "altReleaseDeploymentRepository, 1.0-SNAPSHOT, acme",
        "altSnapshotDeploymentRepository, 1.0, acme",
        "altSnapshotDeploymentRepository, 1.0-SNAPSHOT, octocat"
    })
    void counts_for_its_kind_of_version(String property, String version, String owner) {
        userProperties.setProperty(property, "fork::" + FORK);
        userProperties.setProperty("altDeploymentRepository", "ghp::" + GITHUB_COM);

        assertThat(target(project(version, "")).owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"2.4, acme", "2.7, acme", "2.8-alpha, acme", "2.8, octocat", "2.8.2, octocat", "3.1.4, octocat"})
    void for_a_kind_of_version_counts_only_for_a_deploy_plugin_that_knows_it(String version, String owner) {
        userProperties.setProperty("altReleaseDeploymentRepository", "fork::default::" + FORK);

        assertThat(target(deployedBy("<version>" + version + "</version>")).owner())
                .isEqualTo(owner);
    }

    @Test
    void for_any_version_counts_for_an_old_deploy_plugin_too() {
        userProperties.setProperty("altReleaseDeploymentRepository", "other::default::https://nexus.corp/r");
        userProperties.setProperty("altDeploymentRepository", "fork::default::" + FORK);

        assertThat(target(deployedBy("<version>2.7</version>")).owner()).isEqualTo("octocat");
    }

    @Test
    void for_a_kind_of_version_counts_where_maven_takes_the_newest_deploy_plugin_since_no_version_is_given() {
        userProperties.setProperty("altReleaseDeploymentRepository", "fork::" + FORK);
        MavenProject module = project("1.0", DISTRIBUTION);
        module.getPlugin("org.apache.maven.plugins:maven-deploy-plugin").setVersion(null);

        assertThat(target(module).owner()).isEqualTo("octocat");
    }

    @Test
    void counts_for_a_module_that_does_not_deploy_as_if_it_did() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);
        MavenProject module = project("1.0", DISTRIBUTION);
        MavenProject untouched = project("1.0", DISTRIBUTION);
        module.getPlugin("org.apache.maven.plugins:maven-deploy-plugin")
                .getExecutions()
                .clear();

        assertThat(target(module).owner()).isEqualTo(target(untouched).owner()).isEqualTo("octocat");
    }

    @Test
    void of_the_deploy_plugins_configuration_wins_over_what_is_typed() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);
        MavenProject configured = build("<altDeploymentRepository>ghp::" + GITHUB_COM + "</altDeploymentRepository>");

        assertThat(target(configured).serverId()).isEqualTo("ghp");
    }

    @Test
    void does_not_win_over_the_registry_that_the_user_names() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);

        Target target = targets(null, user(GITHUB_COM), null, null).ofModule(project("1.0", ""));

        assertThat(target.repository()).isEqualTo("acme/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "${alt.repo}"})
    void of_an_empty_element_is_none_so_that_what_is_typed_counts(String empty) {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);
        String property = "<properties><alt.repo></alt.repo></properties>";
        String configuration = "<altDeploymentRepository>" + empty + "</altDeploymentRepository>";

        assertThat(target(project("1.0", DISTRIBUTION, property + plugin(configuration)))
                        .owner())
                .isEqualTo("octocat");
    }

    @Test
    void of_an_expression_without_a_value_is_none_and_hides_what_is_typed() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);

        assertThat(target(build("<altDeploymentRepository>${foo}</altDeploymentRepository>"))
                        .owner())
                .isEqualTo("acme");
    }

    @Test
    void of_one_execution_leaves_the_others_to_the_pom() {
        String mirror =
                execution("mirror", "<altDeploymentRepository>m::https://nexus.corp/r</altDeploymentRepository>");
        String other = execution("other", "<altDeploymentRepository>m::" + FORK + "</altDeploymentRepository>");

        assertThat(target(executing(mirror + execution("default-deploy", ""))).owner())
                .isEqualTo("acme");
        assertThat(target(executing(other + execution("default-deploy", ""))).owner())
                .isEqualTo("acme");
        String none = "<execution><id>default-deploy</id><phase>none</phase></execution>";
        assertThat(target(executing(mirror + other + none)).owner()).isEqualTo("octocat");
    }

    @Test
    void of_an_execution_that_is_skipped_does_not_count() {
        String skipped = "<skip>true</skip><altDeploymentRepository>m::" + FORK + "</altDeploymentRepository>";

        assertThat(target(executing(execution("mirror", skipped) + execution("default-deploy", "")))
                        .owner())
                .isEqualTo("acme");
    }

    @Test
    void of_another_owner_leaves_the_named_owner_the_registry_of_the_pom() {
        userProperties.setProperty("altDeploymentRepository", "fork::" + FORK);

        Target target = targets(null, null, "acme", null).ofModule(deployingTo("ghp", GITHUB_COM));

        assertThat(target.repository()).isEqualTo("acme/app");
        assertThat(target.serverId()).isEqualTo("ghp");
    }

    @Test
    void that_can_not_be_read_does_not_matter_where_the_registry_is_named() {
        userProperties.setProperty("altDeploymentRepository", FORK);

        assertThat(targets(null, user(GITHUB_COM), null, null)
                        .ofModule(deployingTo("ghp", GITHUB_COM))
                        .owner())
                .isEqualTo("acme");
    }

    @Test
    void that_is_not_githubs_leaves_nothing_to_work_on() {
        userProperties.setProperty("altDeploymentRepository", "local::file:target/staging");

        assertThatThrownBy(() -> target(deployingTo("ghp", GITHUB_COM)))
                .isInstanceOfSatisfying(
                        PackagesException.class, e -> assertThat(e.id()).isEqualTo(Id.NOTHING_TO_WORK_ON))
                .hasMessageContaining("com.example:app deploys to 'file:target/staging', which does not have the"
                        + " form of a GitHub registry.");
    }

    @Test
    void that_deploy_plugin_could_not_read_is_an_error() {
        userProperties.setProperty("altDeploymentRepository", FORK);

        assertThatThrownBy(() -> target(deployingTo("ghp", GITHUB_COM)))
                .isInstanceOfSatisfying(
                        PackagesException.class, e -> assertThat(e.id()).isEqualTo(Id.INVALID_PARAMETER))
                .hasMessageStartingWith("Reading the altDeploymentRepository of maven-deploy-plugin failed.\n"
                        + "  Reason: '" + FORK + "' is not id::url.\n");
    }

    @Test
    void with_a_password_is_refused_and_not_shown() {
        userProperties.setProperty(
                "altDeploymentRepository", "fork::https://me:s3cret@maven.pkg.github.com/octocat/app");

        assertThatThrownBy(() -> target(deployingTo("ghp", GITHUB_COM)))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("It contains a user name or a password")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void gets_the_token_of_its_own_server_and_of_no_other() {
        userProperties.setProperty("altDeploymentRepository", "ghes::" + SHARED_HOST);
        MavenProject project = deployingTo("ghp", GITHUB_COM);

        assertThat(target(project).apiUrl()).hasToString("https://ghes.corp/api/v3");
        assertThatThrownBy(() -> targets(null, null, null, "ghp").ofModule(project))
                .isInstanceOfSatisfying(
                        PackagesException.class, e -> assertThat(e.id()).isEqualTo(Id.UNTRUSTED_API));
    }

    private Target target(MavenProject module) {
        return targets(null, null, null, null).ofModule(module);
    }

    private MavenProject build(String configuration) {
        return project("1.0", DISTRIBUTION, plugin(configuration));
    }

    private MavenProject executing(String executions) {
        return project("1.0", DISTRIBUTION, pluginWith("<executions>" + executions + "</executions>"));
    }

    private MavenProject deployedBy(String version) {
        return project(
                "1.0",
                DISTRIBUTION,
                "<build><plugins><plugin><artifactId>maven-deploy-plugin</artifactId>" + version
                        + "</plugin></plugins></build>");
    }

    private static String execution(String id, String configuration) {
        return "<execution><id>" + id + "</id><phase>deploy</phase><goals><goal>deploy</goal></goals><configuration>"
                + configuration + "</configuration></execution>";
    }

    private static String plugin(String configuration) {
        return pluginWith("<configuration>" + configuration + "</configuration>");
    }

    private static String pluginWith(String content) {
        return "<build><plugins><plugin><artifactId>maven-deploy-plugin</artifactId><version>3.1.4</version>" + content
                + "</plugin></plugins></build>";
    }
}
