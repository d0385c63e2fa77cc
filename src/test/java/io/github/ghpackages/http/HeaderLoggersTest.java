package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.http.TestServer.ServerSetting;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a logging backend that keeps HttpClient's loggers on, whatever the plugin does. */
class HeaderLoggersTest extends ServerSetting {

    private static final String HEADERS = "org.apache.hc.client5.http.headers";
    private static final String WIRE = "org.apache.hc.client5.http.wire";

    private static final String GARBAGE = "org.apache.hc.client5.http.impl.io.LenientHttpResponseParser";
    private static final String REALM = "org.apache.hc.client5.http.impl.auth.AuthenticationHandler";

    /** Of the server of the tests, which has a client of its own, and of what is switched off in ours. */
    private static final Set<String> NOT_OURS = Set.of(
            "org.apache.hc.client5.http.impl.classic.RedirectExec",
            "org.apache.hc.client5.http.impl.classic.HttpRequestRetryExec",
            "org.apache.hc.client5.http.protocol.RequestAddCookies",
            "org.apache.hc.client5.http.protocol.ResponseProcessCookies",
            "org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader");

    private static final String PASSWORD = "s3cret+of/the=proxy";
    private static final Token TOKEN = new Token("ghp_0123+45/67=89", "a test");

    private TestProxy proxy;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new TestProxy("mary", PASSWORD);
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    @ParameterizedTest
    @MethodSource("names")
    void sends_the_api_no_token_while_this_logger_is_on(String logger) {
        try (ForeignLogging log = ForeignLogging.of(logger::equals);
                HttpApi http = api(server.http(), TOKEN, null)) {
            refuses(() -> QuickHttp.send(http.deletion(version(http))), "token", logger);
            assertThat(server.requests()).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WIRE, GARBAGE})
    void sends_the_registry_no_token_while_this_logger_is_on(String logger) {
        try (ForeignLogging log = ForeignLogging.of(logger::equals);
                RegistryApi door = registry(server.http(), TOKEN, null)) {
            refuses(() -> door.text(metadata(server.http())), "token", logger);
            assertThat(server.requests()).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADERS, REALM})
    void sends_a_proxy_no_login_while_this_logger_is_on(String logger) {
        try (ForeignLogging log = ForeignLogging.of(logger::equals);
                HttpApi http = api(server.https(), null, login(PASSWORD));
                RegistryApi door = registry(server.http(), null, login(PASSWORD))) {
            refuses(() -> http.get(user(http)), "proxy's login", logger);
            refuses(() -> door.text(metadata(server.http())), "proxy's login", logger);
            assertThat(proxy.requests()).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void sends_what_holds_no_secret_whatever_is_logged() {
        try (ForeignLogging log = ForeignLogging.of(name -> true);
                HttpApi http = api(server.http(), null, null)) {
            assertThat(http.get(user(http)).status()).isEqualTo(200);
            assertThat(log.lines()).anyMatch(line -> line.startsWith(HEADERS)).anyMatch(line -> line.startsWith(WIRE));
        }
    }

    @Test
    void knows_every_logger_of_the_client() throws GeneralSecurityException, IOException {
        server.trustedByThisJvm();
        for (String origin : new String[] {server.http(), server.https()}) {
            for (ProxySettings through : new ProxySettings[] {null, login(PASSWORD), login("wrong+/=" + PASSWORD)}) {
                talk(origin, through);
            }
        }
        assertThat(ForeignLogging.names())
                .contains(HEADERS, WIRE, GARBAGE, REALM)
                .filteredOn(name -> name.startsWith("org.apache.hc.") && !NOT_OURS.contains(name))
                .isSubsetOf(HeaderLoggers.names());
    }

    @Test
    void switches_all_of_the_client_off_in_mavens_own_logging() {
        HeaderLoggers.silence();
        for (String backend : List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.")) {
            assertThat(System.getProperty(backend + "org.apache.hc")).isEqualTo("off");
            assertThat(HeaderLoggers.names()).allMatch(name -> "off".equals(System.getProperty(backend + name)));
        }
    }

    private static List<String> names() {
        return HeaderLoggers.names();
    }

    /** Every way to send something; a proxy that refuses the login is no failure here. */
    private static void talk(String origin, @Nullable ProxySettings through) {
        try (HttpApi http = api(origin, TOKEN, through);
                RegistryApi door = registry(origin, TOKEN, through)) {
            for (ThrowingCallable call : new ThrowingCallable[] {
                () -> http.get(user(http)),
                () -> QuickHttp.send(http.deletion(version(http))),
                () -> door.text(metadata(origin))
            }) {
                Throwable failure = catchThrowable(call);
                assertThat(failure == null || through != null).isTrue();
            }
        }
    }

    private static void refuses(ThrowingCallable call, String secret, String logger) {
        PackagesException refusal = catchThrowableOfType(PackagesException.class, call);
        assertThat(refusal.id()).isEqualTo(Id.TOKEN_WOULD_BE_LOGGED);
        assertThat(refusal.tried()).isEqualTo("Sending the " + secret + " failed.");
        assertThat(refusal.reason())
                .isEqualTo("The logger " + logger + " is on, and it could write the " + secret + " into the log.");
        assertThat(refusal.remedy())
                .isEqualTo(
                        "Switch org.apache.hc off in the configuration of the logging backend that this Maven uses.");
    }

    private ProxySettings login(String password) {
        return new ProxySettings("http", "127.0.0.1", proxy.port(), "mary", password);
    }

    private static HttpApi api(String origin, @Nullable Token token, @Nullable ProxySettings through) {
        return QuickHttp.open(QuickHttp.withProxy(QuickHttp.settings(URI.create(origin), token), through));
    }

    private static RegistryApi registry(String origin, @Nullable Token token, @Nullable ProxySettings through) {
        return new RegistryApi(QuickHttp.withProxy(QuickHttp.settings(URI.create(origin), token), through), "octocat");
    }

    private static URI user(HttpApi http) {
        return http.settings().apiUrl().resolve("/user");
    }

    private static URI version(HttpApi http) {
        return http.settings().apiUrl().resolve("/orgs/acme/packages/maven/com.example.app/versions/7");
    }

    private static URI metadata(String origin) {
        return URI.create(origin).resolve("/acme/app/com/example/app/1.0-SNAPSHOT/maven-metadata.xml");
    }
}
