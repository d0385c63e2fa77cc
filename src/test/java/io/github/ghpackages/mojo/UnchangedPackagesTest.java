package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with {@code stateFile} lists only packages that may have changed. */
@MojoTest
@MojoParameter(name = "packages", value = "com.example:p*")
@MojoParameter(name = "keepReleases", value = "2")
@MojoParameter(name = "dryRun", value = "false")
@MojoParameter(name = "stateFile", value = "state.json")
class UnchangedPackagesTest extends MojoSetting {

    private static final int PACKAGES = 5;

    UnchangedPackagesTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        IntStream.range(0, PACKAGES).forEach(i -> publish("acme/app", "com.example:p" + i, 2));
    }

    private int listed() {
        int count = github.count(When.listing().and(When.path("/versions")));
        github.forgetRequests();
        return count;
    }

    private Path state() {
        return folder.resolve("state.json");
    }

    @Test
    void unchanged_packages_are_not_listed_again(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo third)
            throws Exception {
        first.execute();
        assertThat(listed()).isEqualTo(PACKAGES);

        build.end();
        second.execute();
        assertThat(listed()).isZero();

        github.state().publish("acme/app", "com.example:p3", "1.2", Instant.now());
        build.end();
        third.execute();

        assertThat(listed()).isEqualTo(1);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void a_package_of_which_versions_were_deleted_is_listed_once_more(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo third)
            throws Exception {
        publish("acme/app", "com.example:p-more", 4);

        first.execute();
        assertThat(listed()).isEqualTo(PACKAGES + 1);
        build.end();
        second.execute();
        assertThat(listed()).isEqualTo(1);
        build.end();
        third.execute();
        assertThat(listed()).isZero();
    }

    @Test
    void a_new_version_is_seen_by_the_count_if_the_date_does_not_move(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        github.behaviour().packageDatesStay(true);
        first.execute();
        listed();
        github.state().publish("acme/app", "com.example:p3", "1.2", Instant.now());

        build.end();
        second.execute();

        assertThat(listed()).isEqualTo(1);
        assertThat(github.deleted()).containsExactly("1.0");
    }

    @Test
    void each_package_is_listed_after_a_week_whatever_the_list_says(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        Instant now = Instant.now();
        github.clock(now.minus(Duration.ofHours(12)));
        first.execute();
        listed();
        String old = now.minus(Duration.ofDays(8)).toString();
        Files.writeString(
                state(),
                Files.readString(state()).replaceAll("\"checkedAt\":\"[^\"]+\"", "\"checkedAt\":\"" + old + "\""));

        build.end();
        second.execute();

        assertThat(listed()).isEqualTo(PACKAGES);
    }

    @Test
    void another_policy_lists_all_packages(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") @MojoParameter(name = "keepReleases", value = "1")
                    PruneVersionsMojo second)
            throws Exception {
        first.execute();
        listed();

        build.end();
        second.execute();

        assertThat(github.deleted()).hasSize(PACKAGES);
    }

    @Test
    @MojoParameter(name = "keepReleasesNewerThan", value = "P1Y")
    void a_package_in_which_an_age_comes_due_soon_is_listed_again(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo first,
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo second)
            throws Exception {
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            github.state()
                    .publish(
                            "acme/app",
                            "com.example:p-aging",
                            "1." + i,
                            now.minus(Duration.ofDays(364)).plusSeconds(i));
        }

        first.execute();
        assertThat(listed()).isEqualTo(PACKAGES + 1);

        build.end();
        second.execute();
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void a_damaged_state_lists_all_packages_and_is_not_overwritten(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        Files.writeString(state(), "<project/>");

        prune.execute();

        assertThat(listed()).isEqualTo(PACKAGES);
        assertThat(Files.readString(state())).isEqualTo("<project/>");
        assertThat(report()).contains("is not used. It is not a state: ");
    }

    @Test
    @MojoParameter(name = "dryRun", value = "true")
    void a_dry_run_leaves_no_state(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        prune.execute();

        assertThat(state()).doesNotExist();
    }

    @Test
    void the_folder_has_no_file_but_the_state(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws IOException, Exception {
        prune.execute();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("state.json")))
                    .containsExactly("state.json");
        }
    }
}
