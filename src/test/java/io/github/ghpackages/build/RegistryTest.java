package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackagesException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private static final Set<String> ENVIRONMENT = Set.of();

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                // URL | APIs that somebody names | API | owner | repository
                "https://maven.pkg.github.com/acme/app          | -                            | https://api.github.com         | acme | app",
                "https://maven.pkg.github.com/acme/app/         | -                            | https://api.github.com         | acme | app",
                "https://maven.pkg.github.com//acme//app//      | -                            | https://api.github.com         | acme | app",
                "https://maven.pkg.github.com:443/acme/app      | -                            | https://api.github.com         | acme | app",
                "HTTPS://Maven.Pkg.GitHub.com/Acme/My_App.x-y   | -                            | https://api.github.com         | Acme | My_App.x-y",
                "https://maven.pkg.github.com/acme/*            | -                            | https://api.github.com         | acme | -",
                "https://maven.pkg.github.com/octo_corp/app     | -                            | https://api.github.com         | octo_corp | app",
                "https://maven.pkg.github.com/acme/app          | http://127.0.0.1:9           | https://api.github.com         | acme | app",
                "https://ghes.corp/_registry/maven/acme/app     | -                            | https://ghes.corp/api/v3       | acme | app",
                "https://GHES.corp/_registry/maven/acme/app/    | -                            | https://ghes.corp/api/v3       | acme | app",
                "http://ghes.corp:8080/_registry/maven/acme/*   | -                            | http://ghes.corp:8080/api/v3   | acme | -",
                "https://ghes.corp/_registry/maven/acme/app     | https://ghes.corp            | https://ghes.corp              | acme | app",
                "https://maven.ghes.corp/acme/app               | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | app",
                "https://maven.ghes.corp/acme/app/              | https://other,https://ghes.corp/api/v3 | https://ghes.corp/api/v3 | acme | app",
                "https://maven.octo.ghe.com/acme/app            | https://api.octo.ghe.com     | https://api.octo.ghe.com       | acme | app",
                "http://127.0.0.1:9/acme/app                    | http://127.0.0.1:9           | http://127.0.0.1:9             | acme | app",
                "http://127.0.0.1:9/maven/acme/app              | http://127.0.0.1:9/api       | http://127.0.0.1:9/api         | acme | app",
                "https://maven.pkg.github.com/acme              | -                            | https://api.github.com         | acme | -",
                "https://maven.pkg.github.com/acme/app/pr45     | -                            | https://api.github.com         | acme | app",
                "https://ghes.corp/_registry/maven/acme         | -                            | https://ghes.corp/api/v3       | acme | -",
                "https://ghes.corp/_registry/maven/acme/app/x/y | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | app",
                "https://ghes.corp/_registry/maven/acme         | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | -",
                "https://maven.ghes.corp/acme                   | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | -",
                "https://maven.ghes.corp/acme/app/pr45          | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | app",
                "http://127.0.0.1:9/acme                        | http://127.0.0.1:9           | http://127.0.0.1:9             | acme | -",
                "https://ghes.corp:443/x/y/acme/app             | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | app",
            })
    void knows_the_forms_of_githubs_registries(
            String url, @Nullable String apis, String apiUrl, String owner, @Nullable String repository) {
        Registry registry = RegistryUrl.parse(url, "id", uris(apis), "ghpackages.registryUrl")
                .registry(ENVIRONMENT);

        assertThat(registry.apiUrl()).hasToString(apiUrl);
        assertThat(registry.owner()).isEqualTo(owner);
        assertThat(registry.repository()).isEqualTo(repository);
        assertThat(registry.serverId()).isEqualTo("id");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "https://nexus.corp/repository/releases | -",
                "https://maven.corp/acme/app            | -",
                "https://maven.corp/acme/app            | https://other.corp/api/v3",
                "https://maven.corp/acme/app            | http://corp/api/v3",
                "https://maven.corp/acme/app            | https://corp:8443/api/v3",
                "https://corp/acme/app                  | https://corp:8443/api/v3",
                "http://127.0.0.1:9/acme/app            | http://127.0.0.1:10",
                "https://maven.pkg.github.com.evil.org/acme/app | -",
                "https://notmaven.pkg.github.com/acme/app       | -",
                "https://maven.octo.ghe.com/acme/app    | -",
                "file:///tmp/repo                       | -",
                "scp://host/acme/app                    | -",
                "${deploy.url}                          | -",
                "https://maven.pkg.github.com${x}/a/b   | -",
                "https://${host}/acme/app               | -",
                "https://nexus.corp/${repository}       | -",
                "https://me:pw@nexus.corp/acme/app      | -",
            })
    void ignores_other_repositories(String url, @Nullable String apis) {
        assertThat(RegistryUrl.find(url, "id", uris(apis), "a pom")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://maven.pkg.github.com               | names no owner.",
                "https://maven.pkg.github.com/*/app         | names no owner.",
                "https://maven.pkg.github.com/ac%2Fme/app   | names no owner.",
                "https://ghes.corp/_registry/maven          | names no owner.",
                "https://ghes.corp/_registry/maven/         | names no owner.",
                "https://maven.pkg.github.com/acme/a%2Fb    | does not name OWNER/REPOSITORY.",
            })
    void that_does_not_say_whose_it_is_is_an_error_only_for_who_asks(String url, String problem) {
        RegistryUrl found = find(url).orElseThrow();

        assertThat(found.apiUrl()).isNotNull();
        assertThatThrownBy(() -> found.registry(ENVIRONMENT))
                .isInstanceOf(PackagesException.class)
                .hasMessageStartingWith("Reading the registry's URL from the distributionManagement of a:b failed.\n"
                        + "  Reason: '" + url + "' " + problem + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maven.pkg.github.com/acme/app?access_token=s3cret",
                "https://maven.pkg.github.com/acme/app#s3cret",
            })
    void refuses_a_query_without_repeating_it(String url) {
        assertThatThrownBy(() -> find(url).orElseThrow().registry(ENVIRONMENT))
                .hasMessageContaining(
                        "'https://maven.pkg.github.com/acme/app' has a query or a fragment, which are not shown here.")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://maven.pkg.github.com/${env.GITHUB_REPOSITORY} | The environment variable GITHUB_REPOSITORY is not set.",
                "https://maven.pkg.github.com/acme/${repo.name}        | The property repo.name is not set.",
                "https://maven.pkg.github.com/acme/app/${env.BRANCH}   | The environment variable BRANCH is not set.",
                "https://ghes.corp/_registry/maven/${env.ghp_s3cret}   | Maven could not resolve an expression in it.",
            })
    void says_which_variable_of_its_url_is_not_set(String url, String reason) {
        assertThatThrownBy(() -> find(url).orElseThrow().registry(ENVIRONMENT))
                .isInstanceOf(PackagesException.class)
                .hasMessageContaining("is incomplete. " + reason)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refuses_a_password_in_the_url_without_repeating_it() {
        RegistryUrl found =
                find("https://me:s3cret@maven.pkg.github.com/acme/app").orElseThrow();

        assertThatThrownBy(() -> found.registry(ENVIRONMENT))
                .hasMessageContaining(
                        "It contains a user name or a password, which belong in a <server> of settings.xml.")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void says_what_is_expected_where_a_person_gave_something_else() {
        assertThatThrownBy(() -> RegistryUrl.parse("https://maven.corp/a/b", "id", List.of(), "ghpackages.registryUrl"))
                .hasMessageContaining("'https://maven.corp/a/b' does not have the form of a GitHub registry.")
                .hasMessageContaining("also name the API: -Dghpackages.apiUrl=https://HOST/api/v3");
    }

    @Test
    void has_the_full_name_of_its_repository_unless_that_is_left_open() {
        Registry closed =
                find("https://maven.pkg.github.com/acme/app").orElseThrow().registry(ENVIRONMENT);
        Registry open =
                find("https://maven.pkg.github.com/acme/*").orElseThrow().registry(ENVIRONMENT);

        assertThat(closed.fullName()).hasValue("acme/app");
        assertThat(open.fullName()).isEmpty();
    }

    private static Optional<RegistryUrl> find(String url) {
        return RegistryUrl.find(url, "id", List.of(), "the distributionManagement of a:b");
    }

    private static List<ApiUrl> uris(@Nullable String texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split(","))
                        .map(ApiUrl::find)
                        .flatMap(Optional::stream)
                        .toList();
    }
}
