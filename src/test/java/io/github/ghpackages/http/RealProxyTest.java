package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.Proxies;
import io.github.ghpackages.http.TestServer.ServerSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ProxyTest} shows, over the proxies that companies run, where they are installed. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class RealProxyTest extends ServerSetting {

    private static final String SECRET = "ghp_0123+45/67=89";
    private static final Token TOKEN = new Token(SECRET, "a test");
    private static final String PASSWORD = "s3cret";

    @TempDir
    Path folder;

    @BeforeEach
    void trustServer() throws IOException, GeneralSecurityException {
        server.trustedByThisJvm();
    }

    @ParameterizedTest
    @EnumSource
    void opens_tunnels_to_an_https_server_and_sees_no_token(RealProxy.Kind kind) throws Exception {
        try (RealProxy proxy = start(kind);
                HttpApi http = api(proxy, PASSWORD, server.https())) {
            IntStream.range(0, 16)
                    .parallel()
                    .forEach(i -> assertThat(read(http)).isEqualTo(200));
            assertThat(QuickHttp.send(http.deletion(version(http))).status()).isEqualTo(200);
            assertThat(metadata(proxy, server.https())).isEqualTo(200);
            String log = proxy.endAndTell();
            assertThat(log).contains("CONNECT " + server.https().substring("https://".length()));
            assertThat(TOKEN.scrub(log)).isEqualTo(log);
        }
        server.wireMock().verify(18, WireMock.anyRequestedFor(WireMock.anyUrl()).withoutHeader("Proxy-Authorization"));
        server.wireMock()
                .verify(
                        17,
                        WireMock.anyRequestedFor(WireMock.anyUrl())
                                .withHeader("Authorization", WireMock.equalTo("Bearer " + SECRET)));
    }

    @ParameterizedTest
    @EnumSource
    void passes_requests_on_to_an_http_server_without_its_own_login(RealProxy.Kind kind) throws Exception {
        try (RealProxy proxy = start(kind);
                HttpApi http = api(proxy, PASSWORD, server.http())) {
            assertThat(read(http)).isEqualTo(200);
            assertThat(QuickHttp.send(http.deletion(version(http))).status()).isEqualTo(200);
            assertThat(metadata(proxy, server.http())).isEqualTo(200);
            assertThat(proxy.endAndTell()).contains("GET " + server.http() + "/user");
        }
        server.wireMock().verify(3, WireMock.anyRequestedFor(WireMock.anyUrl()).withoutHeader("Proxy-Authorization"));
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_wrong_login_and_is_not_asked_again(RealProxy.Kind kind) throws Exception {
        try (RealProxy proxy = start(kind);
                HttpApi tunnelled = api(proxy, "wrong", server.https());
                HttpApi passed = api(proxy, "wrong", server.http())) {
            for (HttpApi http : new HttpApi[] {tunnelled, passed}) {
                String deletion = version(http).toString();
                PackagesException failure = catchThrowableOfType(
                        PackagesException.class, () -> QuickHttp.send(http.deletion(version(http))));
                assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
                assertThat(failure.tried()).isEqualTo("Sending DELETE " + deletion + " failed.");
                assertThat(failure.reason())
                        .isEqualTo("The proxy " + proxy.url() + " answered " + kind.refusal() + ".");
                assertThat(failure.remedy()).startsWith("Check username and password of the <proxy> in settings.xml");
            }
            assertThat(server.requests()).isEmpty();
            // Once to learn which login is wanted, once with it.
            String log = proxy.endAndTell();
            assertThat(log.split("CONNECT localhost", -1)).hasSize(3);
            assertThat(log.split("DELETE http", -1)).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_doubt_that_nothing_was_sent_to_a_server_that_it_does_not_reach(RealProxy.Kind kind)
            throws Exception {
        String origin = server.https();
        server.close();
        try (RealProxy proxy = start(kind);
                HttpApi http = api(proxy, PASSWORD, origin)) {
            PackagesException failure =
                    catchThrowableOfType(PackagesException.class, () -> QuickHttp.send(http.deletion(version(http))));
            assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
            assertThat(failure.reason()).matches("The proxy " + proxy.url() + " answered 50[03]\\.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void has_no_part_in_requests_to_nonProxyHosts(RealProxy.Kind kind) throws Exception {
        try (RealProxy proxy = start(kind);
                HttpApi direct = api(proxy, "wrong", server.http(), "*.example.com|127.0.0.*");
                HttpApi through = api(proxy, PASSWORD, server.https(), "*.example.com|127.0.0.*")) {
            assertThat(read(direct)).isEqualTo(200);
            assertThat(read(through)).isEqualTo(200);
            assertThat(proxy.endAndTell()).doesNotContain(server.http()).contains("CONNECT localhost");
        }
    }

    private RealProxy start(RealProxy.Kind kind) throws IOException, InterruptedException {
        Optional<Path> program = kind.program();
        assumeTrue(
                program.isPresent(),
                () -> kind + " is not installed; ProxyTest covers the same with a proxy of its own");
        try {
            return RealProxy.start(kind, program.orElseThrow(), folder, "mary", PASSWORD);
        } catch (IOException e) {
            // Ubuntu's AppArmor can keep squid from a configuration that is not under /etc.
            assumeTrue(kind != RealProxy.Kind.SQUID, e::getMessage);
            throw e;
        }
    }

    private static HttpApi api(RealProxy proxy, String password, String origin) {
        return api(proxy, password, origin, "");
    }

    private static HttpApi api(RealProxy proxy, String password, String origin, String nonProxyHosts) {
        return QuickHttp.open(settings(proxy, password, origin, nonProxyHosts));
    }

    /** As Maven reads it from settings.xml. */
    private static HttpSettings settings(RealProxy proxy, String password, String origin, String nonProxyHosts) {
        URI url = URI.create(origin);
        DefaultProxySelector selector = new DefaultProxySelector();
        selector.add(
                new Proxy(
                        url.getScheme(),
                        "127.0.0.1",
                        proxy.port(),
                        new AuthenticationBuilder()
                                .addUsername("mary")
                                .addPassword(password)
                                .build()),
                nonProxyHosts);
        Proxies proxies = new Proxies(new DefaultRepositorySystemSession().setProxySelector(selector));
        return QuickHttp.withProxy(
                QuickHttp.settings(url, TOKEN), proxies.of(url).orElse(null));
    }

    private static int metadata(RealProxy proxy, String origin) {
        try (RegistryApi door = new RegistryApi(settings(proxy, PASSWORD, origin, ""), "octocat")) {
            URI file = URI.create(origin + "/acme/app/com/example/app/1.0-SNAPSHOT/maven-metadata.xml");
            return door.text(file).status();
        }
    }

    private static int read(HttpApi http) {
        return http.get(http.settings().apiUrl().resolve("/user")).status();
    }

    private static URI version(HttpApi http) {
        return http.settings().apiUrl().resolve("/orgs/acme/packages/maven/com.example.app/versions/7");
    }
}
