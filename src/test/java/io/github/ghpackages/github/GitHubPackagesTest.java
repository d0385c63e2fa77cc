package io.github.ghpackages.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubPackagesTest {

    private static final Owner ACME = new Owner("acme", Owner.Kind.ORGANIZATION);
    private static final PackageName APP = PackageName.maven("com.example", "app");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpApi http;
    private GitHubPackages packages;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(line + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            String answer = answers.getOrDefault(line, "404 {\"message\":\"Not Found\"}");
            int status = Integer.parseInt(answer.substring(0, 3));
            byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3");
        http = new HttpApi(HttpSettings.of(api, new Token("ghp_0123456789", "a test")));
        packages = new GitHubPackages(http, api);
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void lists_the_versions_of_a_package() {
        answers.put(
                "GET /api/v3/orgs/acme/packages/maven/com.example.app/versions?per_page=100&state=active",
                "200 [{\"id\":7,\"name\":\"1.0\",\"created_at\":\"2022-06-05T18:51:48Z\"}]");
        assertThat(packages.versions(ACME, APP, PackageVersion.State.ACTIVE))
                .extracting(PackageVersion::id, PackageVersion::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(7L, "1.0"));
        assertThat(asked).singleElement().asString().endsWith("Bearer ghp_0123456789");
    }

    @Test
    void deletes_one_version_by_its_id() {
        answers.put("DELETE /api/v3/orgs/acme/packages/maven/com.example.app/versions/7", "204 ");
        assertThat(packages.delete(ACME, APP, 7).succeeded()).isTrue();
    }

    @Test
    void finds_no_package_where_github_says_that_there_is_none() {
        assertThat(packages.find(ACME, APP)).isEmpty();
    }

    @Test
    void takes_the_users_own_endpoints_only_for_the_login_of_the_token() {
        answers.put("GET /api/v3/user", "200 {\"login\":\"Octo\"}");
        answers.put("GET /api/v3/users/acme", "200 {\"login\":\"acme\",\"type\":\"Organization\"}");
        assertThat(packages.owner("octo")).isEqualTo(new Owner("Octo", Owner.Kind.SELF));
        assertThat(packages.owner("acme")).isEqualTo(ACME);
    }

    @Test
    void says_that_an_owner_does_not_exist() {
        answers.put("GET /api/v3/user", "200 {\"login\":\"Octo\"}");
        assertThatThrownBy(() -> packages.owner("acmee")).hasMessageContaining("GitHub knows no user or organisation");
    }
}
