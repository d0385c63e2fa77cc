package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.stub.EchoingServer;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server echoes comes back covered and harmless, and is not logged, whatever line it is on. */
class EchoTest {

    private static final Token TOKEN = new Token("ghp_odd/token+of=50%~?~?~", "a test");
    private static final String PASSWORD = "s3cret+of/the=proxy";
    private static final Token LOGIN = new Token(PASSWORD, "a test");

    @ParameterizedTest
    @EnumSource
    void shows_no_trace_of_the_token(EchoingServer.Form form) throws IOException {
        try (EchoingServer server = EchoingServer.start(form);
                ForeignLogging log = ForeignLogging.ofWarnings()) {
            ask(server.url(), null);
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void logs_no_trace_of_a_login_that_a_proxy_echoes(EchoingServer.Form form) throws IOException {
        try (EchoingServer proxy = EchoingServer.start(form);
                ForeignLogging log = ForeignLogging.ofWarnings()) {
            int port = URI.create(proxy.url()).getPort();
            ask("http://127.0.0.1:9", new ProxySettings("http", "127.0.0.1", port, "mary", PASSWORD));
            ask("https://127.0.0.1:9", new ProxySettings("http", "127.0.0.1", port, "mary", PASSWORD));
            assertThat(log.lines()).allMatch(EchoTest::isClean);
        }
    }

    /** The forms that are not asked for again, since this door waits in between. */
    @ParameterizedTest
    @EnumSource(names = {"REALM", "NEGOTIATE", "BAD_CHALLENGE", "LOCATION", "MESSAGE", "PAGE"})
    void shows_no_trace_of_a_login_to_the_registry(EchoingServer.Form form) throws IOException {
        try (EchoingServer server = EchoingServer.start(form);
                ForeignLogging log = ForeignLogging.ofWarnings()) {
            URI registry = URI.create(server.url());
            try (RegistryApi door = new RegistryApi(QuickHttp.settings(registry, TOKEN), "octocat")) {
                URI file = registry.resolve("/acme/app/com/example/app/1.0-SNAPSHOT/maven-metadata.xml");
                requireClean(() -> requireClean(door.text(file)));
            }
            assertThat(log.lines()).isEmpty();
        }
    }

    private static void ask(String origin, @Nullable ProxySettings proxy) {
        URI api = URI.create(origin);
        HttpSettings settings = QuickHttp.withProxy(QuickHttp.settings(api, TOKEN), proxy);
        try (HttpApi http = QuickHttp.open(settings)) {
            requireClean(() -> requireClean(http.get(api.resolve("/user"))));
            requireClean(() -> requireClean(QuickHttp.send(
                    http.deletion(api.resolve("/orgs/acme/packages/maven/com.example.app/versions/7")))));
        }
    }

    private static void requireClean(Response response) {
        assertThat(response.body()).matches(EchoTest::isClean);
        assertThat(response.message()).matches(EchoTest::isClean).isEqualTo(SafeText.harmless(response.message()));
        for (String name : response.headers().names()) {
            assertThat(name).matches(EchoTest::isClean);
            assertThat(response.headers().all(name)).allMatch(EchoTest::isClean);
        }
    }

    private static void requireClean(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).matches(EchoTest::isClean);
            assertThat(failure).isNotInstanceOf(AssertionError.class);
            for (Throwable part = failure; part != null; part = part.getCause()) {
                for (String line : String.valueOf(part.getMessage()).split("\n")) {
                    assertThat(line.strip()).isEqualTo(SafeText.harmless(line.strip()));
                }
            }
        }
    }

    private static boolean isClean(String text) {
        return LOGIN.scrub(TOKEN.scrub(text)).equals(text);
    }
}
