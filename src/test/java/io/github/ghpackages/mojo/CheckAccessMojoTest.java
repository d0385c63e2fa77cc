package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Sso;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
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
}
