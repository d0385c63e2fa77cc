package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.Owner;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.RunSetting.AppliedPlanSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is carried out later, where it and the registry still agree. */
class AppliedPlanTest extends AppliedPlanSetting {

    @Test
    void deletes_what_the_plan_deletes_with_its_reasons() {
        Scene.Done done = apply(plan(), NO_LIMITS, scene.app());

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

        Scene.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "2.0");
        assertThat(scene.active()).containsExactly("0.1", "5.0", "4.0", "3.0");
        assertThat(kept(done)).containsEntry("0.1", "applyPlan: it is not in the plan");
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

        Scene.Done done = apply(plan(), today, scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("2.0", "deleted"));
        assertThat(kept(done)).containsEntry("1.0", "keepVersions: always kept (keepVersions=1.*)");
    }

    @Test
    void a_protection_of_a_version_that_does_not_exist_stops_the_run() {
        Policy today = new Policy.Builder()
                .keepVersions(NamePatterns.of(List.of("1.O")))
                .build();

        Scene.Done done = apply(plan(), today, scene.app());

        assertThat(done.plan().liveStops())
                .containsExactly("keepVersions=1.O names a version that does not exist, so it protects nothing.");
        assertThat(done.warnings()).containsAll(done.plan().liveStops());
        assertNothingDeleted();
    }

    @Test
    void todays_tripwires_hold() {
        Scene.Done done = apply(plan(), new Policy.Builder().maxDeletions(1).build(), scene.app());

        assertThat(done.plan().stops())
                .containsExactly("The plan deletes 2 versions, more than maxDeletions=1 allows.");
        assertNothingDeleted();
    }

    @Test
    void a_tripwire_does_not_count_what_is_gone_already() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Scene.Done done = apply(plan, new Policy.Builder().maxDeletions(1).build(), scene.app());

        assertThat(Scene.outcomes(done)).containsOnly(entry("1.0", "already-gone"), entry("2.0", "deleted"));
    }

    @Test
    void a_plan_that_was_stopped_is_not_carried_out() {
        StoredPlan stopped = plan(
                new Policy.Builder()
                        .rule(new KeepNewest(VersionKind.RELEASE, 2))
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
                .isEqualTo("It is of " + plan.createdAt() + ", and a plan is valid for 7 days.");
    }

    @Test
    void a_plan_of_six_days_ago_is_carried_out() {
        StoredPlan plan = plan();
        scene.stub().advance(Duration.ofDays(6));

        assertThat(outcomes(plan)).hasSize(2).containsEntry("1.0", "deleted");
    }

    /** An answer from a cache has a date of long ago. */
    @Test
    void a_plan_that_is_too_old_by_this_machines_clock_is_refused_where_the_clocks_disagree() {
        scene.stub().advance(Duration.ofDays(-8));
        StoredPlan plan = plan();

        assertThat(refusal(plan, scene.app()).reason())
                .isEqualTo("It is of " + plan.createdAt() + ", and a plan is valid for 7 days.");
    }

    @Test
    void a_plan_from_the_future_is_refused() {
        StoredPlan plan = plan();
        scene.stub().advance(Duration.ofMinutes(-5).minusSeconds(30));

        assertThat(refusal(plan, scene.app()).reason())
                .startsWith("It is of " + plan.createdAt() + ", which is in the future: the server's time is ")
                .endsWith(". So its age is unknown.");
    }

    @Test
    void a_plan_may_be_five_minutes_ahead() {
        StoredPlan plan = plan();
        scene.stub().advance(Duration.ofMinutes(-4));

        assertThat(outcomes(plan)).hasSize(2).containsEntry("1.0", "deleted");
    }

    @Test
    void a_plan_of_another_owner_is_refused() {
        TargetPackage other = Scene.with(scene.app(), new Owner("other", Owner.Kind.ORGANIZATION), null);

        assertThat(refusal(plan(), other).reason())
                .isEqualTo("It was made for acme at " + scene.stub().url() + ", but this build uses another owner"
                        + " or API.");
    }

    @Test
    void a_plan_of_another_api_is_refused(@TempDir Path folder) throws Exception {
        try (Scene elsewhere = new Scene(folder)) {
            assertThat(refusal(plan(), elsewhere.app()).reason())
                    .isEqualTo("It was made for acme at " + scene.stub().url() + ", but this build uses another"
                            + " owner or API.");
        }
    }

    @Test
    void row_7_a_plan_for_more_packages_than_those_of_the_run_is_refused() {
        scene.publishIn("com.example:lib", "1.0", "2.0", "3.0");
        StoredPlan plan = plan(Scene.keepReleases(2), scene.app(), scene.target("lib"));

        assertThat(refusal(plan, scene.app()).reason())
                .isEqualTo("It deletes versions of acme/com.example.lib, which is not one of the packages of"
                        + " this run.");
    }

    @Test
    void the_case_of_an_owners_letters_makes_no_difference() {
        TargetPackage shouted = Scene.with(scene.app(), new Owner("ACME", Owner.Kind.ORGANIZATION), Scene.REPOSITORY);

        assertThat(Scene.outcomes(apply(plan(), NO_LIMITS, shouted))).containsEntry("1.0", "deleted");
    }

    @Test
    void a_preview_shows_what_would_differ() {
        StoredPlan plan = plan();
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Scene.Done done = Scene.preview(new Prune(
                List.of(scene.app()),
                new Planner(new AppliedPlan(plan, NO_LIMITS), NO_LIMITS),
                true,
                false,
                TimeLimit.none()));

        assertThat(Scene.outcomes(done)).containsOnly(entry("1.0", "already-gone"), entry("2.0", "none"));
        assertThat(done.plan().packages().get(0).verdicts().stream()
                        .map(Verdict::version)
                        .map(PackageVersion::name))
                .containsExactly("4.0", "3.0", "2.0", "1.0");
    }
}
