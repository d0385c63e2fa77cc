package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.http.QuickHttp.JumpingTicker;
import io.github.ghpackages.http.TestServer.ServerSetting;
import io.github.ghpackages.stub.EchoingServer;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    () -> QuickHttp.send(http.deletion(
                            URI.create(http.settings().apiUrl() + "/orgs/a/packages/maven/b/versions/1"))));
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

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "https://localhost:9"})
    void says_that_the_proxy_cannot_be_reached(String api) {
        proxy.close();
        PackagesException failure = failure(through("mary", "s3cret", api));
        assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
        assertThat(failure.reason())
                .startsWith("The proxy " + proxy.url() + " can't be reached: ")
                .contains("Connection refused");
        assertThat(failure.remedy()).startsWith("Check the <proxy> of settings.xml, and that the proxy runs");
    }

    @Test
    void says_that_the_proxys_host_is_unknown() {
        ProxySettings unknown = new ProxySettings("http", "proxy.invalid", 3128, null, null);
        PackagesException failure = failure(open("https://api.example.com", unknown));
        assertThat(failure.reason())
                .isEqualTo(
                        "The proxy http://proxy.invalid:3128 can't be reached: the host proxy.invalid is unknown: its"
                                + " name can't be resolved.");
    }

    @Test
    void says_that_the_request_went_through_a_proxy_which_broke_off() throws IOException {
        try (EchoingServer broken = EchoingServer.start(EchoingServer.Form.ONLY_GARBAGE)) {
            ProxySettings settings = new ProxySettings(
                    "http", "127.0.0.1", URI.create(broken.url()).getPort(), null, null);
            for (String api : new String[] {server.http(), server.https()}) {
                assertThat(failure(open(api, settings)).reason())
                        .endsWith(". The request went through the proxy " + broken.url() + ".");
            }
        }
    }

    @Test
    void says_which_host_is_unknown() {
        assertThat(failure(open("https://api.invalid", null)).reason())
                .isEqualTo("The host api.invalid is unknown: its name can't be resolved.");
    }

    @Test
    void says_that_a_server_speaks_no_tls() {
        PackagesException failure = failure(open(server.http().replace("http:", "https:"), null));

        assertThat(failure.remedy()).startsWith("The server there does not use TLS: check the scheme and the port");
    }

    private static PackagesException failure(HttpApi opened) {
        try (HttpApi http = opened) {
            return catchThrowableOfType(
                    PackagesException.class,
                    () -> http.get(http.settings().apiUrl().resolve("/user")));
        }
    }

    private static HttpApi open(String api, @Nullable ProxySettings through) {
        return QuickHttp.open(QuickHttp.withProxy(QuickHttp.settings(URI.create(api), TOKEN), through));
    }

    @Test
    void does_not_trust_a_certificate_that_the_jdk_does_not_trust() {
        HttpSettings direct = QuickHttp.settings(URI.create(server.https()), TOKEN);
        try (HttpApi http = new HttpApi(direct, said -> {}, new JumpingTicker())) {
            PackagesException failure = catchThrowableOfType(
                    PackagesException.class, () -> http.get(direct.apiUrl().resolve("/user")));
            assertThat(failure.tried()).endsWith("/user failed.");
            assertThat(failure.remedy()).contains("-Djavax.net.ssl.trustStore=FILE");
        }
        assertThat(server.requests()).isEmpty();
    }

    private HttpApi through(String user, String password, String api) {
        ProxySettings settings = new ProxySettings("http", "127.0.0.1", proxy.port(), user, password);
        return new HttpApi(
                QuickHttp.withProxy(QuickHttp.settings(URI.create(api), TOKEN), settings),
                said -> {},
                new JumpingTicker());
    }
}
