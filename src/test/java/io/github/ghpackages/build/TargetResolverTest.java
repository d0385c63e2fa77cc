package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class TargetResolverTest extends TargetsTestBase {

    @Test
    void works_where_the_project_deploys_to() {
        Target target = targets(null, null, null, null).of(deployingTo("ghp", GITHUB_COM));

        assertThat(target.apiUrl()).hasToString("https://api.github.com");
        assertThat(target.owner()).isEqualTo("acme");
        assertThat(target.repository()).isEqualTo("acme/app");
        assertThat(target.serverId()).isEqualTo("ghp");
        assertThat(registryUrl(target)).isEqualTo(GITHUB_COM);
    }

    @Test
    void takes_a_snapshots_own_repository_first() {
        var management = repository("repository", "rel", GITHUB_COM)
                + repository("snapshotRepository", "snap", "https://maven.pkg.github.com/acme/snapshots");

        assertThat(targets(null, null, null, null)
                        .of(project("1.0-SNAPSHOT", management))
                        .repository())
                .isEqualTo("acme/snapshots");
        assertThat(targets(null, null, null, null)
                        .of(project("1.0", management))
                        .repository())
                .isEqualTo("acme/app");
    }

    @Test
    void takes_the_other_repository_where_only_that_is_githubs() {
        var management = repository("repository", "rel", "https://nexus.corp/releases")
                + repository("snapshotRepository", "snap", "https://maven.pkg.github.com/acme/snapshots");

        assertThat(targets(null, null, null, null)
                        .of(project("1.0", management))
                        .serverId())
                .isEqualTo("snap");
    }

    @Test
    void a_parameter_overrides_the_pom() {
        Target target =
                targets(user("http://127.0.0.1:9"), null, "other", "mine").of(deployingTo("ghp", GITHUB_COM));

        assertThat(target.apiUrl()).hasToString("http://127.0.0.1:9");
        assertThat(target.owner()).isEqualTo("other");
        assertThat(target.serverId()).isEqualTo("mine");
        assertThat(target.repository()).as("a repository of acme's").isNull();
        assertThat(target.registry()).as("a registry of acme's").isNull();
    }

    @Test
    void reads_no_metadata_from_a_registry_of_another_api() {
        Target target = targets(user("http://127.0.0.1:9"), null, null, null).of(deployingTo("ghp", GITHUB_COM));

        assertThat(target.repository()).isEqualTo("acme/app");
        assertThat(target.registry()).isNull();
    }

    @Test
    void ignores_the_case_of_the_owner() {
        Target target = targets(null, null, "Acme", null).of(deployingTo("ghp", GITHUB_COM));

        assertThat(target.owner()).isEqualTo("Acme");
        assertThat(registryUrl(target)).isEqualTo(GITHUB_COM);
    }

    @Test
    void works_without_a_pom_by_parameters_alone() {
        Target target = targets(null, null, "acme", null).of(withoutPom());

        assertThat(target).isEqualTo(new Target(ApiUrl.GITHUB, "acme", null, "github", null));
    }

    @Test
    void takes_api_and_owner_of_a_workflow_from_the_environment() {
        environment.put("GITHUB_API_URL", "https://ghes.corp/api/v3");
        environment.put("GITHUB_REPOSITORY_OWNER", "acme");

        Target target = targets(null, null, null, null).of(withoutPom());

        assertThat(target.apiUrl()).hasToString("https://ghes.corp/api/v3");
        assertThat(target.owner()).isEqualTo("acme");
    }

    @Test
    void does_not_take_the_owner_of_a_workflow_for_a_module_that_deploys_elsewhere() {
        environment.put("GITHUB_API_URL", "https://api.github.com");
        environment.put("GITHUB_REPOSITORY_OWNER", "acme");
        MavenProject module = deployingTo("nexus", "https://nexus.corp/releases");

        assertThatThrownBy(() -> targets(null, null, null, null).ofModule(module))
                .hasMessageContaining("com.example:app deploys to 'https://nexus.corp/releases', which does not"
                        + " have the form of a GitHub registry.");
        assertThat(targets(null, null, "other", null).ofModule(module).owner()).isEqualTo("other");
        assertThat(targets(null, null, null, null).of(module).owner())
                .as("of packages that the user names")
                .isEqualTo("acme");
    }

    @Test
    void takes_the_owner_of_a_workflow_for_a_module_that_does_not_say_where_it_deploys() {
        environment.put("GITHUB_API_URL", "https://api.github.com");
        environment.put("GITHUB_REPOSITORY_OWNER", "acme");

        assertThat(targets(null, null, null, null).ofModule(project("1", "")).owner())
                .isEqualTo("acme");
    }

    @Test
    void does_not_take_the_owner_of_a_workflow_to_another_api() {
        environment.put("GITHUB_API_URL", "https://api.github.com");
        environment.put("GITHUB_REPOSITORY_OWNER", "acme");

        assertThatThrownBy(() -> targets(user("https://ghes.corp/api/v3"), null, null, null)
                        .of(withoutPom()))
                .hasMessageContaining("There is no pom here, and nothing else names an owner.");
    }

    @Test
    void takes_the_api_that_the_server_is_meant_for() {
        serverApis.put("ghes", "https://ghes.corp/api/v3/");

        assertThat(targets(null, null, "acme", "ghes").of(withoutPom()).apiUrl())
                .hasToString("https://ghes.corp/api/v3");
        assertThat(targets(null, null, null, null)
                        .of(deployingTo("ghes", SUBDOMAIN))
                        .apiUrl())
                .hasToString("https://ghes.corp/api/v3");
    }

    @Test
    void takes_the_server_id_of_the_deployment_repository_that_a_registry_parameter_names() {
        var targets = targets(null, user(GITHUB_COM + "/"), null, null);

        assertThat(targets.of(deployingTo("ghp", GITHUB_COM)).serverId()).isEqualTo("ghp");
        assertThat(targets.of(deployingTo("ghp", "https://maven.pkg.github.com/acme/other"))
                        .serverId())
                .isEqualTo("github");
    }

    @Test
    void says_which_urls_are_not_githubs() {
        assertThatThrownBy(
                        () -> targets(null, null, null, null).of(deployingTo("x", "https://me:pw@nexus.corp/a?b=pw")))
                .isInstanceOfSatisfying(PackagesException.class, failure -> {
                    assertThat(failure.id()).isEqualTo(PackagesException.Id.NOTHING_TO_WORK_ON);
                    assertThat(failure.reason())
                            .isEqualTo("com.example:app deploys to 'https://nexus.corp/a', which does not have the"
                                    + " form of a GitHub registry.");
                });
        assertThatThrownBy(() -> targets(null, null, null, null).of(project("1", "")))
                .hasMessageContaining("com.example:app has no distributionManagement with a URL.");
    }

    @Test
    void uses_the_api_of_the_server_before_the_one_that_the_registrys_url_implies() {
        serverApis.put("ghp", "http://127.0.0.1:9/api/v3");

        Target target = targets(null, null, null, null).of(deployingTo("ghp", GITHUB_COM));

        assertThat(target.apiUrl()).hasToString("http://127.0.0.1:9/api/v3");
        assertThat(target.repository()).isEqualTo("acme/app");
        assertThat(targets(user("https://ghes.corp"), null, null, null)
                        .of(deployingTo("ghp", GITHUB_COM))
                        .apiUrl())
                .hasToString("https://ghes.corp");
    }
}
