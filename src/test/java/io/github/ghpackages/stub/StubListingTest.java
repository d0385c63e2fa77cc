package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StubListingTest extends StubSetting {

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
    void links_by_the_owners_id_if_configured() {
        publish(250);
        github.behaviour().links(Behaviour.Links.BY_ID);

        assertThat(caller.get(PACKAGE + "/versions?per_page=100").headers().firstValue("link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .containsPattern("<http://127.0.0.1:\\d+/organizations/\\d+/packages/maven/com.example.app"
                                + "/versions\\?per_page=100&page=2>; rel=\"next\""));
        assertThat(caller.names(PACKAGE + "/versions?per_page=100")).hasSize(250);
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
    void ignores_the_state_below_users_by_default() {
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
    void shows_a_ghost_in_as_many_listings_as_configured() {
        publish(2);
        long ghost = state.ghost("acme", "com.example:app", "9.9", DAY, 1);

        assertThat(caller.names(PACKAGE + "/versions")).contains("9.9");
        assertThat(caller.get(PACKAGE + "/versions/" + ghost).statusCode()).isEqualTo(404);
        assertThat(caller.delete(PACKAGE + "/versions/" + ghost).statusCode()).isEqualTo(404);
        assertThat(caller.names(PACKAGE + "/versions")).doesNotContain("9.9");
    }

    @Test
    void dates_a_version_back() {
        publish(2);
        state.backdate("acme", "com.example:app", "1.1", DAY.minus(Duration.ofDays(1)));

        assertThat(caller.names(PACKAGE + "/versions")).containsExactly("1.0", "1.1");
    }

    @Test
    void lists_a_hundred_thousand_versions_in_good_time() {
        publish(100_000);

        assertThat(caller.names(PACKAGE + "/versions?per_page=100")).hasSize(100_000);
        assertThat(github.count(When.listing())).isEqualTo(1000);
    }
}
