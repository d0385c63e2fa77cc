package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pom whose registry URL does not say OWNER/REPOSITORY. */
class UnclearRegistryTest extends TargetsTestBase {

    private static final String UNSET = "https://maven.pkg.github.com/${env.GITHUB_REPOSITORY}";

    @Test
    void with_a_third_segment_is_read_as_if_it_had_two() {
        Target target = target(deployingTo("ghp", "https://maven.pkg.github.com/acme/app/pr45"));

        assertThat(target.repository()).isEqualTo("acme/app");
        assertThat(target.serverId()).isEqualTo("ghp");
        assertThat(registryUrl(target)).isEqualTo("https://maven.pkg.github.com/acme/app/pr45");
    }

    @Test
    void with_one_segment_names_the_owner_so_that_no_repository_is_checked() {
        Target target = target(deployingTo("ghp", "https://maven.pkg.github.com/acme"));

        assertThat(target.owner()).isEqualTo("acme");
        assertThat(target.repository()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNSET,
                "https://maven.pkg.github.com",
                "https://maven.pkg.github.com/*/x",
                "https://maven.pkg.github.com/a%2Fb/c/d",
                "https://me:pw@maven.pkg.github.com/other/app",
                "https://maven.pkg.github.com/other/app?access_token=s3cret",
            })
    void does_not_matter_where_the_user_says_whose_packages_are_meant(String url) {
        MavenProject project = deployingTo("ghp", url);

        Target byOwner = targets(null, null, "acme", null).ofModule(project);
        assertThat(byOwner.owner()).isEqualTo("acme");
        assertThat(byOwner.repository()).isNull();
        assertThat(byOwner.registry()).isNull();
        assertThat(byOwner.serverId()).isEqualTo("ghp");
        Target byRegistry = targets(null, user(GITHUB_COM), null, null).ofModule(project);
        assertThat(byRegistry.repository()).isEqualTo("acme/app");
        userProperties.setProperty("altDeploymentRepository", "fork::https://maven.pkg.github.com/octocat/app");
        assertThat(target(project).repository()).isEqualTo("octocat/app");
    }

    @ParameterizedTest
    @CsvSource({
        "https://maven.pkg.github.com/${env.GITHUB_REPOSITORY}, ghp",
        "https://maven.pkg.github.com/acme/${env.REPOSITORY}, ghp",
        "https://maven.pkg.github.com/acme, ghp",
        "https://maven.pkg.github.com/acme/app/pr45, ghp",
        "https://maven.pkg.github.com/ACME/App, ghp",
        "https://maven.pkg.github.com/acme/other, github",
        "https://maven.pkg.github.com/other, github",
        "https://nexus.corp/${env.REPOSITORY}, github",
        "${env.REGISTRY}, github",
    })
    void gives_its_server_id_to_the_registry_that_the_user_names_if_it_may_be_the_same(String url, String serverId) {
        assertThat(targets(null, user(GITHUB_COM), null, null)
                        .of(deployingTo("ghp", url))
                        .serverId())
                .isEqualTo(serverId);
    }

    @Test
    void gives_no_server_id_to_an_owner_at_github_if_it_may_be_of_another_server() {
        assertThat(targets(null, null, "acme", null)
                        .of(deployingTo("nexus", "${env.NEXUS_URL}/releases"))
                        .serverId())
                .isEqualTo("github");
    }

    @Test
    void says_that_the_variable_in_it_is_not_set() {
        assertThatThrownBy(() -> target(deployingTo("ghp", UNSET))).hasMessageStartingWith("""
                        Reading the registry's URL from the deployment repository of com.example:app failed.
                          Reason: 'https://maven.pkg.github.com/${env.GITHUB_REPOSITORY}' is incomplete. The environment variable \
                        GITHUB_REPOSITORY is not set.
                          To do:  Set it, or give -Dghpackages.registryUrl=https://maven.pkg.github.com/OWNER/REPOSITORY. GitHub \
                        Actions sets GITHUB_REPOSITORY and GITHUB_REPOSITORY_OWNER automatically.
                        """);
    }

    /** Such a URL was taken for one of the owner alone, so that no repository was checked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maven.pkg.github.com/acme/${{ github.event.repository.name }}",
                "https://maven.pkg.github.com/acme/${env.REPOSITORY",
                "https://maven.pkg.github.com/acme/${env.${REPOSITORY",
            })
    void is_incomplete_where_an_expression_is_none_of_maven(String url) {
        assertThatThrownBy(() -> target(deployingTo("ghp", url)))
                .hasMessageContaining("is incomplete.")
                .hasMessageContaining("resolve");
    }

    @Test
    void says_that_a_variable_in_the_place_of_its_host_is_not_set() {
        assertThatThrownBy(() -> target(deployingTo("ghp", "${env.REGISTRY}/acme/app")))
                .hasMessageContaining(
                        "com.example:app deploys to '${env.REGISTRY}/acme/app', which does not have the form of a"
                                + " GitHub registry. The environment variable REGISTRY is not set.");
    }

    /** It would be used to check the repository, so a URL that can't be right is not passed over. */
    @Test
    void is_an_error_where_the_owner_that_the_user_names_is_its_own() {
        assertThatThrownBy(() -> targets(null, null, "acme", null).of(deployingTo("ghp", GITHUB_COM + "?x=s3cret")))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("has a query or a fragment")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no url", "https://me:pw@ghes.corp", "https://ghes.corp/?x=y"})
    void apis_that_are_not_used_do_not_matter_either(String bad) {
        environment.put("GITHUB_API_URL", bad);
        serverApis.put("github", bad);
        serverApis.put("ghp", "https://api.github.com");

        assertThat(target(deployingTo("ghp", GITHUB_COM)).apiUrl()).isEqualTo(ApiUrl.GITHUB);
        serverApis.put("ghp", bad);
        assertThat(targets(user("https://api.github.com"), null, null, null)
                        .of(deployingTo("ghp", GITHUB_COM))
                        .apiUrl())
                .isEqualTo(ApiUrl.GITHUB);
        assertThatThrownBy(() -> target(deployingTo("ghp", GITHUB_COM)))
                .hasMessageContaining("Reading the API's URL from the <configuration> of server 'ghp' failed.");
    }

    private Target target(MavenProject module) {
        return targets(null, null, null, null).ofModule(module);
    }
}
