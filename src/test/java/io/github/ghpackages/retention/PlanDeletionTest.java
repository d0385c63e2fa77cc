package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.deleted;
import static io.github.ghpackages.retention.Plans.judgements;
import static io.github.ghpackages.retention.Plans.kept;
import static io.github.ghpackages.retention.Plans.patterns;
import static io.github.ghpackages.retention.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.ghpackages.ServerTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanDeletionTest {

    private static Plan delete(ExactVersions wanted, Policy.Builder limits, History... histories) {
        return new Planner(wanted, limits.build())
                .plan(Stream.of(histories).map(History::build).toList(), new ServerTime(History.NOW, History.NOW));
    }

    private static Plan delete(ExactVersions wanted, History... histories) {
        return delete(wanted, new Policy.Builder(), histories);
    }

    @Test
    void deletes_exactly_the_names_that_were_asked_for_in_every_package() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")),
                History.with("1.0", "1.0.0", "1.0-SNAPSHOT"),
                History.of("core").version("2.0", 1).version("1.0", 1));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("1.0", "delete versions: requested (versions=1.0)"),
                        entry("1.0.0", "keep versions: not requested"),
                        entry("1.0-SNAPSHOT", "keep versions: not requested"));
        assertThat(deleted(plan, 1)).containsExactly("1.0");
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.stops()).isEmpty();
    }

    @Test
    void deletes_exactly_the_ids_that_were_asked_for() {
        Plan plan = delete(
                ExactVersions.withIds(List.of(2L, 11L)),
                History.with("1.1", "1.0"),
                History.of("core").firstId(10).version("2.0", 1).version("1.0", 1));
        assertThat(judgements(plan))
                .containsOnly(
                        entry("1.1", "keep versionIds: not requested"),
                        entry("1.0", "delete versionIds: requested (versionIds=2)"));
        assertThat(deleted(plan, 1)).containsExactly("1.0");
    }

    @Test
    void a_guard_keeps_what_was_asked_for_and_says_so() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")),
                History.with("2.0", "1.0").guard("1.0", "referenced as a parent in module app"));
        assertThat(deleted(plan)).isEmpty();
        assertThat(plan.warnings())
                .containsExactly("1.0 of acme/com.example.app is kept: referenced as a parent in module app.");
    }

    @Test
    void what_was_not_asked_for_is_not_the_guards_business() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")), History.with("2.0", "1.0").guard("2.0", "built here"));
        assertThat(judgements(plan)).containsEntry("2.0", "keep versions: not requested");
    }

    @Test
    void the_protection_of_a_policy_wins() {
        var limits = new Policy.Builder().keepVersions(patterns("1.0"));
        assertThat(kept(delete(ExactVersions.named(List.of("2.0", "1.0")), limits, History.with("2.0", "1.0"))))
                .containsExactly("1.0");
    }

    @Test
    void keeps_the_last_version_by_default() {
        var wanted = ExactVersions.named(List.of("1.0"));
        Plan keep = delete(wanted, History.with("1.0"));
        assertThat(kept(keep)).containsExactly("1.0");
        assertThat(keep.warnings())
                .containsExactly(
                        "1.0 of acme/com.example.app is kept: the package would be empty without it (onLastVersion=keep).");
        Plan fail = delete(wanted, new Policy.Builder().onLastVersion(OnLastVersion.FAIL), History.with("1.0"));
        assertThat(fail.stops()).hasSize(1);
        Plan whole =
                delete(wanted, new Policy.Builder().onLastVersion(OnLastVersion.DELETE_PACKAGE), History.with("1.0"));
        assertThat(whole.packages().get(0).deletePackage()).isTrue();
    }

    @Test
    void minds_the_tripwires_of_the_limits() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")), new Policy.Builder().maxDeletions(0), History.with("2.0", "1.0"));
        assertThat(plan.stops()).containsExactly("The plan deletes 1 version, more than maxDeletions=0 allows.");
    }

    @Test
    void a_name_stays_in_all_modules_of_a_reactor_when_one_must_keep_it() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")),
                History.of("a").version("2.0", 1).version("1.0", 1).inGroup("reactor"),
                History.of("b")
                        .version("2.0", 1)
                        .version("1.0", 1)
                        .inGroup("reactor")
                        .guard("1.0", "a dependency"));
        assertThat(deleted(plan, 0)).isEmpty();
        assertThat(plan.warnings())
                .containsExactly(
                        "1.0 of acme/com.example.a is kept: kept in com.example.b: a dependency.",
                        "1.0 of acme/com.example.b is kept: a dependency.");
    }

    @Test
    void last_versions_that_stay_are_kept_in_all_modules() {
        Plan plan = delete(
                ExactVersions.named(List.of("1.0")),
                History.of("a").version("2.0", 1).version("1.0", 1).inGroup("reactor"),
                History.of("b").version("1.0", 1).inGroup("reactor"));
        assertThat(plan.deletionCount()).isZero();
    }

    @Test
    void an_id_means_one_version_of_one_module() {
        Plan plan = delete(
                ExactVersions.withIds(List.of(2L)),
                History.of("a").version("2.0", 1).version("1.0", 1).inGroup("reactor"),
                History.of("b").firstId(10).version("2.0", 1).version("1.0", 1).inGroup("reactor"));
        assertThat(deleted(plan, 0)).containsExactly("1.0");
        assertThat(deleted(plan, 1)).isEmpty();
    }

    @Test
    void warns_of_what_is_in_none_of_the_packages() {
        assertThat(delete(
                                ExactVersions.named(List.of("9.0", "1.0", "8\n0")),
                                History.with("2.0", "1.0").deleted("9.0"))
                        .warnings())
                .containsExactly(
                        "versions=9.0 is in none of the packages.", "versions=8\n0 is in none of the packages.");
        assertThat(delete(ExactVersions.withIds(List.of(1L, 42L)), History.with("2.0", "1.0"))
                        .warnings())
                .containsExactly("versionIds=42 is in none of the packages.");
    }

    @Test
    void a_name_that_looks_like_an_id_is_none() {
        Plan plan = delete(ExactVersions.named(List.of("1")), History.with("2.0", "1.0"));
        assertThat(plan.deletionCount()).isZero();
        assertThat(plan.warnings()).containsExactly("versions=1 is in none of the packages.");
    }
}
