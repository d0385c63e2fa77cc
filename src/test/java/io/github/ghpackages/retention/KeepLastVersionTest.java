package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.keepReleasesNewerThan;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static io.github.ghpackages.retention.Plans.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.VersionKind;
import org.junit.jupiter.api.Test;

class KeepLastVersionTest {

    private static final Age DAY = Age.parse("1d");

    private static Policy.Builder nothingIsYoungEnough() {
        return keepReleasesNewerThan("1d")
                .rule(new KeepNewerThan(VersionKind.PRERELEASE, DAY))
                .rule(new KeepNewerThan(VersionKind.SNAPSHOT, DAY));
    }

    @Test
    void keeps_the_newest_release_before_others() {
        Plan plan = plan(
                nothingIsYoungEnough(),
                History.of("app")
                        .snapshot("3.0-SNAPSHOT", 9, 9)
                        .version("2.0", 9)
                        .version("3.0-rc1", 9)
                        .version("1.0", 9));
        assertThat(kept(plan)).containsExactly("2.0");
        assertThat(verdict(plan, "2.0"))
                .extracting(Verdict::rule, Verdict::reason, Verdict::keptByCount)
                .containsExactly("onLastVersion", "the package would be empty without it (onLastVersion=keep)", false);
        assertThat(plan.packages().get(0).deletePackage()).isFalse();
    }

    @Test
    void keeps_the_newest_of_all_where_there_is_no_release() {
        Plan plan = plan(
                nothingIsYoungEnough(), History.of("app").version("2.0-rc1", 9).snapshot("2.0-SNAPSHOT", 9, 9));
        assertThat(kept(plan)).containsExactly("2.0-SNAPSHOT");
    }

    @Test
    void keeps_nothing_more_where_something_stays() {
        Plan plan = plan(
                nothingIsYoungEnough().keepVersions(patterns("1.0")),
                History.of("app").version("2.0", 9).version("1.0", 9));
        assertThat(kept(plan)).containsExactly("1.0");
    }

    @Test
    void leaves_an_empty_package_alone_in_each_mode() {
        for (OnLastVersion mode : OnLastVersion.values()) {
            Plan plan = plan(
                    nothingIsYoungEnough().onLastVersion(mode),
                    History.of("app").deleted("1.0"));
            assertThat(plan.packages().get(0).verdicts()).isEmpty();
            assertThat(plan.packages().get(0).deletePackage()).isFalse();
            assertThat(plan.stops()).isEmpty();
        }
    }

    @Test
    void fails_when_asked_to() {
        Plan plan = plan(
                nothingIsYoungEnough().onLastVersion(OnLastVersion.FAIL),
                History.of("app").version("2.0", 9).version("1.0", 9),
                History.of("core").version("1.0", 0),
                History.of("one").version("1.0", 9));
        assertThat(plan.stops())
                .containsExactly(
                        "The plan leaves no version of acme/com.example.app: it deletes 2 versions (onLastVersion=fail).",
                        "The plan leaves no version of acme/com.example.one: it deletes 1 version (onLastVersion=fail).");
        assertThat(deleted(plan)).containsExactly("2.0", "1.0");
        assertThat(plan.packages()).noneMatch(PackagePlan::deletePackage);
    }

    @Test
    void deletes_the_package_when_asked_to() {
        var policy = nothingIsYoungEnough().onLastVersion(OnLastVersion.DELETE_PACKAGE);
        Plan plan = plan(
                policy,
                History.of("app").version("2.0", 9).version("1.0", 9),
                History.of("core").version("2.0", 0).version("1.0", 9),
                History.of("bom").version("2.0", 9).guard("2.0", "a parent"));
        assertThat(plan.packages()).extracting(PackagePlan::deletePackage).containsExactly(true, false, false);
        assertThat(deleted(plan)).containsExactly("2.0", "1.0");
        assertThat(plan.stops()).isEmpty();
    }

    @Test
    void deletes_no_package_of_which_a_sister_keeps_a_version() {
        var policy = nothingIsYoungEnough().onLastVersion(OnLastVersion.DELETE_PACKAGE);
        Plan plan = plan(
                policy,
                History.of("app").version("1.0", 9).inGroup("reactor"),
                History.of("core").version("1.0", 0).inGroup("reactor"));
        assertThat(plan.packages()).noneMatch(PackagePlan::deletePackage);
        assertThat(plan.deletionCount()).isZero();
    }

    @Test
    void a_package_plan_that_keeps_something_never_deletes_the_package() {
        var policy = nothingIsYoungEnough().onLastVersion(OnLastVersion.DELETE_PACKAGE);
        PackagePlan whole =
                plan(policy, History.of("app").version("1.0", 9)).packages().get(0);
        assertThat(whole.with(whole.verdicts()).deletePackage()).isTrue();
        var kept = whole.verdicts().stream()
                .map(verdict -> verdict.keptInstead(Cause.Step.GUARD, "a parent"))
                .toList();
        assertThat(whole.with(kept).deletePackage()).isFalse();
    }

    @Test
    void a_count_never_empties_a_package() {
        assertThat(kept(plan(keepReleases(1), History.with("1.0")))).containsExactly("1.0");
    }
}
