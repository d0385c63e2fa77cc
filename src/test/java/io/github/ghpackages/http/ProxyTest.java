package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a proxy that wants a login, as Maven's settings.xml describes one: to http directly, to https through a tunnel. */
class ProxyTest extends ServerSetting {

    private static final Token TOKEN = new Token("ghp_0123456789", "a test");

    private TestProxy proxy;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new TestProxy("mary", "s3cret");
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    @Test
    void reaches_an_http_server_with_the_proxys_login() {
        try (HttpApi http = through("mary", "s3cret", server.http())) {
            assertThat(http.get(http.settings().apiUrl().resolve("/user")).status())
                    .isEqualTo(200);
        }
        assertThat(proxy.requests()).contains("GET " + server.http() + "/user HTTP/1.1");
    }

    @Test
    void reaches_an_https_server_through_a_tunnel_that_hides_the_token() throws GeneralSecurityException, IOException {
        server.trustedByThisJvm();
        try (HttpApi http = through("mary", "s3cret", server.https())) {
            assertThat(http.get(http.settings().apiUrl().resolve("/user")).status())
                    .isEqualTo(200);
        }
        assertThat(proxy.requests()).contains("CONNECT " + server.https().substring("https://".length()) + " HTTP/1.1");
        assertThat(proxy.heads()).doesNotContain("ghp_0123456789");
        server.wireMock()
                .verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/user"))
                        .withHeader("Authorization", WireMock.equalTo("Bearer ghp_0123456789"))
                        .withoutHeader("Proxy-Authorization"));
    }

    @ParameterizedTest
    @CsvSource({
        "407 Proxy Authentication Required, true",
        "407 Proxy Authentication Required, false",
        "401 Unauthorized, true",
        "401 Unauthorized, false"
    })
    void says_once_that_the_proxy_refuses_its_login(String status, boolean tunnel) {
        proxy.answerWrongLoginsWith(status);
        try (HttpApi http = through("mary", "wrong", tunnel ? server.https() : server.http())) {
            PackagesException failure = catchThrowableOfType(
                    PackagesException.class,
                    () -> http.delete(
                            URI.create(http.settings().apiUrl() + "/orgs/a/packages/maven/b/versions/1"), () -> {}));
            assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
            assertThat(failure.reason())
                    .isEqualTo("The proxy " + proxy.url() + " answered " + status.substring(0, 3) + ".");
            assertThat(failure.remedy()).startsWith("Check username and password of the <proxy> in settings.xml");
            assertThat(failure).hasMessageNotContaining("wrong");
        }
        assertThat(proxy.requests()).hasSize(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void takes_the_answer_of_a_proxy_that_opens_no_tunnel_for_its_own() {
        proxy.refuseTunnelsWith("404 Not Found");
        try (HttpApi http = through("mary", "s3cret", server.https())) {
            PackagesException failure = catchThrowableOfType(
                    PackagesException.class,
                    () -> http.get(http.settings().apiUrl().resolve("/user")));
            assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
            assertThat(failure.reason()).isEqualTo("The proxy " + proxy.url() + " answered 404.");
        }
    }

    @Test
    void does_not_trust_a_certificate_that_the_jdk_does_not_trust() {
        HttpSettings direct = HttpSettings.of(URI.create(server.https()), TOKEN);
        try (HttpApi http = new HttpApi(direct, said -> {}, new QuickWaiter())) {
            PackagesException failure = catchThrowableOfType(
                    PackagesException.class, () -> http.get(direct.apiUrl().resolve("/user")));
            assertThat(failure.tried()).endsWith("/user failed.");
            assertThat(failure.remedy()).contains("-Djavax.net.ssl.trustStore=FILE");
        }
        assertThat(server.requests()).isEmpty();
    }

    private HttpApi through(String user, String password, String api) {
        ProxySettings settings = new ProxySettings("http", "127.0.0.1", proxy.port(), user, password);
        return new HttpApi(HttpSettings.of(URI.create(api), TOKEN).withProxy(settings), said -> {}, new QuickWaiter());
    }
}
