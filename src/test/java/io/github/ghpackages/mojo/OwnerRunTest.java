package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prune of many packages of an owner, package by package. */
@MojoTest
@MojoParameter(name = "packages", value = "com.example:p*")
@MojoParameter(name = "keepReleases", value = "1")
@MojoParameter(name = "dryRun", value = "false")
class OwnerRunTest extends MojoSetting {

    private static final int PACKAGES = 20;

    OwnerRunTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        IntStream.range(0, PACKAGES).forEach(i -> publish("acme/app", name(i), 3));
    }

    private static String name(int i) {
        return "com.example:p" + (i < 10 ? "0" : "") + i;
    }

    private List<Integer> pruned() {
        return IntStream.range(0, PACKAGES)
                .filter(i -> github.state().active("acme", name(i)).equals(List.of("1.2")))
                .boxed()
                .toList();
    }

    @Test
    void prunes_all_packages_of_a_pattern(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(pruned()).hasSize(PACKAGES);
        assertThat(report()).contains("\"deleted\": 40", "\"kept\": 20", "\"warnings\": []");
        assertThat(github.count(When.deleting())).isEqualTo(40);
    }

    @Test
    void a_package_that_can_not_be_read_is_reported_and_the_others_are_pruned(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.fault(When.path("com.example.p07/versions"), Fault.answer(502));

        PackagesException failure = refusal(prune);

        assertThat(failure.id()).isEqualTo(Id.SERVER_ERROR);
        assertThat(failure.tried()).isEqualTo("1 of 20 packages failed.");
        assertThat(pruned()).hasSize(PACKAGES - 1).doesNotContain(7);
        assertThat(github.state().active("acme", name(7))).hasSize(3);
        assertThat(report()).contains("\"Nothing was decided on acme/com.example.p07. ", "\"deleted\": 38");
    }

    @Test
    @MojoParameter(name = "failFast", value = "true")
    void fail_fast_ends_the_run_at_the_first_package_that_can_not_be_read(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        github.fault(When.path("com.example.p07/versions"), Fault.answer(502));

        assertThat(refusal(prune).id()).isEqualTo(Id.SERVER_ERROR);

        assertThat(pruned()).hasSizeLessThan(PACKAGES).doesNotContain(7);
        assertThat(report()).contains("not reached: the run had ended.");
    }

    @Test
    void a_token_that_is_rejected_ends_the_run(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        github.fault(When.path("com.example.p07/versions"), Fault.answer(401, "{\"message\":\"Bad credentials\"}"));

        assertThat(refusal(prune).id()).isEqualTo(Id.TOKEN_REJECTED);

        assertThat(pruned()).hasSizeLessThan(PACKAGES).doesNotContain(7);
    }

    @Test
    @MojoParameter(name = "maxDuration", value = "0s")
    void a_run_that_is_out_of_time_is_green_with_a_warning(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(pruned()).isEmpty();
        assertThat(report()).contains("\"maxDuration ended the run. Run the same command again to go on.\"");
    }

    @Test
    @MojoParameter(name = "maxDeletionShare", value = "50")
    void a_share_that_is_too_large_stops_only_that_package(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        publish("acme/app", "com.example:p-small", 2);

        assertThat(refusal(prune).id()).isEqualTo(Id.PLAN_STOPPED);

        assertThat(pruned()).isEmpty();
        assertThat(github.state().active("acme", "com.example:p-small")).containsExactly("1.1");
    }

    @Test
    @MojoParameter(name = "maxDeletions", value = "30")
    void a_limit_on_the_whole_run_needs_all_packages_first(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        assertThat(refusal(prune).id()).isEqualTo(Id.PLAN_STOPPED);

        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "keepSnapshots", value = "1")
    @MojoParameter(name = "versions", value = "1.*,9.*")
    void what_has_no_effect_in_any_package_is_said_once(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(report())
                .containsOnlyOnce("versions=9.* matches no version.")
                .containsOnlyOnce("keepSnapshots=1 has no effect: there is no snapshot to judge.")
                .doesNotContain("versions=1.*");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    void a_dry_run_deletes_nothing_and_shows_every_plan(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        prune.execute();

        assertThat(github.count(When.deleting())).isZero();
        assertThat(report()).contains("\"toDelete\": 40");
    }

    @Test
    void the_next_run_does_what_the_last_one_left(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        github.fault(
                When.deleting(),
                Fault.answer(401, "{\"message\":\"Bad credentials\"}").after(9).times(1));
        assertThat(refusal(first).id()).isEqualTo(Id.TOKEN_REJECTED);
        int done = github.deleted().size();
        github.heal();

        second.execute();

        assertThat(done).isBetween(9, 39);
        assertThat(pruned()).hasSize(PACKAGES);
        assertThat(github.deleted()).hasSize(40);
    }
}
