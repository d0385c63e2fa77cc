package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.RunSetting.AppliedPlanSetting;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.When;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole package is deleted only if plan and current state agree. */
class PlannedPackageDeletionTest extends AppliedPlanSetting {

    @Test
    void a_package_goes_whole_when_plan_and_today_agree() {
        StoredPlan plan = plan(Scene.DELETE_ALL, scene.app());

        assertThat(Scene.outcomes(apply(plan, PACKAGE_MAY_GO, scene.app())))
                .hasSize(4)
                .containsEntry("4.0", "deleted");
        assertThat(scene.stub().events()).extracting(Event::what).contains(Event.What.PACKAGE_DELETED);
        assertThat(scene.stub().count(When.deleting())).isEqualTo(1);
    }

    @Test
    void a_package_does_not_go_whole_unless_it_is_asked_for_today() {
        StoredPlan plan = plan(Scene.DELETE_ALL, scene.app());

        Scene.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(kept(done))
                .containsExactly(
                        entry("4.0", "onLastVersion: the package would be empty without it (onLastVersion=keep)"));
    }

    @Test
    void a_package_does_not_go_whole_unless_the_plan_says_so() {
        Policy all = new Policy.Builder()
                .versions(Selection.ofVersions(List.of("?.0")))
                .rule(new KeepNewest(VersionKind.RELEASE, 0))
                .build();
        scene.publish("4.0.1");
        StoredPlan plan = plan(all, scene.app());
        scene.stub().state().delete("acme", Scene.APP, "4.0.1");

        Scene.Done done = apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(kept(done))
                .containsExactly(entry(
                        "4.0",
                        "guard: the package would be empty without it, and the plan does not delete the package"));
        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "2.0", "3.0");
    }

    @Test
    void row_21_a_package_does_not_go_whole_when_it_has_changed_since_the_plan() {
        StoredPlan plan = plan(Scene.DELETE_ALL, scene.app());
        scene.stub().state().delete("acme", Scene.APP, "1.0");

        Scene.Done done = apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("4.0");
        assertThat(Scene.outcomes(done))
                .containsOnly(entry("1.0", "already-gone"), entry("2.0", "deleted"), entry("3.0", "deleted"));
    }

    @Test
    void row_21_a_package_does_not_go_whole_when_something_came_since_the_plan() {
        StoredPlan plan = plan(Scene.DELETE_ALL, scene.app());
        scene.publish("5.0");

        apply(plan, PACKAGE_MAY_GO, scene.app());

        assertThat(scene.active()).containsExactly("5.0");
        assertThat(scene.stub().events()).extracting(Event::what).doesNotContain(Event.What.PACKAGE_DELETED);
    }

    @Test
    void a_package_that_is_not_there_any_more_is_said() {
        StoredPlan plan = plan();
        scene.stub().state().deletePackage("acme", Scene.APP);

        Scene.Done done = apply(plan, NO_LIMITS, scene.app());

        assertThat(done.warnings())
                .contains("Package acme/com.example.app does not exist, or this token can't see it.");
        assertThat(done.plan().packages()).isEmpty();
    }
}
