package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, https://api.github.com",
        "https://api.github.com/, https://api.github.com",
        "HTTPS://GHES.Example/api/v3//, https://ghes.example/api/v3",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "' https://ghes.example:8443/api/v3 ', https://ghes.example:8443/api/v3",
        "https://[::1]:9/API, https://[::1]:9/API",
    })
    void reads_a_base_url(String text, String expected) {
        assertThat(ApiUrl.parse(text, "ghpackages.apiUrl")).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://host/x         | 'ftp://host/x' is not an absolute https URL.",
                "api.github.com       | 'api.github.com' is not an absolute https URL.",
                "https://             | 'https://' is not an absolute https URL.",
                "https:/x             | 'https:/x' is not an absolute https URL.",
                "https://a b/         | 'https://a b/' is not an absolute https URL.",
                "${env.GHES}/api/v3   | '${env.GHES}/api/v3' is not an absolute https URL. The environment variable GHES is not set.",
                "https://${env.s3}/   | 'https://${env.…}/' is not an absolute https URL. Maven could not resolve an expression in it.",
                "https://h/?a=b       | 'https://h/' has a query or a fragment, which are not shown here.",
                "https://h/#a         | 'https://h/' has a query or a fragment, which are not shown here.",
            })
    void refuses_what_is_none(String text, String reason) {
        assertThatThrownBy(() -> ApiUrl.parse(text, "ghpackages.apiUrl"))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void two_spellings_of_an_api_and_of_a_login_are_one_account() {
        Account acme = new Account(ApiUrl.of(URI.create("HTTPS://GHES.example/api/v3/")), "acme");
        Account same = new Account(ApiUrl.of(URI.create("https://ghes.example/api/v3")), "ACME");
        assertThat(acme).isEqualTo(same).hasSameHashCodeAs(same).hasToString("acme at https://ghes.example/api/v3");
        assertThat(acme)
                .isNotEqualTo(new Account(ApiUrl.GITHUB, "acme"))
                .isNotEqualTo(new Account(acme.apiUrl(), "umbrella"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:s3cret@host/api/v3",
        "https://s3cret@host",
        "https:me:s3cret@host",
        "https://me:s3 cret@host",
        "https://me:s3cret@@host/",
        "me:s3cret@host"
    })
    void never_repeats_a_password(String text) {
        assertThatThrownBy(() -> ApiUrl.parse(text, "ghpackages.apiUrl"))
                .isInstanceOf(PackagesException.class)
                .hasMessageNotContaining("s3");
    }

    @Test
    void says_where_a_bad_url_stands_and_how_a_good_one_looks() {
        assertThatThrownBy(() -> ApiUrl.parse("x", "GITHUB_API_URL")).hasMessageStartingWith("""
                        Reading the API's URL from GITHUB_API_URL failed.
                          Reason: 'x' is not an absolute https URL.
                          To do:  Give only the base URL of the REST API: https://api.github.com, or https://HOST/api/v3 for a \
                        GitHub Enterprise Server.
                        """);
    }
}
