package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.Token;
import io.github.ghpackages.retention.Guard;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.Right;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prune from listing to outcomes. */
class PruneTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Scene scene;

    @BeforeEach
    void open(@TempDir Path folder) {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    private void publishMany(int count) {
        scene.stub().state().publish(Scene.REPOSITORY, Scene.APP, count, i -> "1." + i, LONG_AGO, Duration.ofHours(1));
    }

    private void assertNothingSent() {
        assertThat(scene.stub().count(When.method("GET").negate())).isZero();
        assertThat(scene.journalFile().resolveSibling("journal-0.jsonl")).doesNotExist();
    }

    private PackagesException failure(Subject subject) {
        return assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> scene.prune(Scene.keepReleases(1), subject))
                .actual();
    }

    private static Subject with(Subject subject, Owner owner, String repository) {
        return new Subject(
                subject.github(),
                owner,
                subject.name(),
                repository,
                subject.coherenceGroup(),
                subject.guards(),
                subject.snapshots());
    }

    @Test
    void deletes_exactly_what_the_plan_says() {
        scene.publish("1.0", "1.1", "2.0-rc-1", "2.0", "2.1");

        Prune.Done done = scene.prune(Scene.keepReleases(2), scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"), entry("1.1", "deleted"));
        assertThat(scene.active()).containsExactly("2.1", "2.0", "2.0-rc-1");
        assertThat(done.stop()).isNull();
        assertThat(scene.lastJournal().entries()).hasSize(2);
    }

    @Test
    void changes_nothing_in_a_preview() {
        scene.publish("1.0", "2.0");

        Prune.Done done = new Prune(List.of(scene.app()), Scene.planning(Scene.keepReleases(1)), true).preview();

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "none"));
        assertNothingSent();
    }

    @Test
    void row_7_deletes_all_of_more_than_a_page() {
        publishMany(150);

        Prune.Done done = scene.prune(Scene.keepReleases(5), scene.app());

        assertThat(Scene.outcomes(done))
                .hasSize(145)
                .allSatisfy((name, outcome) -> assertThat(outcome).isEqualTo("deleted"));
        assertThat(scene.active()).containsExactly("1.149", "1.148", "1.147", "1.146", "1.145");
        assertThat(scene.lastJournal().deletions()).hasSize(145);
    }

    @Test
    void row_9_counts_what_the_registry_says_afterwards() {
        publishMany(12);
        scene.stub().fault(When.version(scene.id("1.3")).and(When.deleting()), Fault.answer(500));
        scene.stub().state().downloads("acme", Scene.APP, "1.5", 6000);

        Map<String, String> outcomes = Scene.outcomes(scene.prune(Scene.keepReleases(2), scene.app()));

        assertThat(outcomes.values().stream().filter("deleted"::equals)).hasSize(8);
        assertThat(outcomes.get("1.3")).startsWith("failed: ");
        assertThat(outcomes.get("1.5")).startsWith("retained: ");
        assertThat(scene.stub().deleted()).hasSize(8).doesNotContain("1.3", "1.5");
    }

    @Test
    void row_13_sees_every_page_before_the_first_deletion() {
        publishMany(250);

        scene.prune(Scene.keepReleases(249), scene.app());

        List<String> sent = scene.stub().requests().stream()
                .map(Object::toString)
                .filter(request -> request.contains("?") || request.startsWith("DELETE"))
                .toList();
        assertThat(sent).hasSize(4);
        assertThat(sent.get(3)).startsWith("DELETE");
        assertThat(scene.stub().deleted()).containsExactly("1.0");
    }

    @Test
    void row_14_row_16_row_19_never_deletes_the_package_unasked() {
        scene.publish("1.0", "1.1", "1.2");
        Policy all = new Policy.Builder()
                .versions(NamePatterns.of(List.of("*")))
                .keepNewest(VersionKind.RELEASE, 0)
                .build();

        Prune.Done done = scene.prune(all, scene.app());

        assertThat(scene.active()).containsExactly("1.2");
        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "1.1");
        assertThat(scene.stub().events()).extracting(Event::what).doesNotContain(Event.What.PACKAGE_DELETED);
    }

    @Test
    void row_15_stops_before_the_first_deletion_when_told_to_fail() {
        scene.publish("1.0", "1.1");
        Policy all = new Policy.Builder()
                .versions(NamePatterns.of(List.of("*")))
                .keepNewest(VersionKind.RELEASE, 0)
                .onLastVersion(OnLastVersion.FAIL)
                .build();

        Prune.Done done = scene.prune(all, scene.app());

        assertThat(done.plan().stops()).hasSize(1);
        assertThat(done.results()).isEmpty();
        assertNothingSent();
    }

    @Test
    void row_24_deletes_nothing_when_a_page_fails() {
        publishMany(250);
        scene.stub().fault(When.page(2), Fault.answer(404));

        PackagesException failure = failure(scene.app());

        assertThat(failure.tried()).contains("Listing the versions of acme/com.example.app");
        assertNothingSent();
    }

    @Test
    void row_24_deletes_nothing_from_a_listing_that_single_sign_on_cuts() {
        publishMany(3);
        scene.stub()
                .fault(When.listing(), Fault.none().header("X-GitHub-SSO", "partial-results; organizations=21955855"));

        assertThat(failure(scene.app()).id()).isEqualTo(Id.INCOMPLETE_LISTING);
        assertNothingSent();
    }

    @Test
    void row_26_deletes_oldest_first() {
        scene.publish("1.10", "1.9", "1.2", "2.0");
        scene.stub().state().downloads("acme", Scene.APP, "1.2", 6000);

        Prune.Done done = scene.prune(Scene.keepReleases(1), scene.app());

        assertThat(Scene.outcomes(done).keySet()).containsExactly("1.2", "1.9", "1.10");
        assertThat(scene.stub().requests(When.deleting()).stream().map(Object::toString))
                .first()
                .asString()
                .endsWith(String.valueOf(scene.id("1.2")));
    }

    @Test
    void row_27_does_not_judge_a_token_by_its_shape() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .accounts()
                .token("~odd!shape", "octocat", "repo", "read:packages", "write:packages", "delete:packages");
        GitHubPackages github =
                scene.client(HttpSettings.of(URI.create(scene.stub().url()), new Token("~odd!shape", "a test")));
        Subject subject = new Subject(
                github, scene.app().owner(), scene.app().name(), Scene.REPOSITORY, null, versions -> List.of(), null);

        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(1), subject)))
                .containsExactly(entry("1.0", "deleted"));
    }

    @Test
    void row_31_deletes_nothing_when_a_protecting_look_up_fails() {
        scene.publish("1.0", "2.0");
        Subject app = scene.app();
        PackagesException broken = new PackagesException(Id.POMS_NOT_READABLE, "Reading.", "broken", "mend");
        Subject unguarded = new Subject(
                app.github(),
                app.owner(),
                app.name(),
                app.repository(),
                null,
                versions -> {
                    throw broken;
                },
                null);

        assertThat(failure(unguarded)).isSameAs(broken);
        assertNothingSent();
    }

    @Test
    void row_32_says_that_a_package_does_not_exist_and_goes_on() {
        scene.publish("1.0", "2.0");

        Prune.Done done = scene.prune(Scene.keepReleases(1), scene.subject("gone"), scene.app());

        assertThat(done.warnings())
                .contains("Package acme/com.example.gone does not exist, or this token can't see it.");
        assertThat(scene.stub().deleted()).containsExactly("1.0");
    }

    @Test
    void refuses_a_package_of_another_repository() {
        scene.publish("1.0", "2.0");

        PackagesException failure = failure(with(scene.app(), scene.app().owner(), "acme/other"));

        assertThat(failure.id()).isEqualTo(Id.WRONG_ACCOUNT);
        assertThat(failure.reason()).isEqualTo("Its repository is acme/app, and the build names acme/other.");
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
        assertThat(failure.reason()).isEqualTo("Its owner is evil\\u001b, and the build names acme.");
        assertNothingSent();
    }

    @Test
    void refuses_a_package_whose_owner_is_not_told() {
        scene.publish("1.0", "2.0");
        scene.stub()
                .fault(
                        When.path("/packages/").and(When.listing().negate()),
                        Fault.body(body -> body.replace("\"owner\":", "\"other\":")));

        assertThat(failure(scene.app()).reason())
                .isEqualTo("Its owner is not told by GitHub, and the build names acme.");
        assertNothingSent();
    }

    @Test
    void takes_owner_and_repository_in_any_case_of_letters() {
        scene.publish("1.0", "2.0");
        Owner owner = new Owner("ACME", Owner.Kind.ORGANIZATION);

        Prune.Done done = scene.prune(Scene.keepReleases(1), with(scene.app(), owner, "Acme/App"));

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
            Prune.Done done = scene.prune(Scene.keepReleases(1), with(scene.app(), owner, login + "/app"));

            assertThat(Scene.outcomes(done)).as(owner.kind().name()).containsExactly(entry("1.0", "deleted"));
        }
    }

    @Test
    void row_39_row_40_deletes_a_version_in_all_modules_or_in_none() {
        scene.publishIn("com.example:app", "1.0", "1.1", "2.0");
        scene.publishIn("com.example:lib", "1.0", "1.1", "2.0", "3.0");
        Subject app = scene.subject("app", "reactor");
        Subject lib = scene.subject("lib", "reactor");
        Subject guarded = new Subject(
                lib.github(),
                lib.owner(),
                lib.name(),
                lib.repository(),
                "reactor",
                versions -> List.of(new Guard("1.0"::equals, "named as a dependency in module app")),
                null);

        Prune.Done done = scene.prune(Scene.keepReleases(1), app, guarded);

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.1", "deleted | deleted"));
        assertThat(scene.active()).containsExactly("2.0", "1.0");
        assertThat(scene.stub().state().active("acme", "com.example:lib")).containsExactly("3.0", "2.0", "1.0");
        PackagePlan appPlan = done.plan().packages().get(0);
        assertThat(appPlan.verdicts().stream()
                        .filter(verdict -> verdict.version().name().equals("1.0"))
                        .map(Verdict::reason))
                .containsExactly("kept in com.example.lib: named as a dependency in module app");
    }

    @Test
    void stops_before_the_first_deletion_when_the_token_has_no_scope_for_it() {
        scene.publish("1.0", "2.0");
        scene.stub().accounts().token("ghp_reader", "octocat", "repo", "read:packages");
        GitHubPackages github =
                scene.client(HttpSettings.of(URI.create(scene.stub().url()), new Token("ghp_reader", "a test")));
        Subject subject = new Subject(
                github, scene.app().owner(), scene.app().name(), Scene.REPOSITORY, null, versions -> List.of(), null);

        assertThat(failure(subject).id()).isEqualTo(Id.MISSING_SCOPE);
        assertNothingSent();
    }

    @Test
    void deletes_nothing_the_second_time() {
        scene.publish("1.0", "2.0", "3.0");

        assertThat(IntStream.range(0, 2)
                        .mapToObj(run -> scene.prune(Scene.keepReleases(1), scene.app()))
                        .map(done -> Scene.outcomes(done).size()))
                .containsExactly(2, 0);
        assertThat(scene.stub().deleted()).containsExactly("1.0", "2.0");
    }

    @Test
    void reads_an_npm_package_as_well() {
        scene.stub().state().publish("npm", Scene.REPOSITORY, "tool", "1.0.0", LONG_AGO);
        scene.stub().state().publish("npm", Scene.REPOSITORY, "tool", "2.0.0", LONG_AGO);
        Subject app = scene.app();
        Subject tool = new Subject(
                app.github(),
                app.owner(),
                new PackageName("npm", "tool"),
                app.repository(),
                null,
                versions -> List.of(),
                null);

        assertThat(Scene.outcomes(scene.prune(Scene.keepReleases(1), tool))).containsExactly(entry("1.0.0", "deleted"));
    }
}
