package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check-access} says no where the goals refuse, for the same reason, and can gate a CI job. */
@MojoTest
class AccessAsGoalsSeeItTest extends MojoSetting {

    private static final String REFUSAL = "Its repository is acme/app, but the build names acme/other.";

    AccessAsGoalsSeeItTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url()).server("reader", "ghp_reader").server("workflow", "ghs_workflow");
        deploysTo("app");
    }

    private void deploysTo(String repository) {
        build.deploys(build.project(), "github", github.registryUrl("acme", repository));
    }

    @BeforeEach
    void publish() {
        github.accounts()
                .repository("acme/other")
                .token("ghp_reader", "octocat", "repo", "read:packages")
                .workflowToken("ghs_workflow", "acme/app");
        publish("acme/app", APP, 3);
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "0")
    @MojoParameter(name = "versions", value = "1.0")
    void a_package_of_another_repository_is_not_ready_and_the_goals_refuse_it_for_the_same_reason(
            @InjectMojo(goal = "check-access") CheckAccessMojo check,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune,
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        deploysTo("other");

        check.execute();

        assertThat(report())
                .contains(
                        "\"list\": \"yes\"",
                        "\"delete\": \"no\"",
                        "\"restore\": \"no\"",
                        "\"All goals that delete or restore would refuse acme/com.example.app: " + REFUSAL,
                        "[wrong-account]\"");
        PackagesException refusal = refusal(prune);
        assertThat(refusal.id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(refusal.reason()).isEqualTo(REFUSAL);
        github.state().delete("acme", APP, "1.0");
        assertThat(refusal(restore).reason()).isEqualTo(REFUSAL);
    }

    @Test
    void a_package_of_another_owner_is_not_ready(@InjectMojo(goal = "check-access") CheckAccessMojo check)
            throws Exception {
        github.fault(
                When.path("/packages/").and(When.listing().negate()),
                Fault.body(body -> body.replace("\"login\":\"acme\"", "\"login\":\"evil\"")));

        check.execute();

        assertThat(report()).contains("\"delete\": \"no\"", "Its owner is evil, but the build names acme.");
    }

    @Test
    @MojoParameter(name = "packages", value = "shop")
    @MojoParameter(name = "packageType", value = "container")
    void an_image_can_not_be_pruned_but_its_versions_can_be_deleted_by_all_their_tags(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws Exception {
        github.state().publish("container", "acme/app", "shop", "sha256:0", DAY);

        check.execute();

        assertThat(report())
                .contains(
                        "\"list\": \"yes\"",
                        "\"delete\": \"yes\"",
                        "\"restore\": \"yes\"",
                        "\"prune-versions would refuse acme/shop: A multi-platform image");
    }

    @Test
    void what_the_goals_would_check_is_reported_as_unknown_where_it_can_not_be_read(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws Exception {
        github.fault(
                request -> request.path().endsWith("com.example.app") && github.count(When.path("/repos/")) > 0,
                Fault.html(200));

        assertThat(refusal(check).id()).isEqualTo(Id.UNEXPECTED_ANSWER);

        assertThat(report()).contains("\"list\": \"yes\"", "\"delete\": \"unknown\"", "\"restore\": \"unknown\"");
    }

    @ParameterizedTest
    @CsvSource({
        "github,   app,   list,    true",
        "github,   app,   delete,  true",
        "github,   app,   restore, true",
        "github,   other, list,    true",
        "github,   other, delete,  false",
        "github,   other, restore, false",
        "reader,   app,   list,    true",
        "reader,   app,   delete,  false",
        "reader,   app,   restore, false",
        "workflow, app,   delete,  true"
    })
    void fails_if_what_is_required_is_not_allowed(
            String server,
            String repository,
            String required,
            boolean green,
            @InjectMojo(goal = "check-access") CheckAccessMojo check)
            throws Exception {
        deploysTo(repository);
        build.typed("serverId", server);
        build.typed("require", required);

        if (green) {
            check.execute();
        } else {
            assertThat(refusal(check).id()).isEqualTo(Id.NOT_ALLOWED);
        }
        assertThat(report()).contains("com.example.app");
    }

    @Test
    @MojoParameter(name = "serverId", value = "reader")
    @MojoParameter(name = "require", value = "delete")
    void the_error_names_the_package_and_what_to_change(@InjectMojo(goal = "check-access") CheckAccessMojo check) {
        PackagesException refusal = refusal(check);

        assertThat(refusal.tried()).isEqualTo("Checking the access that require=delete requires failed.");
        assertThat(refusal.reason())
                .isEqualTo("In 1 of 1 package, deleting is not allowed. The first is acme/com.example.app.");
        assertThat(refusal.remedy())
                .startsWith("The report says for each package what to change. For the first: ")
                .contains("For deleting, give the token the scope delete:packages.");
    }

    @Test
    @MojoParameter(name = "serverId", value = "workflow")
    @MojoParameter(name = "require", value = "delete")
    void what_github_does_not_report_before_it_is_tried_only_causes_a_warning(
            @InjectMojo(goal = "check-access") CheckAccessMojo check) throws Exception {
        check.execute();

        assertThat(report())
                .contains("\"require=delete: in 1 of 1 package it is unknown whether deleting is allowed. The first is"
                        + " acme/com.example.app.\"");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:nothing-*")
    @MojoParameter(name = "require", value = "list")
    void a_gate_that_has_looked_at_no_package_does_not_open(@InjectMojo(goal = "check-access") CheckAccessMojo check) {
        PackagesException refusal = refusal(check);

        assertThat(refusal.id()).isEqualTo(Id.NOT_ALLOWED);
        assertThat(refusal.reason()).isEqualTo("No package was found, so nothing was checked.");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:aap")
    @MojoParameter(name = "require", value = "list")
    void a_gate_does_not_open_for_a_package_that_is_missing(@InjectMojo(goal = "check-access") CheckAccessMojo check) {
        assertThat(refusal(check).id()).isEqualTo(Id.NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Delete", "write", "list,delete", ""})
    void a_requirement_that_is_not_understood_is_refused_before_anything_is_read(
            String required, @InjectMojo(goal = "check-access") CheckAccessMojo check) throws Exception {
        build.typed("require", required);
        build.typed("require", required);

        assertThat(refusal(check).id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(github.requests()).isEmpty();
    }
}
