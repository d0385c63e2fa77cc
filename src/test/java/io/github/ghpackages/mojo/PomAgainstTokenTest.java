package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pom that asks for the token of a server that is not its own, and servers whose token is a slip of the pen. */
@MojoTest
class PomAgainstTokenTest extends MojoSetting {

    private static final String SECRET = "ghp_A1b2C3d4E5f6G7h8";

    PomAgainstTokenTest(@TempDir Path folder) {
        super(folder);
        publish("acme/app", APP, 1);
        build.pomProperty("apiUrl", github.url())
                .pomProperty("owner", "acme")
                .server("nexus", "another-server's-password")
                .server("slip", "${env." + SECRET + "}", github.url())
                .deploys(build.project(), "github", "https://maven.pkg.github.com/acme/app");
    }

    @Test
    @MojoParameter(name = "serverId", value = "nexus")
    void gets_no_password_of_another_server_for_a_process_on_this_machine(
            @InjectMojo(goal = "list-versions") ListVersionsMojo list) {
        PackagesException refusal = refusal(list);

        assertThat(refusal.id()).isEqualTo(Id.UNTRUSTED_API);
        assertThat(refusal.tried())
                .isEqualTo("Using the API " + github.url() + " with the token of server 'nexus' was refused.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void gets_the_token_of_its_own_repository_for_one(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(github.requests()).isNotEmpty();
        assertThat(report()).contains("\"1.0\"");
    }

    @Test
    @MojoParameter(name = "serverId", value = "slip")
    void a_secret_that_stands_where_a_variables_name_belongs_is_in_no_report_and_no_message(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws IOException {
        PackagesException refusal = refusal(check);

        assertThat(refusal.id()).isEqualTo(Id.NO_TOKEN);
        assertThat(refusal)
                .hasMessageContaining("expects the name of a variable")
                .hasMessageNotContaining("A1b2");
        assertThat(report()).contains("No package was checked.").doesNotContain("A1b2");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "registryUrl", value = "https://maven.pkg.github.com/acme/app?access_token=" + SECRET)
    void a_token_in_a_registrys_url_is_in_no_report_and_no_message(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws IOException {
        PackagesException refusal = refusal(check);

        assertThat(refusal.reason())
                .isEqualTo(
                        "'https://maven.pkg.github.com/acme/app' has a query or a fragment, which are not shown here.");
        assertThat(report()).doesNotContain("A1b2");
        assertThat(github.requests()).isEmpty();
    }
}
