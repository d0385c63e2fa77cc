package io.github.ghpackages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://maven.pkg.github.com/acme/app                        | https://maven.pkg.github.com/acme/app",
                "https://maven.pkg.github.com/acme/app?access_token=s3cret    | https://maven.pkg.github.com/acme/app",
                "https://maven.pkg.github.com/acme/app#s3cret                 | https://maven.pkg.github.com/acme/app",
                "https://host:8443/?s3cret#s3cret                             | https://host:8443/",
                "https://me:s3cret@host/acme/app                              | https://host/acme/app",
                "https://s3cret@host:8443/acme/app?x=s3cret                   | https://host:8443/acme/app",
                "https://host/acme?access_token=s3cret x                      | https://host/acme",
                "id::https://host/acme/app?access_token=s3cret                | id::https://host/acme/app",
                "https://host/${env.GITHUB_REPOSITORY}                        | https://host/${env.GITHUB_REPOSITORY}",
                "https://host/${env.GITHUB_REPOSITORY}?t=s3cret               | https://host/${env.GITHUB_REPOSITORY}",
                "https://host/${env.ghp_s3cret}/x                             | https://host/${env.…}/x",
                "https://host/${env.ghp?s3cret}/x                             | https://host/${env.…}/x",
                "${ghp_s3cret1}/x                                             | ${…}/x",
                "${github.registry}/acme/app                                  | ${github.registry}/acme/app",
                "no URL at all                                                | no URL at all",
                "file:target/staging                                          | file:target/staging",
            })
    void has_no_user_no_query_and_no_fragment(String text, String shown) {
        assertThat(ShownUrl.of(text)).isEqualTo(shown);
        assertThat(ShownUrl.quoted(text)).isEqualTo("'" + shown + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:me:s3cret@host",
                "https://me:s3 cret@host",
                "https://me:s3cret@@host/",
                "me:s3cret@host",
                "https://me:123#s3cret@host/",
                "https://me:123?s3cret@host/",
                "https://a@me:s3cret@host/",
                "https://me@host/x:s3cret@host",
                "https:\\\\me:s3cret@host",
            })
    void is_hidden_where_an_at_sign_does_not_clearly_end_the_user(String text) {
        assertThat(ShownUrl.of(text)).isEqualTo("(a URL with an @ in it, not shown)");
        assertThat(ShownUrl.quoted(text)).isEqualTo("(a URL with an @ in it, not shown)");
    }

    @Test
    void of_a_parsed_url_is_the_same_and_harmless() {
        assertThat(ShownUrl.of(URI.create("https://me:s3cret@host/a%0A?b=c#d"))).isEqualTo("https://host/a%0A");
        assertThat(ShownUrl.of("https://host/\u001b[31m")).isEqualTo("https://host/\\u001b[31m");
    }
}
