package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.StubRequest;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request that only a deletion needs is sent only before a deletion, and then before the first of the run. */
@MojoTest
@MojoParameter(name = "keepReleases", value = "2")
@MojoParameter(name = "dryRun", value = "false")
class RequestsOfADeletionTest extends MojoSetting {

    private static final int MODULES = 61;
    private static final Predicate<StubRequest> PACKAGE = When.method("GET")
            .and(When.path("/packages/maven/"))
            .and(When.path("/versions").negate());

    RequestsOfADeletionTest(@TempDir Path folder) {
        super(folder);
        build.deploys(build.project(), "github", github.registryUrl("acme", "app"))
                .typed("apiUrl", github.url());
        for (int i = 1; i < MODULES; i++) {
            build.deploys(build.module("module" + i), "github", github.registryUrl("acme", "app"));
        }
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
        for (int i = 1; i < MODULES; i++) {
            publish("acme/app", "com.example:module" + i, 2);
        }
    }

    @Test
    void of_61_modules_with_nothing_to_prune_each_is_listed_and_none_is_read(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.count(PACKAGE)).isZero();
        assertThat(github.count(When.listing())).isEqualTo(MODULES);
        assertThat(github.requests()).hasSize(MODULES + 2);
    }

    @Test
    @MojoParameter(name = "versions", value = "0.9")
    @MojoParameter(name = "packages", value = "com.example:app,com.example:module1")
    void a_deletion_by_name_reads_the_package_that_has_the_version_and_no_other(
            @InjectMojo(goal = "delete-version") DeleteVersionMojo delete) throws Exception {
        github.state().publish("acme/app", APP, "0.9", DAY.minusSeconds(60));

        delete.execute();

        assertThat(github.deleted()).containsExactly("0.9");
        assertThat(github.requests(PACKAGE)).extracting(StubRequest::path).allMatch(path -> path.endsWith(".app"));
        assertThat(github.count(PACKAGE)).isEqualTo(1);
    }

    @Test
    void only_packages_that_lose_versions_are_read_and_all_of_them_before_the_first_deletion(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        for (int i : new int[] {7, 21}) {
            github.state().publish("acme/app", "com.example:module" + i, "0.9", DAY.minusSeconds(60));
        }

        prune.execute();

        assertThat(github.deleted()).containsExactly("0.9", "0.9");
        List<String> requests = github.requests(PACKAGE.or(When.deleting())).stream()
                .map(request -> request.method() + " " + request.path().replaceAll("/versions.*", ""))
                .toList();
        assertThat(requests.subList(0, 2))
                .containsExactlyInAnyOrder(
                        "GET /orgs/acme/packages/maven/com.example.module7",
                        "GET /orgs/acme/packages/maven/com.example.module21");
        assertThat(requests.subList(2, requests.size())).hasSize(2).allMatch(request -> request.startsWith("DELETE"));
    }

    @Test
    void a_package_of_another_repository_stops_the_run_before_the_first_deletion_in_any_package(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        github.state().publish("acme/app", APP, "0.9", DAY.minusSeconds(60));
        github.accounts().repository("acme/other");
        build.deploys(build.module("stray"), "github", github.registryUrl("acme", "app"));
        github.state().publish("acme/other", "com.example:stray", "0.9", DAY.minusSeconds(60));
        publish("acme/other", "com.example:stray", 2);

        assertThat(refusal(prune).id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(github.deleted()).isEmpty();
        assertThat(folder.resolve(".m2")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    void a_dry_run_reads_the_packages_that_would_lose_versions(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.state().publish("acme/app", APP, "0.9", DAY.minusSeconds(60));

        prune.execute();

        assertThat(github.requests(PACKAGE))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/com.example.app"));
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    void a_dry_run_refuses_a_package_of_another_repository_from_which_it_would_delete(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        github.accounts().repository("acme/other");
        build.deploys(build.module("stray"), "github", github.registryUrl("acme", "app"));
        github.state().publish("acme/other", "com.example:stray", "0.9", DAY.minusSeconds(60));
        publish("acme/other", "com.example:stray", 2);

        assertThat(refusal(prune).id()).isEqualTo(Id.WRONG_ACCOUNT);
    }

    @Test
    void a_plan_that_is_applied_reads_the_packages_that_still_lose_versions(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "dryRun", value = "true")
                    @MojoParameter(name = "planFile", value = "plan.json")
                    PruneVersionsMojo plan,
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "applyPlan", value = "plan.json")
                    PruneVersionsMojo apply)
            throws Exception {
        github.state().publish("acme/app", APP, "0.9", DAY.minusSeconds(60));
        github.state().publish("acme/app", "com.example:module1", "0.8", DAY.minusSeconds(60));
        plan.execute();
        github.state().delete("acme", "com.example:module1", "0.8");
        github.forgetRequests();

        apply.execute();

        assertThat(github.deleted()).contains("0.9");
        assertThat(github.requests(PACKAGE))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/com.example.app"));
    }
}
