package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTrustTest extends TargetsTestBase {

    @Test
    void trusts_an_api_to_whose_registry_maven_deploys_with_the_same_server_id() {
        assertThat(targets(null, null, null, null)
                        .of(deployingTo("ghes", SHARED_HOST))
                        .apiUrl())
                .hasToString("https://ghes.corp/api/v3");
        assertThat(targets(pom("https://ghes.corp/api/v3"), null, null, null)
                        .of(deployingTo("ghes", SUBDOMAIN))
                        .registry())
                .isNotNull();
    }

    /** As Maven itself would send it there: a pom could just as well deploy to this machine with this id. */
    @Test
    void trusts_loopback_of_a_pom_with_the_token_of_its_own_repository() {
        MavenProject project = deployingTo("ghp", "https://nexus.corp/releases");
        String loopback = "http://127.0.0.1:9";

        assertThat(targets(pom(loopback), null, "acme", "ghp").of(project).apiUrl())
                .hasToString(loopback);
        assertThat(registryUrl(targets(pom(loopback), pom(loopback + "/acme/app"), null, "ghp")
                        .of(project)))
                .isEqualTo(loopback + "/acme/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "http://localhost:9", "https://[::1]:9"})
    void refuses_loopback_of_a_pom_with_the_token_of_another_server(String loopback) {
        assertRefused(targets(pom(loopback), null, "acme", "nexus"), deployingTo("github", GITHUB_COM));
        assertRefused(targets(pom(loopback), null, "acme", null), withoutPom());
        assertRefused(
                targets(null, pom(loopback + "/_registry/maven/acme/app"), null, "nexus"),
                deployingTo("github", GITHUB_COM));
        assertRefused(
                targets(null, null, null, "nexus"), deployingTo("github", loopback + "/_registry/maven/acme/app"));
    }

    @Test
    void refuses_a_registry_on_this_machine_beside_a_trusted_api_with_the_token_of_another_server() {
        serverApis.put("nexus", "https://localhost");
        var registry = pom("https://maven.localhost/acme/app");

        assertThat(registryUrl(targets(null, registry, null, "nexus").of(withoutPom())))
                .as("the subdomain of an API that the user named")
                .isEqualTo("https://maven.localhost/acme/app");
        assertRefused(targets(pom("https://localhost"), registry, null, "other"), deployingTo("github", GITHUB_COM));
    }

    @Test
    void trusts_what_the_user_names_on_the_command_line_in_the_environment_or_for_the_server() {
        var project = deployingTo("other", SHARED_HOST);

        assertThat(targets(user("https://ghes.corp/api/v3"), null, null, "mine").of(project))
                .isNotNull();
        assertThat(targets(null, user(SHARED_HOST), null, "mine").of(project)).isNotNull();
        serverApis.put("mine", "https://ghes.corp/api/v3");
        assertThat(targets(null, null, null, "mine").of(project)).isNotNull();
        serverApis.clear();
        environment.put("GITHUB_API_URL", "https://ghes.corp/api/v3");
        assertThat(targets(null, null, null, "mine").of(project)).isNotNull();
    }

    @Test
    void refuses_an_api_that_only_the_pom_names_for_a_token_of_another_server() {
        assertRefused(targets(null, null, null, "mine"), deployingTo("other", SHARED_HOST));
        assertRefused(targets(pom("https://ghes.corp/api/v3"), null, "acme", null), deployingTo("github", GITHUB_COM));
        assertRefused(targets(null, pom(SHARED_HOST), null, null), deployingTo("github", GITHUB_COM));
        assertRefused(targets(null, pom(SHARED_HOST), null, null), withoutPom());
        serverApis.put("other", "https://ghes.corp/api/v3");
        assertRefused(targets(null, null, null, "mine"), deployingTo("other", SHARED_HOST));
    }

    @Test
    void does_not_use_a_registry_of_another_api() {
        var targets = targets(
                user("https://ghes.corp/api/v3"), pom("https://evil.example/_registry/maven/acme/app"), null, null);

        assertThat(targets.of(withoutPom()).registry()).isNull();
    }

    @Test
    void refuses_a_registry_that_only_the_pom_names_also_where_its_api_is_trusted() {
        assertRefused(
                targets(pom("http://localhost:9"), pom("http://maven.localhost:9/acme/app"), null, "ghp"),
                deployingTo("ghp", GITHUB_COM));
    }

    @Test
    void says_how_to_trust_an_api() {
        assertThatThrownBy(() -> targets(null, pom(SHARED_HOST), null, "mine").of(withoutPom()))
                .hasMessageStartingWith("""
                        Using the API https://ghes.corp/api/v3 with the token of server 'mine' was refused.
                          Reason: Only the pom names it, and it does not belong to a registry to which Maven deploys with the same \
                        server id.
                          To do:  If you trust it, name it yourself: -Dghpackages.apiUrl=https://ghes.corp/api/v3 on the command \
                        line, GITHUB_API_URL in the environment, or <configuration><apiUrl> in that <server> of settings.xml.
                        """);
    }

    private static void assertRefused(TargetResolver targets, MavenProject project) {
        assertThatThrownBy(() -> targets.of(project))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        failure -> assertThat(failure.id()).isEqualTo(PackagesException.Id.UNTRUSTED_API));
    }
}
