package io.github.ghpackages.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.Permission;
import io.github.ghpackages.github.AccessCheck.PackageAccess;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.Sso;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessCheckTest {

    private static final PackageName APP = PackageName.maven("com.example", "app");

    private StubGitHub stub;
    private String allScopes;

    @BeforeEach
    void publish() {
        stub = StubGitHub.start();
        allScopes = stub.accounts().adminToken("boss", "acme/widgets");
        stub.accounts().user("dev").right("dev", "acme/widgets", Right.WRITE);
        stub.state().publish("acme/widgets", "com.example.app", "1.0");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void an_admin_with_all_scopes_may_do_everything() {
        assertThat(access(allScopes))
                .isEqualTo(new PackageAccess(
                        true, Permission.YES, Permission.YES, Permission.YES, Permission.YES, List.of(), null));
    }

    @Test
    void a_missing_scope_is_named() {
        stub.accounts().token("ghp_read", "boss", "repo", "read:packages");
        PackageAccess access = access("ghp_read");
        assertThat(access.delete()).isEqualTo(Permission.NO);
        assertThat(access.restore()).isEqualTo(Permission.NO);
        assertThat(access.advice())
                .containsExactly(
                        "For deleting, give the token the scope delete:packages.",
                        "For restoring, give the token the scope write:packages.");
    }

    @Test
    void whoever_is_no_admin_of_the_repository_may_only_list() {
        stub.accounts().token("ghp_dev", "dev", "repo", "read:packages", "write:packages", "delete:packages");
        PackageAccess access = access("ghp_dev");
        assertThat(access.list()).isEqualTo(Permission.YES);
        assertThat(access.delete()).isEqualTo(Permission.NO);
        assertThat(access.advice())
                .containsExactly(
                        "For deleting and restoring, use a token of someone with the admin role on acme/widgets.");
    }

    @Test
    void what_a_workflow_token_may_do_is_not_known_before_it_is_tried() {
        stub.accounts().workflowToken("ghs_run", "acme/widgets");
        PackageAccess access = access("ghs_run");
        assertThat(access.list()).isEqualTo(Permission.YES);
        assertThat(access.delete()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice()).singleElement().asString().contains("'permissions: packages: write'");
    }

    @Test
    void a_fine_grained_token_may_change_nothing_though_it_reads_a_public_package() {
        stub.accounts().token("github_pat_1", "boss", "repo", "read:packages", "write:packages", "delete:packages");
        stub.fault(request -> true, Fault.none().without("X-OAuth-Scopes"));
        PackageAccess access = access("github_pat_1");
        assertThat(access.delete()).isEqualTo(Permission.NO);
        assertThat(access.restore()).isEqualTo(Permission.NO);
        assertThat(access.advice())
                .containsExactly("GitHub Packages does not work with fine-grained tokens:"
                        + " use a personal access token (classic).");
    }

    @Test
    void what_a_token_without_a_kind_may_do_is_not_known() {
        stub.fault(request -> true, Fault.none().without("X-OAuth-Scopes"));
        PackageAccess access = access(allScopes);
        assertThat(access.delete()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.restore()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice())
                .containsExactly("GitHub does not report the kind and the scopes of this token. Use a personal access"
                        + " token (classic), and check that no proxy removes the header X-OAuth-Scopes.");
    }

    @Test
    void the_scope_repo_is_asked_for_where_the_repository_can_not_be_seen() {
        stub.accounts().token("ghp_packages", "boss", "read:packages", "write:packages", "delete:packages");
        stub.fault(request -> request.path().startsWith("/repos/"), Fault.answer(404));
        PackageAccess access = access("ghp_packages");
        assertThat(access.delete()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice())
                .containsExactly("The package belongs to a private repository, or to one that this token can't see:"
                        + " give the token the scope repo.");
    }

    @Test
    void nothing_is_missing_for_a_public_package_without_the_scope_repo() {
        stub.accounts().token("ghp_packages", "boss", "read:packages", "write:packages", "delete:packages");
        assertThat(access("ghp_packages").advice()).isEmpty();
    }

    @Test
    void a_role_that_github_does_not_tell_is_not_taken_for_given() {
        stub.fault(request -> request.path().startsWith("/repos/"), Fault.answer(404));
        PackageAccess access = access(allScopes);
        assertThat(access.restore()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice())
                .containsExactly("GitHub does not report this token's role on acme/widgets: deleting and restoring"
                        + " require the admin role.");
    }

    @Test
    void a_token_that_may_not_even_read_gets_a_list_of_all_scopes_that_it_lacks() {
        stub.accounts().token("ghp_none", "boss", "repo");
        PackageAccess access = access("ghp_none");
        assertThat(access.list()).isEqualTo(Permission.NO);
        assertThat(access.problem()).isNotNull();
        assertThat(access.advice())
                .hasSize(3)
                .contains("For restoring, give the token the scope read:packages and write:packages.")
                .first()
                .asString()
                .endsWith("[missing-scope]");
    }

    @Test
    void an_answer_about_the_repository_that_is_no_data_leaves_open_what_may_be_changed() {
        stub.fault(request -> request.path().startsWith("/repos/"), Fault.html(200));
        PackageAccess access = access(allScopes);
        assertThat(access.list()).isEqualTo(Permission.YES);
        assertThat(access.delete()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice()).singleElement().asString().endsWith("[unexpected-answer]");
    }

    @Test
    void a_listing_that_single_sign_on_cuts_is_said_to_be_no_listing() {
        stub.accounts().token("ghp_all", "boss", "repo", "read:packages", "write:packages", "delete:packages");
        stub.accounts().singleSignOn("acme", Sso.PARTIAL);
        PackageAccess access = access("ghp_all");
        assertThat(access.exists()).isTrue();
        assertThat(access.list()).isEqualTo(Permission.NO);
        assertThat(access.delete()).isEqualTo(Permission.NO);
        assertThat(access.restore()).isEqualTo(Permission.NO);
        assertThat(access.singleSignOn()).isEqualTo(Permission.NO);
        assertThat(access.advice())
                .containsExactly("GitHub left out what this token can't see until it is authorised for single sign-on."
                        + " Authorise the token for the organisation: in GitHub under Settings, Developer settings,"
                        + " Personal access tokens, Tokens (classic), Configure SSO. [incomplete-listing]");
        assertThat(access.problem())
                .isNotNull()
                .hasMessageStartingWith("Listing the versions of acme/com.example.app failed.");
    }

    @Test
    void a_package_whose_versions_are_refused_can_not_be_listed_though_it_can_be_seen() {
        stub.accounts().token("ghp_all", "boss", "repo", "read:packages", "write:packages", "delete:packages");
        stub.fault(When.listing(), Fault.answer(403, "{\"message\":\"Forbidden by a policy.\"}"));
        PackageAccess access = access("ghp_all");
        assertThat(access.exists()).isTrue();
        assertThat(access.list()).isEqualTo(Permission.NO);
        assertThat(access.delete()).isEqualTo(Permission.NO);
        assertThat(access.singleSignOn()).isEqualTo(Permission.UNKNOWN);
        assertThat(access.advice())
                .singleElement()
                .asString()
                .startsWith("The server answered HTTP 403, 'Forbidden by a policy.'.")
                .endsWith("[access-denied]");
        assertThat(access.problem()).isNotNull();
    }

    @Test
    void a_listing_that_breaks_leaves_open_what_may_be_done() {
        stub.accounts().token("ghp_all", "boss", "repo", "read:packages", "write:packages", "delete:packages");
        stub.fault(When.listing(), Fault.html(200));
        PackageAccess access = access("ghp_all");
        assertThat(access)
                .extracting(PackageAccess::list, PackageAccess::delete, PackageAccess::singleSignOn)
                .containsOnly(Permission.UNKNOWN);
        assertThat(access.advice()).singleElement().asString().endsWith("[unexpected-answer]");
    }

    @Test
    void of_a_package_with_many_versions_one_page_is_read() {
        stub.accounts().token("ghp_all", "boss", "repo", "read:packages", "write:packages", "delete:packages");
        stub.state()
                .publish(
                        "acme/widgets",
                        "com.example.app",
                        250,
                        i -> "2." + i,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Duration.ofHours(1));
        assertThat(access("ghp_all").list()).isEqualTo(Permission.YES);
        assertThat(stub.requests())
                .extracting(StubRequest::path)
                .containsExactly(
                        "/user",
                        "/users/acme",
                        "/orgs/acme/packages/maven/com.example.app",
                        "/orgs/acme/packages/maven/com.example.app/versions",
                        "/repos/acme/widgets");
    }

    @Test
    void nothing_but_reading_is_sent() {
        access(allScopes);
        assertThat(stub.requests())
                .isNotEmpty()
                .allMatch(request -> request.method().equals("GET"));
    }

    private PackageAccess access(String token) {
        URI api = URI.create(stub.url());
        try (HttpApi http = new HttpApi(QuickHttp.settings(api, new Token(token, "the test")))) {
            GitHubPackages github = new GitHubPackages(http);
            return github.access(github.owner("acme"), APP);
        }
    }
}
