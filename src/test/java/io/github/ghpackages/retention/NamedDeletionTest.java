package io.github.ghpackages.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.Account;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.ServerTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deletions of what the user named: versions by name, id or tags, and whole packages. */
class NamedDeletionTest {

    private static final Policy NO_LIMITS = new Policy.Builder().build();
    private static final String UNTAGGED = "untagged, so any image may need it";

    private static Plan plan(Judge judge, PackageHistory... histories) {
        return plan(
                judge,
                judge instanceof WholePackages ? WholePackages.limits(NamePatterns.none()) : NO_LIMITS,
                histories);
    }

    private static Plan plan(Judge judge, Policy limits, PackageHistory... histories) {
        return new Planner(judge, limits).plan(List.of(histories), new ServerTime(History.NOW, History.NOW));
    }

    private static PackageHistory image(PackageVersion... versions) {
        PackageRef ref =
                new PackageRef(new Account(ApiUrl.GITHUB, "acme"), new PackageName(PackageType.CONTAINER, "server"));
        return new PackageHistory(ref, null, List.of(versions), Map.of(), List.of());
    }

    private static PackageVersion tagged(long id, String name, String... tags) {
        return new PackageVersion(
                id,
                name,
                State.ACTIVE,
                History.daysAgo((int) id),
                History.daysAgo((int) id),
                null,
                null,
                List.of(tags));
    }

    @Test
    void names_mean_versions_in_every_package() {
        Plan plan = plan(
                ExactVersions.named(List.of("1.0", "3.0")),
                History.with("2.0", "1.0").build(),
                History.of("lib").version("1.0", 3).version("0.9", 4).build());

        assertThat(Plans.judgements(plan))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2.0", "keep versions: not requested", "1.0", "delete versions: requested (versions=1.0)"));
        assertThat(Plans.deleted(plan, 1)).containsExactly("1.0");
        assertThat(plan.warnings()).containsExactly("versions=3.0 is in none of the packages.");
        assertThat(ExactVersions.named(List.of()).judgesTogether()).isTrue();
        assertThat(ExactVersions.named(List.of()).namesVersions()).isTrue();
    }

    @Test
    void ids_mean_single_versions() {
        Plan plan = plan(
                ExactVersions.withIds(List.of(2L, 9L)),
                History.with("2.0", "1.0").build());

        assertThat(Plans.judgements(plan))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2.0", "keep versionIds: not requested", "1.0", "delete versionIds: requested (versionIds=2)"));
        assertThat(plan.warnings()).containsExactly("versionIds=9 is in none of the packages.");
        assertThat(ExactVersions.withIds(List.of()).judgesTogether()).isFalse();
    }

    @Test
    void a_deleted_version_is_in_no_package() {
        Plan plan = plan(
                ExactVersions.named(List.of("1.0")),
                History.with("2.0").deleted("1.0").build());

        assertThat(plan.warnings()).containsExactly("versions=1.0 is in none of the packages.");
    }

    @Test
    void the_user_named_what_stays_for_another_reason() {
        Plan plan = plan(
                ExactVersions.named(List.of("1.0")),
                History.with("2.0", "1.0").guard("1.0", "built by this reactor").build());

        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "1.0"))).isTrue();
        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "2.0"))).isFalse();
        assertThat(plan.warnings()).containsExactly("1.0 of acme/com.example.app is kept: built by this reactor.");
        Plan byId = plan(
                ExactVersions.withIds(List.of(1L)), History.with("2.0", "1.0").build());
        assertThat(ExactVersions.isNamed(Plans.verdict(byId, "2.0"))).isTrue();
        assertThat(ExactVersions.isNamed(Plans.verdict(byId, "1.0"))).isFalse();
    }

    @Test
    void an_image_goes_only_by_all_of_its_tags() {
        PackageHistory image = image(
                tagged(1, "sha256:a", "1.0", "latest"),
                tagged(2, "sha256:b", "0.9"),
                tagged(3, "sha256:c"),
                tagged(4, "sha256:d", "0.8"));

        Plan plan = plan(ExactVersions.named(List.of("1.0", "0.9", "sha256:c")), image);

        assertThat(Plans.judgements(plan))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sha256:a", "keep versions: not all its tags were requested",
                        "sha256:b", "delete versions: all its tags were requested (versions=0.9)",
                        "sha256:c", "keep versions: " + UNTAGGED,
                        "sha256:d", "keep versions: not requested"));
        assertThat(plan.warnings())
                .containsExactly(
                        "versions=sha256:c is in none of the packages.",
                        "sha256:a of acme/server is kept: it also has the tags latest, which versions does not name.",
                        "An image for several architectures consists of several versions. A version that is deleted may be"
                                + " a part of an image that is still in use.");
        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "sha256:c"))).isTrue();
        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "sha256:d"))).isFalse();
    }

    @Test
    void no_image_goes_by_its_id() {
        PackageHistory image = image(tagged(1, "sha256:a", "1.0"), tagged(2, "sha256:b"), tagged(3, "sha256:c", "2.0"));

        Plan plan = plan(ExactVersions.withIds(List.of(1L, 2L)), image);

        assertThat(Plans.judgements(plan))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sha256:a", "keep versionIds: an image is deleted by its tags only",
                        "sha256:b", "keep versionIds: " + UNTAGGED,
                        "sha256:c", "keep versionIds: an image is deleted by its tags only"));
        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "sha256:a"))).isTrue();
        assertThat(ExactVersions.isNamed(Plans.verdict(plan, "sha256:c"))).isFalse();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void a_whole_package_goes_with_all_of_its_versions() {
        WholePackages judge = new WholePackages(2);

        Plan plan = plan(judge, History.with("2.0", "1.0").build());

        assertThat(plan.packages().get(0).deletePackage()).isTrue();
        assertThat(Plans.deleted(plan)).containsExactly("2.0", "1.0");
        assertThat(plan.stops()).isEmpty();
        assertThat(judge.namesVersions()).isTrue();
        assertThat(judge.judgesTogether()).isFalse();
    }

    @Test
    void another_number_of_versions_stops_the_deletion_of_packages() {
        assertThat(plan(new WholePackages(3), History.with("2.0", "1.0").build())
                        .stops())
                .containsExactly("3 versions expected (expectedVersions), but there are 2.");
        assertThat(plan(new WholePackages(2), History.with("1.0").build()).stops())
                .containsExactly("2 versions expected (expectedVersions), but there is 1.");
        assertThat(plan(new WholePackages(null), History.with("1.0").build()).stops())
                .isEmpty();
    }

    @Test
    void keepVersions_wins_over_a_name_and_over_an_id() {
        Policy limits = new Policy.Builder()
                .keepVersions(NamePatterns.of(List.of("1.*")))
                .build();
        PackageHistory history = History.with("2.0", "1.0").build();
        long id = history.versions().get(1).id();

        Plan named = plan(
                ExactVersions.named(List.of("2.0", "1.0")),
                limits,
                history,
                History.with("3.0").build());
        assertThat(Plans.judgements(named))
                .containsEntry("1.0", "keep keepVersions: always kept (keepVersions=1.*)")
                .containsEntry("2.0", "delete versions: requested (versions=2.0)");
        assertThat(named.warnings())
                .containsExactly("1.0 of acme/com.example.app is kept: always kept (keepVersions=1.*).");
        assertThat(Plans.deleted(plan(ExactVersions.withIds(List.of(id)), limits, history)))
                .isEmpty();
    }

    @Test
    void keepVersions_protects_an_image_by_any_of_its_tags() {
        Policy limits = new Policy.Builder()
                .keepVersions(NamePatterns.of(List.of("stable")))
                .build();
        PackageHistory history = image(tagged(1, "sha256:a", "1.0", "stable"), tagged(2, "sha256:b", "0.9"));

        assertThat(Plans.deleted(plan(ExactVersions.named(List.of("1.0", "stable", "0.9")), limits, history)))
                .containsExactly("sha256:b");
    }

    @Test
    void a_package_with_a_version_that_is_always_kept_is_not_deleted() {
        assertThat(plan(
                                new WholePackages(null),
                                WholePackages.limits(NamePatterns.of(List.of("*-lts"))),
                                History.with("2.0", "1.0-lts").build())
                        .stops())
                .containsExactly(
                        "acme/com.example.app is not deleted as a whole: 1.0-lts must stay: always kept (keepVersions=*-lts).");
    }

    @Test
    void a_package_with_a_version_that_stays_is_not_deleted() {
        assertThat(plan(
                                new WholePackages(2),
                                History.with("2.0", "1.0")
                                        .guard("1.0", "referenced as a parent in module app")
                                        .build())
                        .stops())
                .containsExactly("acme/com.example.app is not deleted as a whole: 1.0 must stay: referenced as a parent"
                        + " in module app.");
        assertThat(plan(new WholePackages(null), History.of("app").build()).stops())
                .containsExactly("acme/com.example.app is not deleted as a whole: it has no active version.");
    }
}
