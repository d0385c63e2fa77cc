package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.DeleteReleasedSnapshots;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.RunSetting.AppliedPlanSetting;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What has changed since the plan stays as it is. */
class PlanDifferencesTest extends AppliedPlanSetting {

    private StoredPlan planOfSnapshots() {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "1.0-SNAPSHOT", DEPLOYED);
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "2.0-SNAPSHOT", DEPLOYED);
        return plan(
                new Policy.Builder()
                        .rule(new KeepNewest(VersionKind.SNAPSHOT, 1))
                        .build(),
                scene.appWithSnapshots());
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
                        entry("1.0", "changed: GitHub's date of it has changed since the plan was made"),
                        entry("2.0", "deleted"));
    }

    @Test
    void a_version_with_another_name_is_changed() {
        StoredPlan plan = plan();
        scene.stub()
                .fault(When.listing(), Fault.body(body -> body.replace("\"name\":\"1.0\"", "\"name\":\"1.0-other\"")));

        assertThat(outcomes(plan))
                .containsOnly(entry("1.0-other", "changed: it is now called 1.0-other"), entry("2.0", "deleted"));
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
        TargetPackage app = scene.target("app", "reactor");
        TargetPackage lib = scene.target("lib", "reactor");
        StoredPlan plan = plan(Scene.keepReleases(2), app, lib);
        scene.stub().state().updatedAt("acme", Scene.APP, "1.0", Instant.parse("2026-11-01T00:00:00Z"));

        Scene.Done done = apply(plan, NO_LIMITS, app, lib);

        assertThat(Scene.outcomes(done))
                .containsOnly(
                        entry("1.0", "changed: GitHub's date of it has changed since the plan was made"),
                        entry("2.0", "deleted | deleted"));
        assertThat(scene.stub().state().active("acme", "com.example:lib")).containsExactly("4.0", "3.0", "1.0");
        PackagePlan ofLib = done.plan().packages().get(1);
        assertThat(ofLib.verdicts().stream()
                        .filter(verdict -> verdict.version().name().equals("1.0"))
                        .map(Verdict::reason))
                .containsExactly("kept in com.example.app: GitHub's date of it has changed since the plan was made");
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

        StoredPlan blind = plan(
                new Policy.Builder()
                        .rule(new KeepNewest(VersionKind.SNAPSHOT, 1))
                        .build(),
                scene.app());
        assertThat(Scene.outcomes(apply(blind, NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("1.0-SNAPSHOT", changed));
        assertNothingDeleted();
    }

    @Test
    void a_snapshot_stays_when_the_release_because_of_which_it_was_to_go_is_gone() {
        scene.stub().state().deploySnapshot(Scene.REPOSITORY, Scene.APP, "4.0-SNAPSHOT", DEPLOYED);
        Policy policy = new Policy.Builder()
                .rule(new DeleteReleasedSnapshots(Age.parse("0d")))
                .build();
        StoredPlan plan = plan(policy, scene.appWithSnapshots());
        scene.stub().state().delete("acme", Scene.APP, "4.0");

        assertThat(Scene.outcomes(apply(plan, NO_LIMITS, scene.appWithSnapshots())))
                .containsExactly(entry("4.0-SNAPSHOT", "changed: release 4.0, the reason for its deletion, is gone"));
        assertNothingDeleted();
    }
}
