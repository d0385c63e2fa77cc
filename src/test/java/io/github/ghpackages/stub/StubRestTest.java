package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.json;
import static io.github.ghpackages.stub.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StubRestTest extends StubSetting {

    @Test
    void shows_a_version_with_githubs_fields() {
        long id = state.publish("acme/app", "com.example:app", "1.0", DAY);

        HttpResponse<String> response = caller.get(PACKAGE + "/versions/" + id);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject version = json(response).getAsJsonObject();
        assertThat(version.keySet())
                .containsExactly(
                        "id", "name", "url", "package_html_url", "created_at", "updated_at", "html_url", "metadata");
        assertThat(version.get("url").getAsString()).isEqualTo(github.url() + PACKAGE + "/versions/" + id);
        assertThat(version.get("created_at").getAsString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(id).isGreaterThan(1_000_000_000L);
    }

    @Test
    void shows_a_package_with_owner_and_repository() {
        publish(2);

        JsonObject shown = json(caller.get(PACKAGE)).getAsJsonObject();

        assertThat(shown.getAsJsonObject("owner").get("login").getAsString()).isEqualTo("acme");
        assertThat(shown.getAsJsonObject("repository").get("full_name").getAsString())
                .isEqualTo("acme/app");
        assertThat(shown.get("version_count").getAsInt()).isEqualTo(2);
        assertThat(shown.get("visibility").getAsString()).isEqualTo("public");
    }

    @Test
    void deletes_and_restores_a_version() {
        publish(2);
        long id = state.id("acme", "com.example:app", "1.0");
        github.clock(DAY.plus(Duration.ofDays(9)));

        HttpResponse<String> deleted = caller.delete(PACKAGE + "/versions/" + id);

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(message(caller.get(PACKAGE + "/versions/" + id))).isEqualTo("Package version not found.");
        assertThat(caller.get(PACKAGE + "/versions?state=deleted").body())
                .contains("\"id\":" + id, "\"deleted_at\":\"2026-01-10T00:00:00Z\"");
        assertThat(caller.names(PACKAGE + "/versions")).containsExactly("1.1");

        assertThat(caller.post(PACKAGE + "/versions/" + id + "/restore").statusCode())
                .isEqualTo(204);
        assertThat(caller.names(PACKAGE + "/versions")).containsExactly("1.1", "1.0");
        assertThat(state.id("acme", "com.example:app", "1.0")).isEqualTo(id);
    }

    @Test
    void keeps_the_last_version() {
        long id = state.publish("acme/app", "com.example:app", "1.0", DAY);

        HttpResponse<String> response = caller.delete(PACKAGE + "/versions/" + id);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(message(response))
                .isEqualTo("You cannot delete the last version of a package. You must delete the package instead.");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    void keeps_a_public_version_with_more_than_5000_downloads() {
        publish(2);
        state.downloads("acme", "com.example:app", "1.0", 5001);

        HttpResponse<String> response = deleteOldest();

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(message(response))
                .isEqualTo("Publicly visible package versions with more than 5000 downloads cannot be deleted."
                        + " Contact GitHub support for further assistance.");
    }

    @Test
    void restores_no_version_whose_name_is_in_use() {
        publish(2);
        long old = state.delete("acme", "com.example:app", "1.0");
        long anew = state.publish("acme/app", "com.example:app", "1.0");

        assertThat(anew).isNotEqualTo(old);
        assertThat(caller.post(PACKAGE + "/versions/" + old + "/restore").statusCode())
                .isEqualTo(404);
        github.behaviour().restoreRefusal(422);
        assertThat(caller.post(PACKAGE + "/versions/" + old + "/restore").statusCode())
                .isEqualTo(422);
        assertThat(state.id("acme", "com.example:app", "1.0")).isEqualTo(anew);
    }

    @Test
    void restores_within_thirty_days_only() {
        publish(2);
        github.clock(DAY);
        long id = state.delete("acme", "com.example:app", "1.0");

        github.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(caller.post(PACKAGE + "/versions/" + id + "/restore").statusCode())
                .isEqualTo(404);
        github.clock(DAY.plus(Duration.ofDays(30)));
        assertThat(caller.post(PACKAGE + "/versions/" + id + "/restore").statusCode())
                .isEqualTo(204);
    }

    @Test
    void deletes_and_restores_a_whole_package() {
        publish(3);

        assertThat(caller.delete(PACKAGE).statusCode()).isEqualTo(204);
        assertThat(message(caller.get(PACKAGE))).isEqualTo("Package not found.");
        assertThat(caller.get(PACKAGE + "/versions?state=deleted").statusCode()).isEqualTo(404);

        assertThat(caller.post(PACKAGE + "/restore").statusCode()).isEqualTo(204);
        assertThat(caller.names(PACKAGE + "/versions")).hasSize(3);
    }

    @Test
    void distinguishes_users_from_organisations() {
        state.publish("octocat/tool", "com.example:tool", "1.0", DAY);

        assertThat(caller.get("/users/acme").body()).contains("\"type\":\"Organization\"");
        assertThat(caller.get("/users/OctoCat").body()).contains("\"login\":\"octocat\"", "\"type\":\"User\"");
        assertThat(caller.get("/users/nobody").statusCode()).isEqualTo(404);
        assertThat(caller.get("/orgs/octocat/packages/maven/com.example.tool").statusCode())
                .isEqualTo(404);
        assertThat(caller.get("/users/octocat/packages/maven/com.example.tool").statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/user/packages/maven/com.example.tool").statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/user/packages/maven/com.example.app").statusCode())
                .isEqualTo(404);
    }

    @Test
    void knows_a_renamed_owner_by_the_new_name_only() {
        publish(1);
        github.accounts().rename("acme", "zenith");

        assertThat(caller.get(PACKAGE).statusCode()).isEqualTo(404);
        assertThat(caller.get(PACKAGE.replace("acme", "zenith")).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_path_that_is_badly_encoded() throws IOException {
        assertThat(statusLine("/orgs/acme/packages/maven/100%/versions")).isEqualTo("HTTP/1.1 400 Bad Request");
    }

    /** Without a client, which would correct the path. */
    private String statusLine(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), github.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: stub\r\nUser-Agent: raw\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }

    @Test
    void deletes_a_version_once_however_many_ask_at_once() {
        publish(50);
        String version = oldest();

        List<Integer> statuses = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> caller.delete(version).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404).hasSize(16);
        assertThat(github.deleted()).containsExactly("1.0");
    }
}
