package io.github.ghpackages.github;

import static io.github.ghpackages.github.Lab.ACME;
import static io.github.ghpackages.github.Lab.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Policy;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.Sso;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every 401, 403 and 404 is explained: what was tried, why it failed, what to do. */
class ExplanationsTest {

    private static final String EVERYTHING = "delete:packages, read:packages, repo, write:packages";

    private final Lab lab = Lab.open().publish(3);

    @AfterEach
    void stop() {
        lab.close();
    }

    private Lab classic(String token, String... scopes) {
        lab.stub.accounts().token(token, "octocat", scopes);
        return lab.as(token);
    }

    private static PackagesException failure(ThrowingCallable work) {
        return catchThrowableOfType(PackagesException.class, work);
    }

    @Test
    void names_the_token_that_is_rejected_by_its_origin() {
        PackagesException failure = failure(() -> lab.as("ghp_wrong").list());
        assertThat(failure.id()).isEqualTo(Id.TOKEN_REJECTED);
        assertThat(failure.tried()).isEqualTo("Listing the versions of acme/com.example.app failed.");
        assertThat(failure.reason())
                .isEqualTo("GitHub does not accept the token from a test: HTTP 401, 'Bad credentials'.");
        assertThat(failure).hasMessageNotContaining("ghp_wrong");
    }

    @Test
    void says_that_valid_tokens_are_turned_away_after_many_bad_ones() {
        lab.stub.behaviour().lockedAfter(0);
        PackagesException failure = failure(lab::list);
        assertThat(failure.id()).isEqualTo(Id.TOKEN_REJECTED);
        assertThat(failure.remedy()).startsWith("Wait a few minutes");
    }

    @Test
    void says_that_the_token_is_rejected_where_it_expires_in_the_middle() {
        lab.list();
        lab.stub.accounts().revoke(secret());
        ChangeResponse answer = Lab.send(lab.packages.deletion(ACME, APP, lab.id("1.0")));
        assertThat(lab.packages
                        .explainRefusal(Operation.DELETE, ACME, APP, answer)
                        .id())
                .isEqualTo(Id.TOKEN_REJECTED);
        assertThat(lab.stub.deleted()).isEmpty();
    }

    @Test
    void names_the_scopes_that_are_missing_and_those_that_are_there() {
        PackagesException failure =
                failure(() -> classic("ghp_few", "repo", "gist").list());
        assertThat(failure.id()).isEqualTo(Id.MISSING_SCOPE);
        assertThat(failure.reason())
                .isEqualTo("The token from a test lacks the scope read:packages for listing. It has: gist, repo.");
        assertThat(failure.remedy())
                .isEqualTo("Give the token (classic) the scopes read:packages, and repo as well for packages of private"
                        + " repositories.");
    }

    @Test
    void says_what_a_repository_or_an_account_needs_and_speaks_of_no_package() {
        lab.stub.fault(When.path("/branches").or(When.path("/users/globex")), Fault.answer(403));

        PackagesException branches = failure(() -> lab.packages.branches("acme/app"));
        PackagesException account = failure(() -> lab.packages.owner("globex"));

        assertThat(branches.tried()).isEqualTo("Listing the branches of acme/app failed.");
        assertThat(branches.remedy())
                .startsWith(
                        "Check the name of the repository, and that the token may see it: for a private one, a token"
                                + " (classic) needs the scope repo.");
        assertThat(account.tried()).isEqualTo("Looking up the owner 'globex' failed.");
        assertThat(account.remedy()).startsWith("Check the name of the account, and that the token may see it.");
    }

    @Test
    void sees_before_the_first_deletion_that_a_scope_is_missing() {
        Lab reader = classic("ghp_read", "read:packages");
        assertThat(reader.packages.missingScope(Operation.DELETE)).isEmpty();
        reader.list();
        assertThat(reader.packages.missingScope(Operation.LIST)).isEmpty();
        assertThat(reader.packages.missingScope(Operation.DELETE)).get().satisfies(missing -> {
            assertThat(missing.id()).isEqualTo(Id.MISSING_SCOPE);
            assertThat(missing.tried()).isEqualTo("Deleting can't begin.");
            assertThat(missing.reason())
                    .isEqualTo("The token from a test lacks the scope delete:packages for deleting. It has:"
                            + " read:packages.");
        });
        assertThat(reader.packages.missingScope(Operation.RESTORE))
                .get()
                .extracting(PackagesException::reason)
                .asString()
                .contains("lacks the scope write:packages");
    }

    @Test
    void knows_that_write_includes_read() {
        Lab writer = classic("ghp_write", "write:packages", "delete:packages");
        writer.list();
        assertThat(writer.packages.missingScope(Operation.DELETE)).isEmpty();
        assertThat(writer.packages.missingScope(Operation.RESTORE)).isEmpty();
    }

    @Test
    void shows_the_single_sign_on_page_on_the_console_only() {
        lab.stub.accounts().singleSignOn("acme", Sso.REFUSED);
        PackagesException failure = failure(lab::list);
        assertThat(failure.id()).isEqualTo(Id.SINGLE_SIGN_ON);
        assertThat(failure).hasMessageNotContaining("authorization_request");
        assertThat(failure.consoleOnly())
                .contains("Authorise it within an hour at"
                        + " https://github.com/orgs/acme/sso?authorization_request=AXZ3secret");
    }

    @Test
    void says_that_classic_tokens_are_forbidden_and_what_is_left() {
        lab.stub.accounts().policy("acme", Policy.NO_CLASSIC_TOKENS).workflowToken("ghs_left", "acme/app");
        PackagesException failure = failure(lab::list);
        assertThat(failure.id()).isEqualTo(Id.TOKEN_FORBIDDEN);
        assertThat(failure.reason())
                .startsWith("GitHub says: `acme` forbids access via a personal access token (classic).");
        assertThat(failure.remedy())
                .startsWith(
                        "GitHub Packages accepts no other personal access token, so only GITHUB_TOKEN is left: run the"
                                + " goal in a workflow")
                .doesNotContain("admin");
        assertThat(lab.as("ghs_left").list()).hasSize(3);
    }

    @Test
    void says_that_the_token_lives_too_long() {
        lab.stub.accounts().policy("acme", Policy.NO_LONG_LIFE);
        PackagesException failure = failure(lab::list);
        assertThat(failure.id()).isEqualTo(Id.TOKEN_FORBIDDEN);
        assertThat(failure.reason()).contains("if the token's lifetime is greater than 365 days.");
        assertThat(failure.remedy())
                .startsWith("Create a token (classic) that expires sooner")
                .doesNotContain("admin");
    }

    @Test
    void says_that_the_address_is_not_on_the_organisations_list() {
        lab.stub.accounts().policy("acme", Policy.ALLOW_LIST);
        PackagesException failure = failure(lab::list);
        assertThat(failure.id()).isEqualTo(Id.ADDRESS_NOT_ALLOWED);
        assertThat(failure.reason()).contains("the `acme` organization has an IP allow list enabled");
        assertThat(failure.remedy())
                .startsWith(
                        "The token is not the cause. Run the goal on a machine whose address is on that list, such as"
                                + " a self-hosted runner");
    }

    @Test
    void does_not_take_a_policy_for_a_limit_or_a_missing_role() {
        for (Policy policy : List.of(Policy.NO_CLASSIC_TOKENS, Policy.NO_LONG_LIFE, Policy.ALLOW_LIST)) {
            long id = lab.id("1.0");
            lab.stub.accounts().policy("acme", policy);
            lab.stub.fault(When.any(), Fault.none().header("X-RateLimit-Remaining", "0"));
            ChangeResponse answer = Lab.send(lab.packages.deletion(ACME, APP, id));
            assertThat(lab.packages
                            .explainRefusal(Operation.DELETE, ACME, APP, answer)
                            .id())
                    .isIn(Id.TOKEN_FORBIDDEN, Id.ADDRESS_NOT_ALLOWED);
            lab.stub.heal().accounts().policy("acme", Policy.NONE);
        }
    }

    @Test
    void does_not_take_a_wrong_path_of_the_api_for_a_wrong_name() {
        URI wrong = URI.create(lab.stub.url() + "/api/v4");
        try (HttpApi http =
                new HttpApi(QuickHttp.settings(wrong, lab.http.settings().token()))) {
            PackagesException failure = failure(() -> new GitHubPackages(http).owner("acme"));
            assertThat(failure.id()).isEqualTo(Id.UNEXPECTED_ANSWER);
            assertThat(failure.reason())
                    .isEqualTo(
                            "The server answered HTTP 404, 'Not Found', which no GitHub API answers here: the path of "
                                    + wrong + " is wrong.");
            assertThat(failure.remedy())
                    .isEqualTo(
                            "Correct apiUrl: it is https://api.github.com for github.com, and https://HOST/api/v3 for"
                                    + " a GitHub Enterprise Server.");
        }
    }

    @Test
    void hints_at_the_fine_grained_token_only_once_something_failed() {
        lab.stub.accounts().fineGrainedToken("github_pat_1", "octocat");
        PackagesException failure = failure(() -> lab.as("github_pat_1").list());
        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.reason())
                .isEqualTo("The server answered HTTP 403, 'Resource not accessible by personal access token'.");
        assertThat(failure.remedy())
                .contains("The token is a fine-grained one, with which GitHub Packages does not work: use a personal"
                        + " access token (classic).");
    }

    @Test
    void does_not_take_another_owner_for_the_one_that_was_named() {
        lab.stub.accounts().user("globex");
        lab.stub.fault(When.path("/users/acme"), Fault.redirect(301, "/users/globex"));
        PackagesException failure = failure(() -> lab.packages.owner("acme"));
        assertThat(failure.id()).isEqualTo(Id.OWNER_NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("The server answered with 'globex', which is another name.");
    }

    @Test
    void says_what_a_workflows_token_may_change() {
        lab.stub.accounts().repository("acme/other").workflowToken("ghs_other", "acme/other");
        GitHubPackages packages = lab.as("ghs_other").packages;
        ChangeResponse answer = Lab.send(packages.deletion(ACME, APP, lab.id("1.0")));
        PackagesException failure = packages.explainRefusal(Operation.DELETE, ACME, APP, answer);
        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.tried()).isEqualTo("Deleting a version of acme/com.example.app failed.");
        assertThat(failure.reason())
                .isEqualTo(
                        "GitHub says: Resource not accessible by integration. A GITHUB_TOKEN may only change packages"
                                + " of the repository that its workflow runs in.");
    }

    @Test
    void distinguishes_a_missing_admin_right_from_a_package_that_is_gone() {
        lab.stub
                .accounts()
                .user("mona")
                .right("mona", "acme/app", Right.WRITE)
                .token("ghp_mona", "mona", EVERYTHING.split(", "));
        GitHubPackages packages = lab.as("ghp_mona").packages;
        ChangeResponse answer = Lab.send(packages.deletion(ACME, APP, lab.id("1.0")));
        assertThat(answer.isNotFound()).isTrue();
        PackagesException failure = packages.explainRefusal(Operation.DELETE, ACME, APP, answer);
        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.reason())
                .isEqualTo("GitHub answered HTTP 404, 'Package not found.', although the token can read the package."
                        + " It does so to anyone without the admin role on the repository acme/app.");
        lab.stub.fault(When.path("/versions").negate(), Fault.html(200));
        assertThat(packages.explainRefusal(Operation.DELETE, ACME, APP, answer).reason())
                .as("where reading the package fails")
                .isEqualTo("The server answered HTTP 404, 'Package not found.'.");
        lab.stub.heal();
        PackageName gone = PackageName.maven("com.example", "gone");
        ChangeResponse other = Lab.send(packages.deletion(ACME, gone, 7));
        assertThat(packages.explainRefusal(Operation.DELETE, ACME, gone, other).id())
                .isEqualTo(Id.PACKAGE_NOT_FOUND);
    }

    @Test
    void offers_near_names_for_a_package_that_is_misspelt() {
        lab.stub.state().publish("acme/app", "org.example:app", "1.0");
        lab.stub.state().publish("acme/app", "com.example:unlike-all-the-others", "1.0");
        PackagesException failure = lab.packages.explainMissing(ACME, PackageName.maven("com.exmaple", "app"));
        assertThat(failure.id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(failure.remedy()).startsWith("Did you mean com.example.app or org.example.app?");
    }

    @Test
    void offers_no_names_where_a_listing_is_not_possible() {
        lab.stub.fault(When.path("/packages"), Fault.answer(500));
        PackagesException failure = lab.packages.explainMissing(ACME, PackageName.maven("com.exmaple", "app"));
        assertThat(failure.remedy()).startsWith("Check the spelling, and whether the package was ever published.");
    }

    @Test
    void says_where_there_may_be_no_maven_registry_at_all() {
        assertThat(hintAt("https://api.acme.ghe.com"))
                .isEqualTo(" GitHub with data residency (ghe.com) has no Maven registry at present.");
        assertThat(hintAt("https://ghe.example.com/api/v3"))
                .isEqualTo(" On GitHub Enterprise Server, a site administrator may have switched GitHub Packages or its"
                        + " Maven registry off.");
        assertThat(hintAt("https://api.github.com")).isEmpty();
    }

    private static String hintAt(String api) {
        try (HttpApi http = new HttpApi(QuickHttp.settings(URI.create(api), null))) {
            return new ErrorTable(http, Operation.LIST).registryHint();
        }
    }

    @Test
    void says_that_an_owner_is_misspelt_or_renamed() {
        lab.stub.accounts().rename("acme", "acme-corp");
        PackagesException failure = failure(() -> lab.packages.owner("acme"));
        assertThat(failure.id()).isEqualTo(Id.OWNER_NOT_FOUND);
        assertThat(failure.tried()).isEqualTo("Looking up the owner 'acme' failed.");
        assertThat(failure.remedy()).isEqualTo("Check the spelling. A renamed owner is found only under its new name.");
    }

    @Test
    void says_that_the_api_url_is_a_web_page() {
        lab.stub.fault(When.any(), Fault.html(200));
        PackagesException failure = failure(() -> lab.packages.owner("acme"));
        assertThat(failure.id()).isEqualTo(Id.UNEXPECTED_ANSWER);
        assertThat(failure.reason()).isEqualTo("The server answered HTTP 200. That is a web page instead of data.");
        assertThat(failure.remedy())
                .startsWith("Check that apiUrl is a REST API of GitHub, such as https://api.github.com or"
                        + " https://HOST/api/v3");
    }

    @Test
    void takes_the_users_own_endpoints_only_where_github_says_that_the_token_is_theirs() {
        lab.stub.accounts().user("mona");
        assertThat(lab.packages.owner("OctoCat")).isEqualTo(new Owner("octocat", Owner.Kind.SELF));
        assertThat(lab.packages.owner("Mona")).isEqualTo(new Owner("mona", Owner.Kind.USER));
        assertThat(lab.packages.owner("ACME")).isEqualTo(ACME);
        lab.stub.accounts().workflowToken("ghs_1", "acme/app");
        assertThat(lab.as("ghs_1").packages.owner("octocat")).isEqualTo(new Owner("octocat", Owner.Kind.USER));
    }

    @Test
    void is_not_misled_by_a_404_that_is_not_githubs() {
        lab.stub.fault(When.any(), Fault.html(404));
        assertThat(failure(() -> lab.packages.find(ACME, APP)).id()).isEqualTo(Id.UNEXPECTED_ANSWER);
        assertThat(failure(() -> lab.packages.version(ACME, APP, 7)).id()).isEqualTo(Id.UNEXPECTED_ANSWER);
        lab.stub.heal().fault(When.any(), Fault.answer(404, "[]"));
        assertThat(failure(() -> lab.packages.version(ACME, APP, 7)).id()).isEqualTo(Id.ACCESS_DENIED);
    }

    @Test
    void reports_what_github_says_about_the_token() {
        assertThat(lab.packages.tokenFacts().login()).isEqualTo("octocat");
        assertThat(lab.packages.tokenFacts().kind()).isEqualTo(TokenFacts.Kind.CLASSIC);
        Instant expiry = Instant.parse("2027-10-12T09:00:00Z");
        lab.stub.accounts().token("ghp_none", "octocat").expires("ghp_none", expiry);
        assertThat(lab.as("ghp_none").packages.tokenFacts())
                .isEqualTo(new TokenFacts(
                        "octocat", TokenFacts.Kind.CLASSIC, Set.of(), expiry, "2027-10-12 09:00:00 UTC"));
        lab.stub.accounts().fineGrainedToken("github_pat_2", "octocat");
        assertThat(lab.as("github_pat_2").packages.tokenFacts().kind()).isEqualTo(TokenFacts.Kind.FINE_GRAINED);
        lab.stub.accounts().workflowToken("ghs_2", "acme/app");
        assertThat(lab.as("ghs_2").packages.tokenFacts())
                .isEqualTo(new TokenFacts(null, TokenFacts.Kind.GITHUB_TOKEN, null, null, null));
    }

    private String secret() {
        return lab.stub.requests().get(0).header("authorization").orElse("").replace("Bearer ", "");
    }
}
