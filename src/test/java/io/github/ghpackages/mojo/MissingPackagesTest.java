package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that is misspelt, or that the token can't see, is explained by the goals that people run. */
@MojoTest
class MissingPackagesTest extends MojoSetting {

    private static final String MISSPELT = "com.example:aap";
    private static final String PLAIN = "Package acme/com.example.aap does not exist, or this token can't see it.";
    private static final String NEAR = PLAIN + " Did you mean com.example.app?";
    private static final String HINT = "To see a private package, a token (classic) needs the scopes read:packages"
            + " and repo, and read access to its repository.";

    MissingPackagesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 2);
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT)
    void a_list_offers_near_names(@InjectMojo(goal = "list-versions") ListVersionsMojo list) throws Exception {
        list.execute();

        assertThat(report()).contains("\"" + NEAR + "\"", "\"" + HINT + "\"", "\"exists\": false");
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_prune_of_none_of_the_named_packages_fails_and_offers_near_names(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        PackagesException failure = refusal(prune);

        assertThat(failure.id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(failure.tried()).isEqualTo("The prune failed before the first deletion.");
        assertThat(failure.reason()).isEqualTo(NEAR);
        assertThat(failure.remedy()).isEqualTo(HINT + " Correct the names in packages. Nothing was deleted.");
        assertThat(report()).contains("\"" + NEAR + "\"", "\"" + HINT + "\"");
        assertThat(github.deleted()).isEmpty();
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT)
    @MojoParameter(name = "keepReleases", value = "1")
    void a_dry_prune_of_none_of_the_named_packages_fails_too(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        assertThat(refusal(prune).id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(report()).contains("\"dryRun\": true", "\"" + NEAR + "\"");
    }

    @Test
    @MojoParameter(name = "packages", value = APP + "," + MISSPELT)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_prune_warns_where_one_of_several_named_packages_is_missing(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(github.deleted()).containsExactly("1.0");
        assertThat(report()).contains("\"" + NEAR + "\"");
    }

    @Test
    @MojoParameter(name = "packages", value = APP + "," + MISSPELT)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "onMissingPackage", value = "fail")
    void a_prune_deletes_nothing_and_fails_where_one_is_missing_and_that_is_asked_for(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        PackagesException failure = refusal(prune);

        assertThat(failure.id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(failure.reason()).isEqualTo(NEAR);
        assertThat(github.deleted()).isEmpty();
        assertThat(report())
                .contains(
                        "\"Package acme/com.example.aap is not seen (onMissingPackage=fail).\"", "\"notAttempted\": 1");
    }

    @Test
    @MojoParameter(name = "packages", value = APP + "," + MISSPELT)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "onMissingPackage", value = "fail")
    void a_dry_prune_fails_where_one_is_missing_and_that_is_asked_for(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        assertThat(refusal(prune).id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertThat(report()).contains("\"outcome\": \"planned\"");
    }

    @Test
    @MojoParameter(name = "packages", value = APP + ",com.example:nix-*")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "onMissingPackage", value = "fail")
    void a_pattern_that_matches_nothing_is_no_missing_package(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(report()).contains("\"packages=com.example.nix-* matches no package of acme.\"");
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "onMissingPackage", value = "fail")
    void a_module_that_was_never_deployed_is_no_missing_package(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.state().deletePackage("acme", APP);

        prune.execute();

        assertThat(report()).contains("Package acme/com.example.app does not exist");
    }

    @Test
    @MojoParameter(name = "packages", value = APP)
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "onMissingPackage", value = "ignore")
    void what_to_do_about_a_missing_package_is_one_of_two_words(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).reason()).isEqualTo("\"ignore\" is not valid: it must be one of warn, fail.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT + ",com.example:lbi")
    @MojoParameter(name = "versions", value = "1.0")
    @MojoParameter(name = "dryRun", value = "false")
    void a_deletion_that_finds_nothing_offers_near_names(@InjectMojo(goal = "delete-version") DeleteVersionMojo delete)
            throws Exception {
        PackagesException failure = refusal(delete);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.reason())
                .isEqualTo("None of the requested versions exists. " + NEAR
                        + " 1 more was not found; the warnings name it.");
        assertThat(failure.remedy()).isEqualTo("To see what exists, run list-versions. " + HINT);
        assertThat(report()).contains("\"" + NEAR + "\"", "Package acme/com.example.lbi does not exist");
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT)
    @MojoParameter(name = "versions", value = "1.0")
    void a_restore_by_name_offers_near_names(@InjectMojo(goal = "restore-version") RestoreVersionMojo restore)
            throws Exception {
        assertThat(refusal(restore).id()).isEqualTo(Id.NOT_ALL_RESTORED);

        assertThat(report())
                .contains(
                        "\"message\": \"no deleted version with this name. " + NEAR + "\"",
                        "\"" + HINT + "\"",
                        "\"A package that was deleted whole is restored from the journal of that run.\"");
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT)
    @MojoParameter(name = "deletedSince", value = "2h")
    void a_restore_that_selects_nothing_offers_near_names(
            @InjectMojo(goal = "restore-version") RestoreVersionMojo restore) throws Exception {
        PackagesException failure = refusal(restore);

        assertThat(failure.id()).isEqualTo(Id.NOTHING_SELECTED);
        assertThat(failure.reason()).isEqualTo("No deleted version was selected. " + NEAR);
        assertThat(failure.remedy())
                .isEqualTo(HINT + " To see what can be restored, run list-versions -Dghpackages.state=deleted");
    }

    @Test
    void the_packages_of_an_owner_are_listed_once_for_all_modules(
            @InjectMojo(goal = "list-versions") ListVersionsMojo list) throws Exception {
        for (int i = 0; i < 100; i++) {
            build.module("new" + i);
        }

        list.execute();

        assertThat(github.count(MissingPackagesTest::listsPackages)).isEqualTo(1);
        assertThat(report()).contains("\"Package acme/com.example.new7 does not exist, or this token can't see it.");
        assertThat(report().split("To see a private package", -1)).hasSize(2);
    }

    @Test
    void nothing_is_looked_up_where_all_packages_are_there(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws Exception {
        list.execute();

        assertThat(github.count(MissingPackagesTest::listsPackages)).isZero();
        assertThat(report()).contains("\"warnings\": []");
    }

    @Test
    @MojoParameter(name = "packages", value = MISSPELT + ",com.example:lbi")
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "dryRun", value = "false")
    void a_look_up_of_near_names_that_fails_is_not_repeated_and_leaves_the_plain_warning(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.fault(MissingPackagesTest::listsPackages, Fault.answer(400, "{\"message\":\"Invalid argument.\"}"));

        assertThat(refusal(prune).reason()).startsWith(PLAIN);

        assertThat(github.count(MissingPackagesTest::listsPackages)).isEqualTo(1);
        assertThat(report()).contains("\"" + PLAIN + "\"");
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example.aapp")
    void a_name_that_is_offered_is_harmless(@InjectMojo(goal = "list-versions") ListVersionsMojo list)
            throws IOException, Exception {
        publish("acme/app", "com.example.app\u001b", 1);

        list.execute();

        assertThat(report()).contains("Did you mean com.example.app or com.example.app\\\\u001b?");
    }

    private static boolean listsPackages(StubRequest request) {
        return request.path().endsWith("/packages");
    }
}
