package io.github.ghpackages.stub;

import static io.github.ghpackages.stub.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StubTokenTest extends StubSetting {

    private final Accounts accounts = github.accounts();
    private final Caller admin = caller;
    private String oldest = "";

    @BeforeEach
    void publish() {
        github.clock(DAY);
        publish(2);
        oldest = oldest();
    }

    private Caller classic(String... scopes) {
        accounts.token("ghp_scoped", "octocat", scopes);
        return new Caller(github, "ghp_scoped");
    }

    @Test
    void says_whose_the_token_is_and_what_it_may() {
        accounts.expires("ghp_octocatAdmin0123456789abcdef", Instant.parse("2027-10-12T09:00:00Z"));

        HttpResponse<String> response = admin.get("/user");

        assertThat(response.body()).contains("\"login\":\"octocat\"");
        assertThat(response.headers().firstValue("X-OAuth-Scopes"))
                .contains("delete:packages, read:packages, repo, write:packages");
        assertThat(response.headers().firstValue("GitHub-Authentication-Token-Expiration"))
                .contains("2027-10-12 09:00:00 UTC");
        assertThat(response.headers().firstValue("Date")).contains("Thu, 1 Jan 2026 00:00:00 GMT");
    }

    @Test
    void names_the_scope_that_is_missing() {
        HttpResponse<String> listing = classic().get(PACKAGE + "/versions");
        assertThat(listing.statusCode()).isEqualTo(403);
        assertThat(message(listing)).isEqualTo("You need at least read:packages scope to get a package's versions.");
        assertThat(listing.headers().firstValue("X-OAuth-Scopes")).contains("");
        assertThat(listing.headers().firstValue("X-Accepted-OAuth-Scopes")).contains("read:packages");
        assertThat(message(classic().get("/orgs/acme/packages?package_type=maven")))
                .isEqualTo("You need at least read:packages scope to list packages.");
        assertThat(classic("read:packages").delete(oldest).statusCode()).isEqualTo(403);
        assertThat(classic("delete:packages").delete(oldest).statusCode()).isEqualTo(403);
        assertThat(classic("read:packages", "delete:packages").delete(oldest).statusCode())
                .isEqualTo(204);
        assertThat(classic("read:packages", "delete:packages")
                        .post(oldest + "/restore")
                        .statusCode())
                .isEqualTo(403);
        assertThat(classic("write:packages").post(oldest + "/restore").statusCode())
                .isEqualTo(204);
    }

    @Test
    void hides_the_package_from_writes_without_the_right() {
        accounts.token("ghp_reader", "hubot", "read:packages", "write:packages", "delete:packages");
        Caller reader = new Caller(github, "ghp_reader");

        assertThat(reader.get(oldest).statusCode()).isEqualTo(200);
        assertThat(reader.delete(oldest).statusCode()).isEqualTo(404);
        assertThat(message(reader.delete(oldest))).isEqualTo("Package not found.");
        accounts.right("hubot", "acme/app", Right.WRITE);
        assertThat(reader.delete(oldest).statusCode()).isEqualTo(404);
        accounts.right("hubot", "acme/app", Right.ADMIN);
        assertThat(reader.delete(oldest).statusCode()).isEqualTo(204);
    }

    @Test
    void lets_owners_of_an_organisation_do_everything() {
        accounts.organisation("acme", "hubot").token("ghp_owner", "hubot", "read:packages", "delete:packages");

        assertThat(new Caller(github, "ghp_owner").delete(oldest).statusCode()).isEqualTo(204);
    }

    @Test
    void hides_private_packages_from_strangers_and_from_tokens_without_repo() {
        accounts.privateRepository("acme/app").token("ghp_stranger", "hubot", "read:packages", "repo");

        assertThat(admin.get(PACKAGE).statusCode()).isEqualTo(200);
        assertThat(new Caller(github, "ghp_stranger").get(PACKAGE).statusCode()).isEqualTo(404);
        assertThat(classic("read:packages").get(PACKAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void rejects_unknown_revoked_and_expired_tokens() {
        assertThat(message(new Caller(github, "ghp_unknown").get("/user"))).isEqualTo("Bad credentials");
        accounts.expires("ghp_octocatAdmin0123456789abcdef", DAY.plusSeconds(60));
        assertThat(admin.get("/user").statusCode()).isEqualTo(200);
        github.advance(Duration.ofSeconds(60));
        assertThat(admin.get("/user").statusCode()).isEqualTo(401);
        accounts.token("ghp_short", "octocat").revoke("ghp_short");
        assertThat(new Caller(github, "ghp_short").get("/user").statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_everybody_after_many_bad_tokens_if_configured() {
        github.behaviour().lockedAfter(2);
        new Caller(github, "ghp_unknown").get("/user");
        new Caller(github, "ghp_unknown").get("/user");

        assertThat(admin.get("/user").statusCode()).isEqualTo(403);
    }

    @Test
    void treats_a_workflows_token_as_github_does() {
        accounts.workflowToken("ghs_own", "acme/app").workflowToken("ghs_other", "acme/other");
        Caller own = new Caller(github, "ghs_own");

        assertThat(message(own.get("/user"))).isEqualTo("Resource not accessible by integration");
        assertThat(own.get("/user").statusCode()).isEqualTo(403);
        assertThat(own.get(PACKAGE).headers().firstValue("X-OAuth-Scopes")).isEmpty();
        HttpResponse<String> other = new Caller(github, "ghs_other").delete(oldest);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(message(other)).isEqualTo("Resource not accessible by integration");
        assertThat(own.delete(oldest).statusCode()).isEqualTo(204);
    }

    @Test
    void does_not_take_a_fine_grained_token() {
        accounts.fineGrainedToken("github_pat_x", "octocat");
        Caller caller = new Caller(github, "github_pat_x");

        assertThat(caller.get("/user").statusCode()).isEqualTo(200);
        assertThat(caller.get(PACKAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void wants_single_sign_on_in_all_its_ways() {
        accounts.singleSignOn("acme", Sso.REFUSED);
        HttpResponse<String> refused = admin.get(PACKAGE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("X-GitHub-SSO").orElse(""))
                .startsWith("required; url=https://github.com/orgs/acme/sso?authorization_request=");
        accounts.singleSignOn("acme", Sso.HIDDEN);
        assertThat(admin.get(PACKAGE).statusCode()).isEqualTo(404);
        accounts.singleSignOn("acme", Sso.PARTIAL);
        HttpResponse<String> partial = admin.get(PACKAGE + "/versions");
        assertThat(partial.headers().firstValue("X-GitHub-SSO").orElse(""))
                .matches("partial-results; organizations=\\d+");
        assertThat(admin.names(PACKAGE + "/versions")).hasSize(1);
        accounts.authorise("ghp_octocatAdmin0123456789abcdef", "acme");
        assertThat(admin.names(PACKAGE + "/versions")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", PACKAGE + "/", PACKAGE + "/versions/abc", PACKAGE + "/versions/1/2", "/orgs"})
    void finds_nothing_at_other_paths(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_what_github_refuses() {
        assertThat(admin.send("GET", "/user", "X-GitHub-Api-Version", "1999-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.send("GET", "/user", "X-GitHub-Api-Version", "2026-03-10")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.send("GET", "/user", "Accept", "text/html").statusCode())
                .isEqualTo(415);
        assertThat(admin.send("GET", "/user", "User-Agent", "").statusCode()).isEqualTo(403);
        assertThat(Caller.send(HttpRequest.newBuilder(URI.create(github.url() + "/user"))
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void records_what_it_was_sent() {
        github.forgetRequests();
        admin.get(PACKAGE + "/versions?per_page=100");

        assertThat(github.requests()).singleElement().satisfies(request -> {
            assertThat(request).hasToString("GET " + PACKAGE + "/versions?per_page=100");
            assertThat(request.header("Authorization")).contains("Bearer ghp_octocatAdmin0123456789abcdef");
            assertThat(request.parameter("per_page")).contains("100");
        });
    }

    @Test
    void answers_as_a_server_in_house() {
        try (StubGitHub server = StubGitHub.startServer()) {
            Caller caller = new Caller(server, server.accounts().adminToken("octocat", "acme/app"));

            assertThat(server.url()).endsWith("/api/v3");
            assertThat(server.registryUrl("acme", "app")).endsWith("/_registry/maven/acme/app");
            HttpResponse<String> meta = caller.get("/meta");
            assertThat(meta.body()).contains("installed_version");
            assertThat(meta.headers().firstValue("x-ratelimit-limit")).isEmpty();
            assertThat(caller.get("/rate_limit").statusCode()).isEqualTo(404);
            assertThat(caller.send("GET", "/user", "X-GitHub-Api-Version", "2026-03-10")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
