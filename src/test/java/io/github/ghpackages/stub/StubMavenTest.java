package io.github.ghpackages.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StubMavenTest extends StubSetting {

    private final String registry = github.registryUrl("acme", "app");

    private int put(String path) {
        return caller.put(registry + path, "content of " + path).statusCode();
    }

    private int get(String path) {
        return caller.get(registry + path).statusCode();
    }

    @Test
    void makes_a_version_of_uploads() {
        github.clock(DAY);
        assertThat(put("/com/example/app/1.0/app-1.0.jar")).isEqualTo(201);
        github.advance(Duration.ofSeconds(2));
        assertThat(put("/com/example/app/1.0/app-1.0.jar.sha1")).isEqualTo(201);
        assertThat(put("/com/example/app/maven-metadata.xml")).isEqualTo(201);

        assertThat(caller.get(PACKAGE + "/versions").body())
                .contains("\"name\":\"1.0\"", "\"created_at\":\"2026-01-01T00:00:00Z\"");
        assertThat(caller.get(registry + "/com/example/app/1.0/app-1.0.jar.sha1")
                        .body())
                .isEqualTo("content of /com/example/app/1.0/app-1.0.jar.sha1");
        assertThat(state.files("acme", "com.example:app", "1.0")).containsExactly("app-1.0.jar", "app-1.0.jar.sha1");
        assertThat(get("/com/example/app/1.0/app-1.0.pom")).isEqualTo(404);
        assertThat(caller.send("HEAD", registry + "/com/example/app/maven-metadata.xml")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takes_no_file_of_a_release_twice() {
        put("/com/example/app/1.0/app-1.0.jar");

        assertThat(put("/com/example/app/1.0/app-1.0.jar")).isEqualTo(409);
        assertThat(put("/com/example/app/1.0/app-1.0.pom")).isEqualTo(201);
    }

    @Test
    void takes_a_deleted_release_anew_which_blocks_its_restore() {
        put("/com/example/app/1.0/app-1.0.jar");
        put("/com/example/app/1.1/app-1.1.jar");
        long old = state.id("acme", "com.example:app", "1.0");
        assertThat(caller.delete(PACKAGE + "/versions/" + old).statusCode()).isEqualTo(204);

        assertThat(get("/com/example/app/1.0/app-1.0.jar")).isEqualTo(404);
        assertThat(put("/com/example/app/1.0/app-1.0.jar")).isEqualTo(201);
        assertThat(state.id("acme", "com.example:app", "1.0")).isNotEqualTo(old);
        assertThat(caller.post(PACKAGE + "/versions/" + old + "/restore").statusCode())
                .isEqualTo(404);
    }

    @Test
    void brings_the_files_back_with_their_version() {
        put("/com/example/app/1.0/app-1.0.jar");
        put("/com/example/app/1.1/app-1.1.jar");
        String version = oldest();

        caller.delete(version);
        assertThat(get("/com/example/app/1.0/app-1.0.jar")).isEqualTo(404);
        caller.post(version + "/restore");
        assertThat(get("/com/example/app/1.0/app-1.0.jar")).isEqualTo(200);
    }

    @Test
    void moves_no_dates_of_a_snapshot_that_is_deployed_again() {
        github.clock(DAY);
        put("/com/example/app/1.0-SNAPSHOT/app-1.0-20260101.000000-1.jar");
        put("/com/example/app/1.0-SNAPSHOT/maven-metadata.xml");
        String before = caller.get(PACKAGE + "/versions").body();
        github.advance(Duration.ofDays(90));
        put("/com/example/app/1.0-SNAPSHOT/app-1.0-20260401.000000-2.jar");

        HttpResponse<String> metadata =
                caller.put(registry + "/com/example/app/1.0-SNAPSHOT/maven-metadata.xml", "newer");

        assertThat(metadata.statusCode()).isEqualTo(201);
        assertThat(caller.get(PACKAGE + "/versions").body()).isEqualTo(before).contains("1.0-SNAPSHOT");
        assertThat(caller.get(registry + "/com/example/app/1.0-SNAPSHOT/maven-metadata.xml")
                        .body())
                .isEqualTo("newer");
    }

    @Test
    void seeds_snapshots_with_their_metadata() {
        state.deploySnapshot("acme/app", "com.example:app", "1.0-SNAPSHOT", DAY);
        state.deploySnapshot("acme/app", "com.example:app", "1.0-SNAPSHOT", DAY.plus(Duration.ofDays(90)));

        assertThat(caller.get(PACKAGE + "/versions").body()).contains("\"updated_at\":\"2026-01-01T00:00:00Z\"");
        assertThat(caller.get(registry + "/com/example/app/1.0-SNAPSHOT/maven-metadata.xml")
                        .body())
                .contains("<lastUpdated>20260401000000</lastUpdated>", "<buildNumber>2</buildNumber>");
    }

    @Test
    void refuses_upper_case_and_names_of_other_repositories() {
        github.accounts().right("octocat", "acme/other", Right.ADMIN);
        put("/com/example/app/1.0/app-1.0.jar");

        assertThat(put("/com/example/App/1.0/App-1.0.jar")).isEqualTo(422);
        assertThat(caller.put(github.registryUrl("acme", "other") + "/com/example/app/1.1/app-1.1.jar", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(caller.put(github.registryUrl("Acme", "app") + "/com/example/app/1.1/app-1.1.jar", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.put(github.registryUrl("acme", "nothing") + "/com/example/app/1.1/app-1.1.jar", "x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void asks_for_credentials_and_takes_any_user_name_with_the_token() {
        put("/com/example/app/1.0/app-1.0.jar");
        URI jar = URI.create(registry + "/com/example/app/1.0/app-1.0.jar");

        HttpResponse<String> without = Caller.send(HttpRequest.newBuilder(jar).build());
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"GitHub Package Registry\"");
        String pair = Base64.getEncoder()
                .encodeToString("whoever:ghp_octocatAdmin0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        assertThat(Caller.send(HttpRequest.newBuilder(jar)
                                .header("Authorization", "Basic " + pair)
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void needs_the_scope_and_the_right_to_upload() {
        github.accounts()
                .token("ghp_reader", "octocat", "read:packages")
                .token("ghp_stranger", "hubot", "write:packages");
        String jar = registry + "/com/example/app/1.0/app-1.0.jar";

        assertThat(new Caller(github, "ghp_reader").put(jar, "x").statusCode()).isEqualTo(403);
        assertThat(new Caller(github, "ghp_stranger").put(jar, "x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void serves_all_repositories_of_an_owner_by_a_star_but_no_snapshots() {
        put("/com/example/app/1.0/app-1.0.jar");
        put("/com/example/app/1.1-SNAPSHOT/maven-metadata.xml");
        String star = github.registryUrl("acme", "*");

        assertThat(caller.get(star + "/com/example/app/1.0/app-1.0.jar").statusCode())
                .isEqualTo(200);
        assertThat(caller.get(star + "/com/example/app/1.1-SNAPSHOT/maven-metadata.xml")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void sends_downloads_to_a_store_that_takes_no_token_if_configured() {
        put("/com/example/app/1.0/app-1.0.jar");
        github.behaviour().blobStore(true);

        HttpResponse<String> redirect = caller.get(registry + "/com/example/app/1.0/app-1.0.jar");
        String location = redirect.headers().firstValue("Location").orElse("");

        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(location).startsWith(github.otherOrigin() + "/");
        assertThat(caller.get(location).statusCode()).isEqualTo(400);
        assertThat(Caller.send(HttpRequest.newBuilder(URI.create(location)).build())
                        .body())
                .isEqualTo("content of /com/example/app/1.0/app-1.0.jar");
    }

    @Test
    void takes_the_list_of_versions_away_with_the_package() {
        put("/com/example/app/1.0/app-1.0.jar");
        put("/com/example/app/maven-metadata.xml");
        assertThat(caller.delete(PACKAGE).statusCode()).isEqualTo(204);
        assertThat(get("/com/example/app/maven-metadata.xml")).isEqualTo(404);
        assertThat(put("/com/example/app/1.0/app-1.0.jar")).isEqualTo(201);
        assertThat(caller.post(PACKAGE + "/restore").statusCode()).isEqualTo(404);
    }
}
