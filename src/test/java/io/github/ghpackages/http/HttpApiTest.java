package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.QuickHttp.JumpingTicker;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {

    private final StubGitHub stub = StubGitHub.startServer();
    private final String secret = stub.accounts().adminToken("octocat", "acme/app");
    private final Token token = new Token(secret, "a test");
    private final HttpSettings settings = QuickHttp.settings(URI.create(stub.url()), token);
    private final JumpingTicker ticker = new JumpingTicker();
    private final HttpApi http = new HttpApi(settings, said -> {}, ticker);
    private final String version = "/orgs/acme/packages/maven/com.example.app/versions/";

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @Test
    void sends_what_github_asks_for_and_no_more() {
        http.get(url("/user"));
        StubRequest sent = stub.requests().get(0);
        assertThat(sent.path()).isEqualTo("/api/v3/user");
        assertThat(sent.headers().keySet())
                .containsExactlyInAnyOrder(
                        "accept",
                        "x-github-api-version",
                        "authorization",
                        "user-agent",
                        "accept-encoding",
                        "host",
                        "connection");
        assertThat(sent.header("accept")).contains("application/vnd.github+json");
        assertThat(sent.header("x-github-api-version")).contains("2022-11-28");
        assertThat(sent.header("authorization")).contains("Bearer " + secret);
        assertThat(sent.header("user-agent")).contains("ghpackages-maven-plugin");
    }

    @Test
    void keeps_no_cookies() {
        stub.fault(When.any(), Fault.none().header("Set-Cookie", "session=1; Path=/"));
        http.get(url("/user"));
        http.get(url("/user"));
        assertThat(stub.requests()).noneMatch(sent -> sent.header("cookie").isPresent());
    }

    @Test
    void asks_no_other_origin_than_the_apis() {
        URI elsewhere = URI.create(stub.otherOrigin() + "/api/v3/user");
        PackagesException refusal = catchThrowableOfType(PackagesException.class, () -> http.get(elsewhere));
        assertThat(refusal.id()).isEqualTo(Id.UNTRUSTED_API);
        assertThat(stub.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs/acme/packages/maven/com.example.app",
                "/user",
                "/orgs/acme/packages/maven/a/versions/1.0",
                "/orgs/acme/packages/maven/a/versions/1/",
                "/orgs/acme/packages/maven/a/versions/",
                "/orgs/acme/packages/maven/a/versions/1/restore"
            })
    void lets_a_deletion_pass_to_a_numeric_id_only(String path) {
        assertThatThrownBy(() -> QuickHttp.send(http.deletion(url(path)))).isInstanceOf(IllegalArgumentException.class);
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void lets_a_package_go_by_its_own_method_only() {
        assertThatThrownBy(() -> QuickHttp.send(http.packageDeletion(url(version + "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuickHttp.send(http.restore(url(version + "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        stub.state().publish("acme/app", "com.example:app", "1.0");
        assertThat(QuickHttp.send(http.packageDeletion(url("/orgs/acme/packages/maven/com.example.app")))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void follows_a_redirect_at_home_and_keeps_the_method(int status) {
        long id = stub.state().publish("acme/app", "com.example:app", "1.0");
        stub.state().publish("acme/app", "com.example:app", "1.1");
        String old = "/orgs/old-name/packages/maven/com.example.app/versions/" + id;
        stub.fault(When.path("/old-name/"), Fault.redirect(status, "/api/v3" + version + id));
        assertThat(QuickHttp.send(http.deletion(url(old))).status()).isEqualTo(204);
        assertThat(stub.deleted()).containsExactly("1.0");
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void never_follows_a_redirect_to_another_origin(int status) {
        stub.fault(When.any(), Fault.redirect(status, stub.otherOrigin() + "/api/v3/user?login=x"));
        PackagesException refusal = catchThrowableOfType(PackagesException.class, () -> http.get(url("/user")));
        assertThat(refusal.id()).isEqualTo(Id.REDIRECTED);
        assertThat(refusal.reason())
                .startsWith("The server redirects it to " + stub.otherOrigin()
                        + "/api/v3/user. This redirect is not followed");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void never_follows_a_restore_to_another_operation() {
        stub.fault(When.any(), Fault.redirect(307, "/api/v3" + version + "7"));
        assertThat(catchThrowableOfType(
                                PackagesException.class, () -> QuickHttp.send(http.restore(url(version + "7/restore"))))
                        .id())
                .isEqualTo(Id.REDIRECTED);
    }

    @Test
    void never_follows_a_deletion_to_another_version() {
        stub.state().publish("acme/app", "com.example:app", "1.0");
        long other = stub.state().publish("acme/app", "com.example:app", "1.1");
        stub.fault(When.version(7), Fault.redirect(307, "/api/v3" + version + other));
        assertThat(catchThrowableOfType(
                                PackagesException.class, () -> QuickHttp.send(http.deletion(url(version + "7"))))
                        .id())
                .isEqualTo(Id.REDIRECTED);
        assertThat(stub.deleted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void never_follows_a_redirect_to_another_owners_package_of_the_same_name(int status) {
        String other = "/api/v3/orgs/other/packages/maven/com.example.app";
        stub.fault(When.deleting(), Fault.redirect(status, other));
        stub.fault(When.restoring(), Fault.redirect(status, other + "/restore"));
        URI app = url("/orgs/acme/packages/maven/com.example.app");
        assertThat(catchThrowableOfType(PackagesException.class, () -> QuickHttp.send(http.packageDeletion(app)))
                        .id())
                .isEqualTo(Id.REDIRECTED);
        assertThat(catchThrowableOfType(
                                PackagesException.class,
                                () -> QuickHttp.send(http.restore(URI.create(app + "/restore"))))
                        .id())
                .isEqualTo(Id.REDIRECTED);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void begins_at_the_first_url_again_after_a_fault_behind_a_redirect() {
        stub.fault(When.path("/orgs/old-name"), Fault.redirect(307, "/api/v3/user"));
        stub.fault(When.path("/user"), Fault.answer(502).once());
        assertThat(http.get(url("/orgs/old-name")).status()).isEqualTo(200);
        assertThat(stub.requests())
                .extracting(StubRequest::path)
                .containsExactly("/api/v3/orgs/old-name", "/api/v3/user", "/api/v3/orgs/old-name", "/api/v3/user");
    }

    @Test
    void gives_up_on_redirects_in_a_circle() {
        stub.fault(When.any(), Fault.redirect(302, "/api/v3/user"));
        assertThat(catchThrowableOfType(PackagesException.class, () -> http.get(url("/user")))
                        .id())
                .isEqualTo(Id.REDIRECTED);
        assertThat(stub.requests()).hasSize(6);
    }

    @Test
    void covers_every_trace_of_the_token_in_what_comes_back() {
        String basic = Base64.getEncoder()
                .encodeToString(("octocat:" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        stub.fault(
                When.any(),
                Fault.answer(400, "{\"message\":\"Bad " + secret + " and " + basic + "\"}")
                        .header("X-Echo", "Bearer " + secret));
        Response answer = http.get(url("/user"));
        assertThat(answer.body()).doesNotContain(secret).doesNotContain(basic.substring(12, 30));
        assertThat(answer.header("x-echo")).contains("Bearer ***");
        assertThat(answer.message()).startsWith("Bad *** and ");
    }

    @Test
    void covers_a_token_that_json_hides_in_escapes() throws JsonException {
        String escaped = "\\u0067" + secret.substring(1);
        stub.fault(When.any(), Fault.answer(422, "{\"message\":\"Bad token " + escaped + "\"}"));
        assertThat(http.get(url("/user")).message()).isEqualTo("Bad token ***");
        stub.heal();
        stub.fault(When.any(), Fault.answer(200, "[{\"" + escaped + "\":\"" + escaped + "\"}]"));
        Json row = http.get(url("/user")).json().elements().get(0);
        assertThat(row.text("***")).isEqualTo("***");
    }

    @Test
    void makes_a_message_harmless() {
        stub.fault(When.any(), Fault.answer(400, "{\"message\":\"\\u001b[31m\\n::error::x ##[group]\"}"));
        assertThat(http.get(url("/user")).message()).doesNotContain("\u001b", "\n", " ::", "##[");
    }

    @Test
    void repeats_a_read_with_growing_pauses() {
        stub.fault(When.any(), Fault.answer(503).times(3));
        assertThat(http.get(url("/user")).status()).isEqualTo(200);
        assertThat(ticker.pauses()).hasSize(3).isSorted();
        assertThat(stub.requests()).hasSize(4);
    }

    @Test
    void knows_the_servers_time() {
        Instant time = Instant.parse("2020-02-02T02:02:02Z");
        stub.clock(time);
        http.get(url("/user"));
        assertThat(http.serverTime()).isBetween(time, time.plusSeconds(20));
    }

    @Test
    void reports_a_server_that_is_not_there_without_any_doubt_about_the_effect() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        URI api = URI.create("http://127.0.0.1:" + closed);
        try (HttpApi nobody = new HttpApi(QuickHttp.settings(api, token), said -> {}, ticker)) {
            PackagesException failure = catchThrowableOfType(
                    PackagesException.class, () -> QuickHttp.send(nobody.deletion(URI.create(api + version + "7"))));
            assertThat(failure.id()).isEqualTo(Id.CONNECTION_FAILED);
            assertThat(failure.tried()).isEqualTo("Sending DELETE " + api + version + "7 failed 4 times.");
            assertThat(failure.reason()).contains("Connection refused").doesNotContain("took effect");
        }
    }

    @Test
    void keeps_the_token_out_of_the_stack_trace() {
        stub.fault(When.any(), Fault.garbage());
        PackagesException failure =
                catchThrowableOfType(PackagesException.class, () -> QuickHttp.send(http.deletion(url(version + "7"))));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("Suppressed: ").doesNotContain(secret);
        assertThat(failure.reason()).endsWith("Whether it took effect is unknown.");
    }

    @Test
    @SuppressWarnings("try")
    void waits_no_more_once_it_is_closed() {
        stub.fault(When.any(), Fault.answer(503));
        try (HttpApi closed = new HttpApi(settings)) {
            closed.close();
            assertThat(catchThrowableOfType(PackagesException.class, () -> closed.get(url("/user")))
                            .id())
                    .isEqualTo(Id.CONNECTION_FAILED);
        }
    }

    private URI url(String path) {
        return URI.create(stub.url() + path);
    }
}
