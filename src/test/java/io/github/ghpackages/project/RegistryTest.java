package io.github.ghpackages.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

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
                "https://ghes.corp:443/x/y/acme/app             | https://ghes.corp/api/v3     | https://ghes.corp/api/v3       | acme | app",
            })
    void knows_the_forms_of_githubs_registries(
            String url, @Nullable String apis, String apiUrl, String owner, @Nullable String repository) {
        Registry registry = Registry.parse(url, "id", uris(apis), "ghpackages.registryUrl");

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
                "https://me:pw@nexus.corp/acme/app      | -",
            })
    void leaves_other_repositories_alone(String url, @Nullable String apis) {
        assertThat(Registry.find(url, "id", uris(apis), "a pom")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maven.pkg.github.com",
                "https://maven.pkg.github.com/acme",
                "https://maven.pkg.github.com/acme/app/more",
                "https://maven.pkg.github.com/*/app",
                "https://maven.pkg.github.com/acme/app?x=y",
                "https://maven.pkg.github.com/acme/app#x",
                "https://maven.pkg.github.com/ac%2Fme/app",
                "https://ghes.corp/_registry/maven/acme",
                "https://ghes.corp/_registry/maven/a/b/c",
            })
    void refuses_a_registry_whose_owner_and_repository_are_unclear(String url) {
        assertThatThrownBy(() -> Registry.find(url, "id", List.of(), "the distributionManagement of a:b"))
                .isInstanceOf(PackagesException.class)
                .hasMessageStartingWith("Reading the registry's URL from the distributionManagement of a:b failed.\n"
                        + "  Reason: '" + url + "' does not end with OWNER/REPOSITORY.\n");
    }

    @Test
    void never_takes_the_word_maven_for_an_owner() {
        assertThatThrownBy(() -> Registry.find(
                        "https://ghes.corp/_registry/maven/acme",
                        "id",
                        List.of(URI.create("https://ghes.corp/api/v3")),
                        "a pom"))
                .isInstanceOf(PackagesException.class);
    }

    @Test
    void refuses_a_password_in_the_url_without_repeating_it() {
        assertThatThrownBy(() ->
                        Registry.find("https://me:s3cret@maven.pkg.github.com/acme/app", "id", List.of(), "a pom"))
                .hasMessageContaining(
                        "It carries a user name or a password. Those belong into a <server> of settings.xml.")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void says_what_is_expected_where_a_person_gave_something_else() {
        assertThatThrownBy(() -> Registry.parse("https://maven.corp/a/b", "id", List.of(), "ghpackages.registryUrl"))
                .hasMessageContaining("'https://maven.corp/a/b' has none of the forms of GitHub's registries.")
                .hasMessageContaining("name the API as well: -Dghpackages.apiUrl=https://HOST/api/v3");
    }

    @Test
    void has_the_full_name_of_its_repository_unless_that_is_left_open() {
        Optional<Registry> closed = Registry.find("https://maven.pkg.github.com/acme/app", "id", List.of(), "");
        Optional<Registry> open = Registry.find("https://maven.pkg.github.com/acme/*", "id", List.of(), "");

        assertThat(closed.flatMap(Registry::fullName)).hasValue("acme/app");
        assertThat(open.flatMap(Registry::fullName)).isEmpty();
    }

    private static List<URI> uris(@Nullable String texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split(",")).map(URI::create).toList();
    }
}
