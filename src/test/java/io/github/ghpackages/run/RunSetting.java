package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.PlanFile;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of runs share: a scene of their own. */
abstract class RunSetting {

    @TempDir
    Path folder;

    Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** What the tests of prunes share. */
    abstract static class PruneSetting extends RunSetting {

        static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

        void assertNothingSent() {
            assertThat(scene.stub().count(When.method("GET").negate())).isZero();
            assertThat(scene.journalFile().resolveSibling("journal-0.jsonl")).doesNotExist();
        }

        PackagesException failure(TargetPackage target) {
            return assertThatExceptionOfType(PackagesException.class)
                    .isThrownBy(() -> scene.prune(Scene.keepReleases(1), target))
                    .actual();
        }
    }

    /** What the tests of stored plans share. */
    abstract static class AppliedPlanSetting extends RunSetting {

        static final Policy NO_LIMITS = new Policy.Builder().build();
        static final Policy PACKAGE_MAY_GO =
                new Policy.Builder().onLastVersion(OnLastVersion.DELETE_PACKAGE).build();
        static final Instant DEPLOYED = Instant.parse("2026-02-01T00:00:00Z");

        Path file;

        @BeforeEach
        void publish() {
            file = folder.resolve("plan.json");
            scene.publish("1.0", "2.0", "3.0", "4.0");
        }

        StoredPlan plan(Policy policy, TargetPackage... targets) {
            Scene.Done done =
                    Scene.preview(new Prune(List.of(targets), Planner.by(policy), true, false, TimeLimit.none()));
            PlanFile.write(file, StoredPlan.of("1.0", scene.github().serverTime(), Map.of(), done.plan()));
            return PlanFile.read(file);
        }

        StoredPlan plan() {
            return plan(Scene.keepReleases(2), scene.app());
        }

        Scene.Done apply(StoredPlan plan, Policy limits, TargetPackage... targets) {
            AppliedPlan applied = new AppliedPlan(plan, limits);
            applied.requireSameAccount(List.of(targets));
            return scene.prune(new Planner(applied, limits), scene.journal("prune"), targets);
        }

        Map<String, String> outcomes(StoredPlan plan) {
            return Scene.outcomes(apply(plan, NO_LIMITS, scene.app()));
        }

        PackagesException refusal(StoredPlan plan, TargetPackage... targets) {
            PackagesException refusal = assertThatExceptionOfType(PackagesException.class)
                    .isThrownBy(() -> apply(plan, NO_LIMITS, targets))
                    .actual();
            assertThat(refusal.id()).isEqualTo(Id.PLAN_NOT_APPLICABLE);
            assertNothingDeleted();
            return refusal;
        }

        void assertNothingDeleted() {
            assertThat(scene.stub().count(When.deleting())).isZero();
        }

        static Map<String, String> kept(Scene.Done done) {
            return done.plan().packages().get(0).verdicts().stream()
                    .filter(verdict -> !verdict.delete())
                    .collect(Collectors.toMap(
                            verdict -> verdict.version().name(), verdict -> verdict.rule() + ": " + verdict.reason()));
        }

        TargetPackage guarding(TargetPackage target, String name) {
            return Scene.with(
                    target, versions -> List.of(new Guard(name::equals, "referenced as a parent in module app")));
        }
    }
}
