package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.github.com",
                "HTTPS://ghe.example.com/api/v3/",
                "http://127.0.0.1:8080",
                "http://localhost:8080/api/v3",
                "http://[::1]:8080"
            })
    void takes_encrypted_urls_and_loopback(String url) {
        assertThatCode(() -> QuickHttp.settings(URI.create(url), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.github.com",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://10.0.0.1",
                "http://0.0.0.0:8080"
            })
    void refuses_plain_http_beyond_loopback(String url) {
        assertThat(refusal(url).id()).isEqualTo(Id.UNTRUSTED_API);
    }

    @Test
    void takes_plain_http_where_the_user_allows_it() {
        HttpSettings usual = QuickHttp.settings(URI.create("https://ghe.example.com"), null);
        assertThatCode(() -> new HttpSettings(
                        URI.create("http://ghe.example.com"),
                        null,
                        null,
                        usual.connectTimeout(),
                        usual.responseTimeout(),
                        usual.maxWait(),
                        1,
                        "test",
                        true,
                        null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://api.github.com",
                "api.github.com",
                "/api/v3",
                "https:api.github.com",
                "https:///api/v3",
                "https://api.github.com?q",
                "https://api.github.com#f",
                "https://ghe_host/api/v3"
            })
    void refuses_what_is_no_url_of_a_server(String url) {
        assertThat(refusal(url).id()).isEqualTo(Id.INVALID_PARAMETER);
    }

    @Test
    void refuses_a_login_in_the_url_and_never_echoes_it() {
        PackagesException refusal = refusal("https://octocat:s3cret@ghe.example.com/api/v3");
        assertThat(refusal)
                .hasMessageStartingWith("The API URL 'https://ghe.example.com/api/v3' can't be used.\n"
                        + "  Reason: It contains a user name or password.\n")
                .hasMessageNotContaining("octocat")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refuses_a_login_in_the_url_of_a_host_that_java_cannot_parse_and_never_echoes_it() {
        assertThat(refusal("https://octocat:s3cret@ghe_host/api/v3")).hasMessageNotContaining("s3cret");
    }

    @Test
    void bounds_the_requests_at_once() {
        HttpSettings settings = QuickHttp.settings(URI.create("https://api.github.com"), null);
        assertThatThrownBy(() -> QuickHttp.withConcurrency(settings, 0)).hasMessageContaining("a number from 1 to 100");
        assertThatThrownBy(() -> QuickHttp.withConcurrency(settings, 101))
                .hasMessageContaining("a number from 1 to 100");
        assertThatThrownBy(() -> QuickHttp.withMaxWait(settings, Duration.ofSeconds(-1)))
                .hasMessageContaining("'maxWait'");
        assertThatThrownBy(() -> QuickHttp.withTimeouts(settings, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("'connectTimeout'");
    }

    private static PackagesException refusal(String url) {
        return catchThrowableOfType(PackagesException.class, () -> QuickHttp.settings(URI.create(url), null));
    }
}
