package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ListVersionsMojoTest extends MojoSetting {

    ListVersionsMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
        build.untyped("format"); // so that a test sees what comes unasked
    }

    /** Of a goal that has {@code state}. */
    @Override
    @Provides
    MojoExecution execution() {
        return build.goal("list-versions");
    }

    @Test
    void lists_the_versions_of_the_project(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) throws Exception {
        publish("acme/app", APP, 3);

        mojo.execute();

        assertThat(report()).containsSubsequence("1.2", "1.1", "1.0");
    }

    @Test
    @MojoParameter(name = "format", value = "xml")
    void refuses_a_format_that_it_does_not_know(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("format")
                .hasMessageContaining("xml");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    @MojoParameter(name = "state", value = "all")
    @MojoParameter(name = "format", value = "json")
    @MojoParameter(name = "versions", value = "1.*,3.*")
    void lists_active_and_deleted_versions_as_json(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo)
            throws Exception {
        github.clock(DAY.plus(Duration.ofDays(40)));
        github.state().publish("acme/app", APP, 3, i -> (i + 1) + ".0", DAY, Duration.ofDays(1));
        github.state().delete("acme", APP, "1.0", DAY.plus(Duration.ofDays(30)));

        mojo.execute();

        assertThat(report())
                .contains("\"name\": \"3.0\"", "\"name\": \"1.0\"", "\"restorableUntil\": \"2026-03-02T00:00:00Z\"")
                .doesNotContain("\"name\": \"2.0\"");
        assertThat(github.count(When.deleting())).isZero();
    }

    private void publishAllKinds() {
        github.clock(DAY.plus(Duration.ofDays(100)));
        github.state().publish("acme/app", APP, "1.0", DAY.plus(Duration.ofDays(90)));
        github.state().publish("acme/app", APP, "1.1", DAY);
        github.state().publish("acme/app", APP, "1.2-rc1", DAY.plus(Duration.ofDays(95)));
        github.state().publish("acme/app", APP, "1.2-SNAPSHOT", DAY.plus(Duration.ofDays(99)));
    }

    @Test
    @MojoParameter(name = "kinds", value = "release,prerelease")
    void lists_versions_of_some_kinds_and_counts_them(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo)
            throws Exception {
        publishAllKinds();

        mojo.execute();

        assertThat(report())
                .containsSubsequence("1.2-rc1", "1.1", "1.0")
                .doesNotContain("SNAPSHOT")
                .contains("1 package, 3 versions (2 releases, 1 prerelease).");
    }

    @Test
    @MojoParameter(name = "sort", value = "date")
    @MojoParameter(name = "newest", value = "3")
    void lists_what_changed_last(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) throws Exception {
        publishAllKinds();

        mojo.execute();

        assertThat(report())
                .containsSubsequence("1.2-SNAPSHOT", "1.2-rc1", "1.0")
                .doesNotContain("1.1 ");
    }

    @Test
    @MojoParameter(name = "olderThan", value = "8d")
    void lists_what_has_not_changed_for_a_time(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo)
            throws Exception {
        publishAllKinds();

        mojo.execute();

        assertThat(report()).containsSubsequence("1.1", "1.0").doesNotContain("1.2");
    }

    @Test
    @MojoParameter(name = "kinds", value = "final")
    void refuses_a_kind_that_it_does_not_know(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) {
        assertThat(refusal(mojo).reason()).contains("release, prerelease, snapshot");
    }

    @Test
    @MojoParameter(name = "skip", value = "true")
    void does_nothing_when_skipped(@InjectMojo(goal = "list-versions") ListVersionsMojo mojo) throws Exception {
        mojo.execute();

        assertThat(github.requests()).isEmpty();
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "packages", value = "com.example:app,com.example:lib")
    void leaves_no_part_of_a_report_in_the_file_when_a_listing_fails(
            @InjectMojo(goal = "list-versions") ListVersionsMojo mojo) {
        publish("acme/app", APP, 3);
        publish("acme/app", LIB, 3);
        github.fault(When.path("com.example.lib/versions"), Fault.answer(451));

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThat(folder.resolve("report.json")).doesNotExist();
    }
}
