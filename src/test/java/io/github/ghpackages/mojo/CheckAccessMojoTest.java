package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Sso;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class CheckAccessMojoTest extends MojoSetting {

    CheckAccessMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.typed("packages", "com.example:app,com.example:lib");
    }

    @Test
    void a_package_behind_single_sign_on_leaves_the_others_their_report(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws IOException {
        publish("acme/app", APP, 1);
        publish("acme/app", LIB, 1);
        github.fault(
                request -> request.path().endsWith("com.example.app"),
                Fault.answer(403, "{\"message\":\"Resource protected by organization SAML enforcement.\"}")
                        .header("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?x=secret"));

        assertThat(refusal(check).id()).isEqualTo(Id.SINGLE_SIGN_ON);

        assertThat(report())
                .containsSubsequence(
                        "\"name\": \"com.example.app\"",
                        "\"list\": \"no\"",
                        "\"singleSignOn\": \"no\"",
                        "[single-sign-on]",
                        "\"name\": \"com.example.lib\"",
                        "\"restore\": \"yes\"",
                        "\"singleSignOn\": \"yes\"")
                .doesNotContain("secret");
    }

    @Test
    void says_no_and_fails_where_every_other_goal_would_fail(@InjectMojo(goal = "check-access") CheckAccessMojo check)
            throws IOException {
        publish("acme/app", APP, 2);
        publish("acme/app", "com.example:lib", 2);
        github.accounts().singleSignOn("acme", Sso.PARTIAL);

        assertThat(refusal(check).id()).isEqualTo(Id.INCOMPLETE_LISTING);

        assertThat(report())
                .contains("\"exists\": true", "\"list\": \"no\"", "\"singleSignOn\": \"no\"")
                .doesNotContain("yes");
    }

    @Test
    @MojoParameter(name = "owner", value = "amce")
    void an_owner_that_is_not_found_leaves_the_token_its_report(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws IOException {
        assertThat(refusal(check).id()).isEqualTo(Id.OWNER_NOT_FOUND);

        assertThat(report())
                .contains(
                        "\"No package was checked. Looking up the owner 'amce' failed. GitHub knows no user or"
                                + " organisation with this name.\"",
                        "\"login\": \"octocat\"",
                        "\"packages\": []");
    }

    @Test
    @MojoParameter(name = "serverId", value = "old")
    void a_token_that_is_rejected_is_asked_about_once_and_the_report_says_so(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws IOException {
        build.server("old", "ghp_revoked0123456789");

        assertThat(refusal(check).id()).isEqualTo(Id.TOKEN_REJECTED);

        assertThat(github.requests()).hasSize(1);
        assertThat(report())
                .contains(
                        "\"No package was checked. Asking GitHub for the token's user failed. GitHub does not"
                                + " accept the"
                                + " token from server 'old' of settings.xml: HTTP 401, 'Bad credentials'.\"",
                        "\"tokens\": []",
                        "\"packages\": []")
                .doesNotContain("ghp_");
    }
}
