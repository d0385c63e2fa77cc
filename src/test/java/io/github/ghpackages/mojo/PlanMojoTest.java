package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are stored in one build and carried out in another. */
@MojoTest
class PlanMojoTest extends MojoSetting {

    PlanMojoTest(@TempDir Path folder) {
        super(folder);
        ofOwner("acme");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 5);
    }

    @Test
    @MojoParameter(name = "applyPlan", value = "plan.json")
    @MojoParameter(name = "planFile", value = "next.json")
    void a_plan_is_not_carried_out_and_stored_anew_at_once(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) {
        PackagesException refusal = refusal(prune);

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Reading applyPlan and planFile failed.");
        assertThat(refusal.reason())
                .isEqualTo("applyPlan carries out a plan, and planFile stores a new one: they exclude each other.");
        assertThat(refusal.remedy()).isEqualTo("Leave one of them out. Nothing was deleted.");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void already_gone_changed_and_retained_are_one_warning_each_and_no_failure(
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "keepReleases", value = "1")
                    @MojoParameter(name = "planFile", value = "plan.json")
                    PruneVersionsMojo plan,
            @InjectMojo(goal = "prune-versions")
                    @MojoParameter(name = "applyPlan", value = "plan.json")
                    @MojoParameter(name = "dryRun", value = "false")
                    PruneVersionsMojo apply)
            throws Exception {
        plan.execute();
        github.state().delete("acme", APP, "1.0");
        github.state().updatedAt("acme", APP, "1.1", Instant.parse("2026-05-01T00:00:00Z"));
        github.state().downloads("acme", APP, "1.2", 6000);

        apply.execute();

        assertThat(github.state().active("acme", APP)).containsExactly("1.4", "1.2", "1.1");
        assertThat(warnings())
                .isEqualTo("\"1 of the planned deletions: already-gone.\","
                        + "\"1 of the planned deletions: changed.\","
                        + "\"1 of the planned deletions: retained.\"");
        assertThat(Files.exists(folder.resolve(".m2/ghpackages"))).isTrue();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "planFile", value = "plan.json")
    void a_dry_run_from_a_part_of_a_reactor_leaves_no_older_plan(
            @InjectMojo(goal = "prune-versions") PruneVersionsMojo prune) throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), "an older plan");
        build.module("lib");
        build.covers(build.project());

        prune.execute();

        assertThat(plan).doesNotExist();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "planFile", value = "plan.json")
    @MojoParameter(name = "owner", value = "nobody")
    void a_dry_run_that_fails_leaves_no_older_plan(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), "an older plan");

        assertThat(refusal(prune).id()).isEqualTo(Id.OWNER_NOT_FOUND);

        assertThat(plan).doesNotExist();
    }

    @Test
    @MojoParameter(name = "keepReleases", value = "1")
    @MojoParameter(name = "planFile", value = "plan.json")
    @MojoParameter(name = "dryRun", value = "false")
    void a_live_run_makes_no_plan_and_leaves_an_older_one(@InjectMojo(goal = "prune-versions") PruneVersionsMojo prune)
            throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), "an older plan");

        prune.execute();

        assertThat(plan).hasContent("an older plan");
    }

    private String warnings() throws Exception {
        return report().replaceAll("(?s).*\"warnings\": \\[(.*?)\\].*", "$1").replaceAll("\\n *", "");
    }
}
