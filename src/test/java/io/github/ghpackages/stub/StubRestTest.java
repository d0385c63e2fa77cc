package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.json;
import static io.github.ghpackages.stub.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubRestTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PACKAGE = "/orgs/acme/packages/maven/com.example.app";

    private final StubGitHub github = StubGitHub.start();
    private final Caller caller = new Caller(github, github.accounts().adminToken("octocat", "acme/app"));
    private final StubRegistry state = github.state();

    @AfterEach
    void stop() {
        github.close();
    }

    private void publish(int versions) {
        state.publish("acme/app", "com.example:app", versions, i -> "1." + i, DAY, Duration.ofDays(1));
    }

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
    void pages_a_listing_newest_first() {
        publish(250);

        HttpResponse<String> second = caller.get(PACKAGE + "/versions?per_page=100&page=2");

        String pages = github.url() + PACKAGE + "/versions?per_page=100&page=";
        assertThat(second.headers().firstValue("link"))
                .contains("<%s1>; rel=\"prev\", <%s3>; rel=\"next\", <%s3>; rel=\"last\", <%s1>; rel=\"first\""
                        .formatted(pages, pages, pages, pages));
        assertThat(caller.names(PACKAGE + "/versions?per_page=100"))
                .hasSize(250)
                .startsWith("1.249")
                .endsWith("1.0");
    }

    @Test
    void pages_by_thirty_and_at_most_a_hundred() {
        publish(250);

        assertThat(json(caller.get(PACKAGE + "/versions")).getAsJsonArray()).hasSize(30);
        assertThat(json(caller.get(PACKAGE + "/versions?per_page=500")).getAsJsonArray())
                .hasSize(100);
    }

    @Test
    void needs_no_links_when_one_page_suffices() {
        publish(30);

        assertThat(caller.get(PACKAGE + "/versions").headers().firstValue("link"))
                .isEmpty();
    }

    @Test
    void links_by_the_owners_id_when_told() {
        publish(250);
        github.behaviour().links(Behaviour.Links.BY_ID);

        assertThat(caller.get(PACKAGE + "/versions?per_page=100").headers().firstValue("link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .containsPattern("<http://127.0.0.1:\\d+/organizations/\\d+/packages/maven/com.example.app"
                                + "/versions\\?per_page=100&page=2>; rel=\"next\""));
        assertThat(caller.names(PACKAGE + "/versions?per_page=100")).hasSize(250);
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

        HttpResponse<String> response =
                caller.delete(PACKAGE + "/versions/" + state.id("acme", "com.example:app", "1.0"));

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
    void lists_packages_of_the_type_that_must_be_said() {
        publish(1);
        state.publish("npm", "acme/app", "@acme/ui", "1.0.0", DAY);

        assertThat(caller.names("/orgs/acme/packages?package_type=maven")).containsExactly("com.example.app");
        assertThat(caller.names("/orgs/acme/packages?package_type=npm")).containsExactly("@acme/ui");
        assertThat(caller.get("/orgs/acme/packages/npm/%40acme%2Fui").statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/orgs/acme/packages/npm/@acme/ui").statusCode()).isEqualTo(404);
        assertThat(caller.get("/orgs/acme/packages").statusCode()).isEqualTo(400);
    }

    @Test
    void tells_users_from_organisations() {
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
    void ignores_the_state_below_users_unless_told() {
        state.publish("octocat/tool", "com.example:tool", "1.0", DAY);
        state.publish("octocat/tool", "com.example:tool", "1.1", DAY);
        state.delete("octocat", "com.example:tool", "1.0");
        String deleted = "/packages/maven/com.example.tool/versions?state=deleted";

        assertThat(caller.names("/user" + deleted)).containsExactly("1.0");
        assertThat(caller.names("/users/octocat" + deleted)).containsExactly("1.1");
        github.behaviour().usersHonourState(true);
        assertThat(caller.names("/users/octocat" + deleted)).containsExactly("1.0");
    }

    @Test
    void shows_a_ghost_in_as_many_listings_as_told() {
        publish(2);
        long ghost = state.ghost("acme", "com.example:app", "9.9", DAY, 1);

        assertThat(caller.names(PACKAGE + "/versions")).contains("9.9");
        assertThat(caller.get(PACKAGE + "/versions/" + ghost).statusCode()).isEqualTo(404);
        assertThat(caller.delete(PACKAGE + "/versions/" + ghost).statusCode()).isEqualTo(404);
        assertThat(caller.names(PACKAGE + "/versions")).doesNotContain("9.9");
    }

    @Test
    void knows_a_renamed_owner_by_the_new_name_only() {
        publish(1);
        github.accounts().rename("acme", "zenith");

        assertThat(caller.get(PACKAGE).statusCode()).isEqualTo(404);
        assertThat(caller.get(PACKAGE.replace("acme", "zenith")).statusCode()).isEqualTo(200);
    }

    @Test
    void lists_a_hundred_thousand_versions_in_good_time() {
        publish(100_000);

        assertThat(caller.names(PACKAGE + "/versions?per_page=100")).hasSize(100_000);
        assertThat(github.count(When.listing())).isEqualTo(1000);
    }
}
