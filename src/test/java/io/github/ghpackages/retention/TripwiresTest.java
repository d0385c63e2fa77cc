package io.github.ghpackages.retention;

import static io.github.ghpackages.retention.Plans.keepReleases;
import static io.github.ghpackages.retention.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TripwiresTest {

    private static History two(String artifact) {
        return History.of(artifact).version("2.0", 1).version("1.0", 1);
    }

    @Test
    void counts_deletions_over_the_run() {
        assertThat(plan(keepReleases(1).maxDeletions(2), two("a"), two("b")).stops())
                .isEmpty();
        assertThat(plan(keepReleases(1).maxDeletions(1), two("a"), two("b")).stops())
                .containsExactly("The plan deletes 2 versions, more than maxDeletions=1 allows.");
        assertThat(plan(keepReleases(1).maxDeletions(0), two("a")).stops())
                .containsExactly("The plan deletes 1 version, more than maxDeletions=0 allows.");
        assertThat(plan(keepReleases(2).maxDeletions(0), two("a")).stops()).isEmpty();
    }

    @Test
    void measures_the_share_of_each_package() {
        var three = History.with("3.0", "2.0", "1.0");
        assertThat(plan(keepReleases(1).maxDeletionShare(67.0), three, two("b")).stops())
                .isEmpty();
        assertThat(plan(keepReleases(1).maxDeletionShare(50.0), three, two("b")).stops())
                .containsExactly(
                        "The plan deletes 2 of the 3 active versions of acme/com.example.app, more than maxDeletionShare=50 allows.");
        assertThat(plan(keepReleases(1).maxDeletionShare(12.5), two("b")).stops())
                .containsExactly(
                        "The plan deletes 1 of the 2 active versions of acme/com.example.b, more than maxDeletionShare=12.5 allows.");
    }

    @Test
    void counts_versions_of_every_kind_in_a_share() {
        var history = History.with("2.0", "1.0", "3.0-SNAPSHOT", "3.0-rc1");
        assertThat(plan(keepReleases(1).maxDeletionShare(25.0), history).stops())
                .isEmpty();
        assertThat(plan(keepReleases(1).maxDeletionShare(24.9), history).stops())
                .hasSize(1);
    }

    @Test
    void counts_a_package_that_goes_whole() {
        var policy = Plans.keepReleasesNewerThan("1h").onLastVersion(OnLastVersion.DELETE_PACKAGE);
        assertThat(plan(policy.maxDeletions(1).maxDeletionShare(99.0), two("a")).stops())
                .containsExactly(
                        "The plan deletes 2 versions, more than maxDeletions=1 allows.",
                        "The plan deletes 2 of the 2 active versions of acme/com.example.a, more than maxDeletionShare=99 allows.");
    }

    @Test
    void leaves_the_verdicts_as_they_are() {
        assertThat(plan(keepReleases(1).maxDeletions(0), two("a")).deletionCount())
                .isEqualTo(1);
    }
}
