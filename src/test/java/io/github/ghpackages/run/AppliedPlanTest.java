package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.journal.PlanFile;
import io.github.ghpackages.journal.StoredPlan;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.Guard;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is carried out later, where it and the registry still agree. */
class AppliedPlanTest {

    private static final Policy NO_LIMITS = new Policy.Builder().build();
    private static final Policy DELETE_ALL = new Policy.Builder()
            .versions(NamePatterns.of(List.of("*")))
            .keepNewest(VersionKind.RELEASE, 0)
            .onLastVersion(OnLastVersion.DELETE_PACKAGE)
            .build();
    private static final Policy PACKAGE_MAY_GO =
            new Policy.Builder().onLastVersion(OnLastVersion.DELETE_PACKAGE).build();
    private static final Instant DEPLOYED = Instant.parse("2026-02-01T00:00:00Z");

    private Path file;
    private Scene scene;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("plan.json");
        scene = new Scene(folder);
        scene.publish("1.0", "2.0", "3.0", "4.0");
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    private StoredPlan plan(Policy policy, Subject... subjects) {
        Prune.Done done = new Prune(List.of(subjects), Scene.planning(policy), true).preview();
        PlanFile.write(file, StoredPlan.of("1.0", scene.github().serverTime(), Map.of(), done.plan()));
        return PlanFile.read(file);
    }

    private StoredPlan plan() {
        return plan(Scene.keepReleases(2), scene.app());
    }

    private Prune.Done apply(StoredPlan plan, Policy limits, Subject... subjects) {
        AppliedPlan applied = new AppliedPlan(plan, limits);
        applied.requireSameAccount(List.of(subjects));
        return scene.prune(applied, scene.journal("prune"), subjects);
    }

    private Map<String, String> outcomes(StoredPlan plan) {
        return Scene.outcomes(apply(plan, NO_LIMITS, scene.app()));
    }

    private PackagesException refusal(StoredPlan plan, Subject... subjects) {
        PackagesException refusal = assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> apply(plan, NO_LIMITS, subjects))
                .actual();
        assertThat(refusal.id()).isEqualTo(Id.PLAN_NOT_APPLICABLE);
        assertNothingDeleted();
        return refusal;
    }

    private void assertNothingDeleted() {
        assertThat(scene.stub().count(When.deleting())).isZero();
    }

    private static Map<String, String> kept(Prune.Done done) {
        return done.plan().packages().get(0).verdicts().stream()
                .filter(verdict -> !verdict.delete())
                .collect(Collectors.toMap(
                        verdict -> verdict.version().name(), verdict -> verdict.rule() + ": " + verdict.reason()));
    }

    private Subject guarding(Subject subject, String name) {
        return new Subject(
                subject.github(),
                subject.owner(),
                subject.name(),
                subject.repository(),
                subject.coherenceGroup(),
                versions -> List.of(new Guard(name::equals, "named as a parent in module app")),
                subject.snapshots());
    }

    @Test
    void deletes_what_the_plan_deletes_with_its_reasons() {
        Prune.Done done = apply(plan(), NO_LIMITS, scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"), entry("2.0", "deleted"));
        assertThat(scene.active()).containsExactly("4.0", "3.0");
        assertThat(scene.lastJournal().entries().get(0).reason())
                .isEqualTo("4th newest of 4 releases (keepReleases=2)");
        assertThat(kept(done))
                .containsOnly(
                        entry("4.0", "keepReleases: newest of 4 releases (keepReleases=2)"),
                        entry("3.0", "keepReleases: 2nd newest of 4 releases (keepReleases=2)"));
    }

    @Test
    void deletes_nothing_the_second_time() {
        StoredPlan plan = plan();
        apply(plan, NO_LIMITS, scene.app());
        scene.stub().forgetRequests();

        assertThat(outcomes(plan)).containsExactly(entry("1.0", "already-gone"), entry("2.0", "already-gone"));
        assertNothingDeleted();
    }

    @Test
    void leaves_alone_what_came_after_the_plan() {
        StoredPlan plan = plan();
        scene.publish("5.0", "0.1");

        Prune.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "2.0");
        assertThat(scene.active()).containsExactly("0.1", "5.0", "4.0", "3.0");
        assertThat(kept(done)).containsEntry("0.1", "applyPlan: it is not in the plan");
    }

    @Test
    void a_version_that_was_deleted_and_published_anew_is_another_one() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "1.0");
        scene.publish("1.0");

        assertThat(outcomes(plan)).containsOnly(entry("1.0", "already-gone"), entry("2.0", "deleted"));
        assertThat(scene.active()).contains("1.0");
    }

    @Test
    void a_version_whose_date_has_moved_is_changed() {
        StoredPlan plan = plan();
        scene.stub().state().updatedAt("acme", Scene.APP, "1.0", Instant.parse("2026-11-01T00:00:00Z"));

        assertThat(outcomes(plan))
                .containsOnly(
                        entry("1.0", "changed: GitHub's date of it has moved since the plan was made"),
                        entry("2.0", "deleted"));
    }

    @Test
    void a_version_with_another_name_is_changed() {
        StoredPlan plan = plan();
        scene.stub()
                .fault(When.listing(), Fault.body(body -> body.replace("\"name\":\"1.0\"", "\"name\":\"1.0-other\"")));

        assertThat(outcomes(plan))
                .containsOnly(entry("1.0-other", "changed: it is called 1.0-other now"), entry("2.0", "deleted"));
    }

    @Test
    void a_package_is_skipped_when_a_version_that_the_plan_kept_by_count_is_gone() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "4.0");
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        assertThat(outcomes(plan))
                .containsOnly(
                        entry("1.0", "already-gone"),
                        entry("2.0", "changed: 4.0, which the plan counted among the newest, is gone"));
        assertNothingDeleted();
    }

    @Test
    void a_kept_version_that_only_a_listing_still_shows_spares_the_package() {
        StoredPlan plan = plan();
        scene.stub().state().ghost("acme", Scene.APP, "4.0", Instant.parse("2026-10-01T00:00:00Z"), 1);

        assertThat(outcomes(plan))
                .containsOnly(
                        entry("1.0", "changed: 4.0, which the plan counted among the newest, is gone"),
                        entry("2.0", "changed: 4.0, which the plan counted among the newest, is gone"));
        assertNothingDeleted();
    }

    @Test
    void what_differs_in_one_module_stays_in_its_sisters() {
        scene.publishIn("com.example:lib", "1.0", "2.0", "3.0", "4.0");
        Subject app = scene.subject("app", "reactor");
        Subject lib = scene.subject("lib", "reactor");
        StoredPlan plan = plan(Scene.keepReleases(2), app, lib);
        scene.stub().state().updatedAt("acme", Scene.APP, "1.0", Instant.parse("2026-11-01T00:00:00Z"));

        Prune.Done done = apply(plan, NO_LIMITS, app, lib);

        assertThat(Scene.outcomes(done))
                .containsOnly(
                        entry("1.0", "changed: GitHub's date of it has moved since the plan was made"),
                        entry("2.0", "deleted | deleted"));
        assertThat(scene.stub().state().active("acme", "com.example:lib")).containsExactly("4.0", "3.0", "1.0");
        PackagePlan ofLib = done.plan().packages().get(1);
        assertThat(ofLib.verdicts().stream()
                        .filter(verdict -> verdict.version().name().equals("1.0"))
                        .map(Verdict::reason))
                .containsExactly("kept in com.example.app: GitHub's date of it has moved since the plan was made");
    }

    @Test
    void todays_guards_hold() {
        assertThat(Scene.outcomes(apply(plan(), NO_LIMITS, guarding(scene.app(), "1.0"))))
                .containsExactly(entry("2.0", "deleted"));
        assertThat(scene.active()).contains("1.0");
    }

    @Test
    void row_4_todays_protections_hold() {
        Policy today = new Policy.Builder()
                .keepVersions(NamePatterns.of(List.of("1.*")))
                .build();

        Prune.Done done = apply(plan(), today, scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("2.0", "deleted"));
        assertThat(kept(done)).containsEntry("1.0", "guard: named in keepVersions");
    }

    @Test
    void a_protection_of_a_version_that_does_not_exist_stops_the_run() {
        Policy today = new Policy.Builder()
                .keepVersions(NamePatterns.of(List.of("1.O")))
                .build();

        Prune.Done done = apply(plan(), today, scene.app());

        assertThat(done.plan().liveStops())
                .containsExactly("keepVersions=1.O names a version that does not exist, so it protects nothing.");
        assertThat(done.warnings()).containsAll(done.plan().liveStops());
        assertNothingDeleted();
    }

    @Test
    void todays_tripwires_hold() {
        Prune.Done done = apply(plan(), new Policy.Builder().maxDeletions(1).build(), scene.app());

        assertThat(done.plan().stops())
                .containsExactly("The plan deletes 2 versions, more than maxDeletions=1 allows.");
        assertNothingDeleted();
    }

    @Test
    void a_tripwire_does_not_count_what_is_gone_already() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Prune.Done done = apply(plan, new Policy.Builder().maxDeletions(1).build(), scene.app());

        assertThat(Scene.outcomes(done)).containsOnly(entry("1.0", "already-gone"), entry("2.0", "deleted"));
    }

    @Test
    void a_plan_that_was_stopped_is_not_carried_out() {
        StoredPlan stopped = plan(
                new Policy.Builder()
                        .keepNewest(VersionKind.RELEASE, 2)
                        .maxDeletions(1)
                        .build(),
                scene.app());

        assertThat(refusal(stopped, scene.app()).reason())
                .isEqualTo("It must not be carried out: The plan deletes 2 versions, more than maxDeletions=1 allows.");
    }

    @Test
    void a_plan_of_more_than_seven_days_ago_is_refused() {
        StoredPlan plan = plan();
        scene.stub().advance(Duration.ofDays(7).plusMinutes(1));

        assertThat(refusal(plan, scene.app()).reason())
                .isEqualTo("It is of " + plan.createdAt() + ", and a plan is used for 7 days at most.");
    }

    @Test
    void a_plan_of_six_days_ago_is_carried_out() {
        StoredPlan plan = plan();
        scene.stub().advance(Duration.ofDays(6));

        assertThat(outcomes(plan)).hasSize(2).containsEntry("1.0", "deleted");
    }

    @Test
    void a_plan_of_another_owner_is_refused() {
        Subject other = new Subject(
                scene.github(),
                new Owner("other", Owner.Kind.ORGANIZATION),
                scene.app().name(),
                null,
                null,
                versions -> List.of(),
                null);

        assertThat(refusal(plan(), other).reason())
                .isEqualTo("It is for acme at " + scene.stub().url() + ", and this build works elsewhere.");
    }

    @Test
    void a_plan_of_another_api_is_refused(@TempDir Path folder) throws Exception {
        try (Scene elsewhere = new Scene(folder)) {
            assertThat(refusal(plan(), elsewhere.app()).reason())
                    .isEqualTo("It is for acme at " + scene.stub().url() + ", and this build works elsewhere.");
        }
    }

    @Test
    void row_7_a_plan_for_more_packages_than_those_of_the_run_is_refused() {
        scene.publishIn("com.example:lib", "1.0", "2.0", "3.0");
        StoredPlan plan = plan(Scene.keepReleases(2), scene.app(), scene.subject("lib"));

        assertThat(refusal(plan, scene.app()).reason())
                .isEqualTo("It deletes versions of acme/com.example.lib, which is none of the packages of this run.");
    }

    @Test
    void the_case_of_an_owners_letters_makes_no_difference() {
        Subject app = scene.app();
        Subject shouted = new Subject(
                app.github(),
                new Owner("ACME", Owner.Kind.ORGANIZATION),
                app.name(),
                app.repository(),
                null,
                app.guards(),
                null);

        assertThat(Scene.outcomes(apply(plan(), NO_LIMITS, shouted))).containsEntry("1.0", "deleted");
    }

    private StoredPlan planOfSnapshots() {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "1.0-SNAPSHOT", DEPLOYED);
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "2.0-SNAPSHOT", DEPLOYED);
        return plan(new Policy.Builder().keepNewest(VersionKind.SNAPSHOT, 1).build(), scene.appWithSnapshots());
    }

    @Test
    void a_snapshot_that_is_as_it_was_goes() {
        assertThat(Scene.outcomes(apply(planOfSnapshots(), NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("1.0-SNAPSHOT", "deleted"));
    }

    @Test
    void row_1_row_42_a_snapshot_that_was_deployed_again_is_changed() {
        StoredPlan plan = planOfSnapshots();
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "1.0-SNAPSHOT", DEPLOYED.plusSeconds(60));

        assertThat(Scene.outcomes(apply(plan, NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("1.0-SNAPSHOT", "changed: it was deployed again since the plan was made"));
        assertNothingDeleted();
    }

    @Test
    void a_snapshot_whose_metadata_can_not_be_read_is_changed() {
        String changed = "changed: its maven-metadata.xml can't be read now, or could not when the plan was made, so a"
                + " deploy in between can't be ruled out";
        StoredPlan plan = planOfSnapshots();

        assertThat(outcomes(plan)).containsExactly(entry("1.0-SNAPSHOT", changed));

        StoredPlan blind =
                plan(new Policy.Builder().keepNewest(VersionKind.SNAPSHOT, 1).build(), scene.app());
        assertThat(Scene.outcomes(apply(blind, NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("1.0-SNAPSHOT", changed));
        assertNothingDeleted();
    }

    @Test
    void a_snapshot_stays_when_the_release_because_of_which_it_was_to_go_is_gone() {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "4.0-SNAPSHOT", DEPLOYED);
        Policy policy =
                new Policy.Builder().deleteReleasedSnapshots(Age.parse("0d")).build();
        StoredPlan plan = plan(policy, scene.appWithSnapshots());
        scene.stub().state().delete("acme", Scene.APP, "4.0");

        assertThat(Scene.outcomes(apply(plan, NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("4.0-SNAPSHOT", "changed: release 4.0, because of which it was to go, is gone"));
        assertNothingDeleted();
    }

    @Test
    void a_package_goes_whole_when_plan_and_today_agree() {
        StoredPlan plan = plan(DELETE_ALL, scene.app());

        assertThat(Scene.outcomes(apply(plan, PACKAGE_MAY_GO, scene.app())))
                .hasSize(4)
                .containsEntry("4.0", "deleted");
        assertThat(scene.stub().events()).extracting(Event::what).contains(Event.What.PACKAGE_DELETED);
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
    }

    @Test
    void a_package_does_not_go_whole_unless_it_is_asked_for_today() {
        StoredPlan plan = plan(DELETE_ALL, scene.app());

        Prune.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(kept(done))
                .containsExactly(
                        entry("4.0", "onLastVersion: the package would be empty without it (onLastVersion=keep)"));
    }

    @Test
    void a_package_does_not_go_whole_unless_the_plan_says_so() {
        Policy all = new Policy.Builder()
                .versions(NamePatterns.of(List.of("?.0")))
                .keepNewest(VersionKind.RELEASE, 0)
                .build();
        scene.publish("4.0.1");
        StoredPlan plan = plan(all, scene.app());
        scene.stub().state().delete("acme", Scene.APP, "4.0.1");

        Prune.Done done = apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(kept(done))
                .containsExactly(entry(
                        "4.0",
                        "guard: the package would be empty without it, and the plan does not delete the package"));
        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "2.0", "3.0");
    }

    @Test
    void row_21_a_package_does_not_go_whole_when_it_has_changed_since_the_plan() {
        StoredPlan plan = plan(DELETE_ALL, scene.app());
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Prune.Done done = apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(Scene.outcomes(done))
                .containsOnly(entry("1.0", "already-gone"), entry("2.0", "deleted"), entry("3.0", "deleted"));
    }

    @Test
    void row_21_a_package_does_not_go_whole_when_something_came_since_the_plan() {
        StoredPlan plan = plan(DELETE_ALL, scene.app());
        scene.publish("5.0");

        apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("5.0");
        assertThat(scene.stub().events()).extracting(Event::what).doesNotContain(Event.What.PACKAGE_DELETED);
    }

    @Test
    void a_package_that_is_not_there_any_more_is_said() {
        StoredPlan plan = plan();
        scene.stub().state().deletePackage("acme", Scene.APP);

        Prune.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(done.warnings())
                .contains("Package acme/com.example.app does not exist, or this token can't see it.");
        assertThat(done.plan().packages()).isEmpty();
    }

    @Test
    void a_preview_shows_what_would_differ() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Prune.Done done = new Prune(List.of(scene.app()), new AppliedPlan(plan, NO_LIMITS), true).preview();

        assertThat(Scene.outcomes(done)).containsOnly(entry("1.0", "already-gone"), entry("2.0", "none"));
        assertThat(done.plan().packages().get(0).verdicts().stream()
                        .map(Verdict::version)
                        .map(PackageVersion::name))
                .containsExactly("4.0", "3.0", "2.0", "1.0");
    }
}
