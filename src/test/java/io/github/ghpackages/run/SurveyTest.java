package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.run.RunSetting.PruneSetting;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.When;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read, and must be right, before anything is deleted. */
class SurveyTest extends PruneSetting {

    @Test
    void row_24_deletes_nothing_when_a_page_fails() {
        scene.publishMany(250);
        scene.stub().fault(When.page(2), Fault.answer(404));

        PackagesException failure = failure(scene.app());

        assertThat(failure.tried()).contains("Listing the versions of acme/com.example.app");
        assertNothingSent();
    }

    @Test
    void row_24_deletes_nothing_from_a_listing_that_single_sign_on_cuts() {
        scene.publishMany(3);
        scene.stub()
                .fault(When.listing(), Fault.none().header("X-GitHub-SSO", "partial-results; organizations=21955855"));

        assertThat(failure(scene.app()).id()).isEqualTo(Id.INCOMPLETE_LISTING);
        assertNothingSent();
    }

    @Test
    void row_27_does_not_judge_a_token_by_its_shape() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .accounts()
                .token("~odd!shape", "octocat", "repo", "read:packages", "write:packages", "delete:packages");
        TargetPackage target = scene.app(scene.client(scene.settings("~odd!shape")));

        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(1), target))).containsExactly(entry("1.0", "deleted"));
    }

    @Test
    void row_31_deletes_nothing_when_a_protecting_look_up_fails() {
        scene.publish("1.0", "2.0");
        PackagesException broken = new PackagesException(Id.POMS_NOT_READABLE, "Reading.", "broken", "fix it");
        TargetPackage unguarded = Scene.with(scene.app(), versions -> {
            throw broken;
        });

        assertThat(failure(unguarded)).isSameAs(broken);
        assertNothingSent();
    }

    @Test
    void row_32_says_that_a_package_does_not_exist_and_goes_on() {
        scene.publish("1.0", "2.0");

        Scene.Done done = scene.prune(Scene.keepReleases(1), scene.target("gone"), scene.app());

        assertThat(done.warnings())
                .contains("Package acme/com.example.gone does not exist, or this token can't see it."
                        + " Did you mean com.example.app?");
        assertThat(scene.stub().deleted()).containsExactly("1.0");
    }

    @Test
    void refuses_a_package_of_another_repository() {
        scene.publish("1.0", "2.0");

        PackagesException failure = failure(Scene.with(scene.app(), scene.app().owner(), "acme/other"));

        assertThat(failure.id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(failure.reason()).isEqualTo("Its repository is acme/app, but the build names acme/other.");
        assertNothingSent();
    }

    @Test
    void a_package_of_another_repository_that_loses_nothing_stops_no_run() {
        scene.publish("1.0", "2.0");
        TargetPackage elsewhere = Scene.with(scene.app(), scene.app().owner(), "acme/other");

        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(2), elsewhere)))
                .isEmpty();
    }

    /** A ghost row of the app keeps version 2.0 in both modules; once it is gone from the listing, the lib loses its own. */
    @Test
    void refuses_a_package_of_another_repository_that_loses_versions_only_after_a_second_look() {
        scene.publish("1.0", "3.0");
        scene.publishIn("com.example:lib", "2.0", "3.0", "4.0");
        scene.stub().state().ghost("acme", Scene.APP, "2.0", LONG_AGO.plusSeconds(9), 1);
        TargetPackage lib = scene.target("lib", "reactor");

        PackagesException failure = assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> scene.prune(
                        Scene.keepReleases(2),
                        scene.target("app", "reactor"),
                        Scene.with(lib, lib.owner(), "acme/other")))
                .actual();

        assertThat(failure.id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(failure.tried()).contains("com.example.lib");
        assertThat(scene.stub().count(When.listing())).isEqualTo(3);
        assertNothingSent();
    }

    @Test
    void a_listing_that_is_refused_does_not_make_a_package_missing() {
        scene.publish("1.0", "2.0");
        scene.stub().fault(When.listing(), Fault.answer(404));

        PackagesException failure = failure(scene.app());

        assertThat(failure.id()).isEqualTo(Id.ACCESS_DENIED);
        assertThat(failure.tried()).contains("Listing the versions of acme/com.example.app");
        assertNothingSent();
    }

    @Test
    void a_package_that_vanishes_after_its_listing_stops_the_run() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .fault(When.path("/packages/maven/").and(When.path("/versions").negate()), Fault.answer(404));

        PackagesException failure = failure(scene.app());

        assertThat(failure.id()).isEqualTo(Id.PACKAGE_NOT_FOUND);
        assertNothingSent();
    }

    @Test
    void refuses_a_package_of_another_owner() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .fault(
                        When.path("/packages/").and(When.listing().negate()),
                        Fault.body(body -> body.replace("\"login\":\"acme\"", "\"login\":\"evil\\u001b\"")));

        PackagesException failure = failure(scene.app());

        assertThat(failure.id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(failure.reason()).isEqualTo("Its owner is evil\\u001b, but the build names acme.");
        assertNothingSent();
    }

    @Test
    void refuses_a_package_whose_owner_is_not_reported() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .fault(
                        When.path("/packages/").and(When.listing().negate()),
                        Fault.body(body -> body.replace("\"owner\":", "\"other\":")));

        assertThat(failure(scene.app()).reason())
                .isEqualTo("Its owner is not reported by GitHub, but the build names acme.");
        assertNothingSent();
    }

    @Test
    void takes_owner_and_repository_in_any_case_of_letters() {
        scene.publish("1.0", "2.0");
        Owner owner = new Owner("ACME", Owner.Kind.ORGANIZATION);

        Scene.Done done = scene.prune(Scene.keepReleases(1), Scene.with(scene.app(), owner, "Acme/App"));

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"));
    }

    @Test
    void row_38_works_for_the_tokens_own_user_and_for_another() {
        scene.stub().accounts().adminToken("octocat", "octocat/app");
        scene.stub().accounts().user("hubot").repository("hubot/app");
        scene.stub().accounts().right("octocat", "hubot/app", Right.ADMIN);
        for (String login : List.of("octocat", "hubot")) {
            scene.stub().state().publish(login + "/app", Scene.APP, "1.0", LONG_AGO);
            scene.stub().state().publish(login + "/app", Scene.APP, "2.0", LONG_AGO.plusSeconds(9));

            Owner owner = scene.github().owner(login);
            Scene.Done done = scene.prune(Scene.keepReleases(1), Scene.with(scene.app(), owner, login + "/app"));

            assertThat(Scene.outcomes(done)).as(owner.kind().name()).containsExactly(entry("1.0", "deleted"));
        }
    }

    @Test
    void stops_before_the_first_deletion_when_the_token_has_no_scope_for_it() {
        scene.publish("1.0", "2.0");
        scene.stub().accounts().token("ghp_reader", "octocat", "repo", "read:packages");
        TargetPackage target = scene.app(scene.client(scene.settings("ghp_reader")));

        assertThat(failure(target).id()).isEqualTo(Id.MISSING_SCOPE);
        assertNothingSent();
    }

    @Test
    void reads_an_npm_package_as_well() {
        scene.stub().state().publish("npm", Scene.REPOSITORY, "tool", "1.0.0", LONG_AGO);
        scene.stub().state().publish("npm", Scene.REPOSITORY, "tool", "2.0.0", LONG_AGO);
        TargetPackage app = scene.app();
        TargetPackage tool = new TargetPackage(
                app.github(),
                app.owner(),
                new PackageName(PackageType.NPM, "tool"),
                app.repository(),
                null,
                versions -> List.of(),
                null);

        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(1), tool))).containsExactly(entry("1.0.0", "deleted"));
    }
}
