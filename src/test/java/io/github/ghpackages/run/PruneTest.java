package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepNewerThan;
import io.github.ghpackages.retention.KeepNewest;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.RunSetting.PruneSetting;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A prune from listing to outcomes. */
class PruneTest extends PruneSetting {

    @Test
    void deletes_exactly_what_the_plan_says() {
        scene.publish("1.0", "1.1", "2.0-rc-1", "2.0", "2.1");

        Scene.Done done = scene.prune(Scene.keepReleases(2), scene.app());

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "deleted"), entry("1.1", "deleted"));
        assertThat(scene.active()).containsExactly("2.1", "2.0", "2.0-rc-1");
        assertThat(done.stop()).isNull();
        assertThat(scene.lastJournal().entries()).hasSize(2);
    }

    @Test
    void changes_nothing_in_a_preview() {
        scene.publish("1.0", "2.0");

        Scene.Done done = Scene.preview(
                new Prune(List.of(scene.app()), Planner.by(Scene.keepReleases(1)), true, false, TimeLimit.none()));

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.0", "none"));
        assertNothingSent();
    }

    @Test
    void row_7_deletes_all_of_more_than_a_page() {
        scene.publishMany(150);

        Scene.Done done = scene.prune(Scene.keepReleases(5), scene.app());

        assertThat(Scene.outcomes(done))
                .hasSize(145)
                .allSatisfy((name, outcome) -> assertThat(outcome).isEqualTo("deleted"));
        assertThat(scene.active()).containsExactly("1.149", "1.148", "1.147", "1.146", "1.145");
        assertThat(scene.lastJournal().deletions()).hasSize(145);
    }

    @Test
    void row_9_counts_what_the_registry_says_afterwards() {
        scene.publishMany(12);
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
        scene.publishMany(250);

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
                .versions(Selection.ofVersions(List.of("*")))
                .rule(new KeepNewest(VersionKind.RELEASE, 0))
                .build();

        Scene.Done done = scene.prune(all, scene.app());

        assertThat(scene.active()).containsExactly("1.2");
        assertThat(Scene.outcomes(done)).containsOnlyKeys("1.0", "1.1");
        assertThat(scene.stub().events()).extracting(Event::what).doesNotContain(Event.What.PACKAGE_DELETED);
    }

    @Test
    void row_15_stops_before_the_first_deletion_when_told_to_fail() {
        scene.publish("1.0", "1.1");
        Policy all = new Policy.Builder()
                .versions(Selection.ofVersions(List.of("*")))
                .rule(new KeepNewest(VersionKind.RELEASE, 0))
                .onLastVersion(OnLastVersion.FAIL)
                .build();

        Scene.Done done = scene.prune(all, scene.app());

        assertThat(done.plan().stops()).hasSize(1);
        assertThat(done.results().values())
                .allSatisfy(results -> assertThat(results).isEmpty());
        assertNothingSent();
    }

    @Test
    void row_26_deletes_oldest_first() {
        scene.publish("1.10", "1.9", "1.2", "2.0");
        scene.stub().state().downloads("acme", Scene.APP, "1.2", 6000);

        Scene.Done done = scene.prune(Scene.keepReleases(1), scene.app());

        assertThat(Scene.outcomes(done).keySet()).containsExactly("1.2", "1.9", "1.10");
        assertThat(scene.stub().requests(When.deleting()).stream().map(Object::toString))
                .first()
                .asString()
                .endsWith(String.valueOf(scene.id("1.2")));
    }

    @Test
    void row_39_row_40_deletes_a_version_in_all_modules_or_in_none() {
        scene.publishIn("com.example:app", "1.0", "1.1", "2.0");
        scene.publishIn("com.example:lib", "1.0", "1.1", "2.0", "3.0");
        TargetPackage app = scene.target("app", "reactor");
        TargetPackage guarded = Scene.with(
                scene.target("lib", "reactor"),
                versions -> List.of(new Guard("1.0"::equals, "referenced as a dependency in module app")));

        Scene.Done done = scene.prune(Scene.keepReleases(1), app, guarded);

        assertThat(Scene.outcomes(done)).containsExactly(entry("1.1", "deleted | deleted"));
        assertThat(scene.active()).containsExactly("2.0", "1.0");
        assertThat(scene.stub().state().active("acme", "com.example:lib")).containsExactly("3.0", "2.0", "1.0");
        PackagePlan appPlan = done.plan().packages().get(0);
        assertThat(appPlan.verdicts().stream()
                        .filter(verdict -> verdict.version().name().equals("1.0"))
                        .map(Verdict::reason))
                .containsExactly("kept in com.example.lib: referenced as a dependency in module app");
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
    void counts_no_age_by_the_local_clock() {
        scene.publish("1.0", "2.0", "3.0");
        scene.stub().fault(When.any(), Fault.none().without("Date"));
        Policy policy = new Policy.Builder()
                .rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse("30d")))
                .build();

        assertThatExceptionOfType(PackagesException.class)
                .isThrownBy(() -> scene.prune(policy, scene.app()))
                .withMessageContaining("has a usable Date header, by which ages are counted.");
        assertThat(scene.stub().deleted()).isEmpty();
    }
}
