package io.github.ghpackages.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class CompactSnapshotsMojoTest extends MojoSetting {

    private static final String SNAPSHOT = "1.0-SNAPSHOT";

    private final List<String> builds = new ArrayList<>();

    CompactSnapshotsMojoTest(@TempDir Path folder) {
        super(folder);
        build.typed("apiUrl", github.url())
                .typed("registryUrl", github.registryUrl("acme", "app"))
                .typed("packages", "com.example.a*");
    }

    @BeforeEach
    void publish() {
        publish("acme/app", APP, 1);
        for (int i = 0; i < 4; i++) {
            builds.add(github.state().deployBuild("acme/app", APP, SNAPSHOT, DAY.plus(Duration.ofHours(i))));
        }
    }

    private JsonObject json() throws IOException {
        return JsonParser.parseString(report()).getAsJsonObject();
    }

    private JsonObject snapshot() throws IOException {
        return json().getAsJsonArray("packages")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("versions")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    @MojoParameter(name = "keepBuilds", value = "3")
    void shows_by_default_what_would_be_removed_over_an_owner(
            @InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) throws Exception {
        compact.execute();

        assertThat(json().get("dryRun").getAsBoolean()).isTrue();
        assertThat(snapshot().get("builds").getAsInt()).isEqualTo(4);
        assertThat(snapshot().get("keptBuilds").getAsInt()).isEqualTo(3);
        assertThat(snapshot().get("freedBytes").getAsLong()).isPositive();
        assertThat(snapshot().get("outcome").getAsString()).isEqualTo("planned");
        assertThat(github.count(When.method("GET").negate())).isZero();
    }

    @Test
    @MojoParameter(name = "keepBuilds", value = "3")
    @MojoParameter(name = "dryRun", value = "false")
    void removes_old_builds(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) throws Exception {
        compact.execute();

        assertThat(json().getAsJsonObject("totals").get("compacted").getAsInt()).isEqualTo(1);
        assertThat(json().getAsJsonObject("totals").get("removedBuilds").getAsInt())
                .isEqualTo(1);
        assertThat(json().get("journal").getAsString()).contains("/compact-");
        assertThat(github.state().files("acme", APP, SNAPSHOT))
                .noneMatch(file -> file.contains(builds.get(0)))
                .anyMatch(file -> file.contains(builds.get(1)));
    }

    @Test
    @MojoParameter(name = "dryRun", value = "false")
    void does_nothing_without_old_builds(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact)
            throws Exception {
        compact.execute();

        assertThat(json().getAsJsonArray("packages")).isEmpty();
        assertThat(github.count(When.method("GET").negate())).isZero();
    }

    @Test
    @MojoParameter(name = "keepBuilds", value = "3")
    @MojoParameter(name = "dryRun", value = "false")
    void deletes_nothing_with_a_token_that_may_not_upload(
            @InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) {
        github.accounts().token("ghp_deletes", "octocat", "repo", "read:packages", "delete:packages");
        build.server("github", "ghp_deletes");

        PackagesException refusal = refusal(compact);

        assertThat(refusal.id()).isEqualTo(Id.MISSING_SCOPE);
        assertThat(refusal.remedy()).contains("write:packages");
        assertThat(github.count(When.deleting())).isZero();
    }

    @Test
    @MojoParameter(name = "keepBuilds", value = "3")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "journal", value = "run.jsonl")
    void fails_with_the_way_to_go_on(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact)
            throws Exception {
        github.fault(When.uploading(), Fault.answer(403).after(4));

        PackagesException refusal = refusal(compact);

        assertThat(refusal.id()).isEqualTo(Id.NOT_ALL_COMPACTED);
        assertThat(json().getAsJsonArray("warnings").get(0).getAsString())
                .contains("To go on: mvn ghpackages:compact-snapshots -Dghpackages.dryRun=false -Dghpackages.resume="
                        + compaction() + " -Dghpackages.apiUrl=");
    }

    private Path compaction() {
        return folder.resolve("run-builds/com.example.app-1.0-SNAPSHOT/compaction.json");
    }

    @Test
    @MojoParameter(name = "keepBuilds", value = "0")
    void keeps_at_least_one_build(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) {
        assertThat(refusal(compact).id()).isEqualTo(Id.INVALID_PARAMETER);
    }

    @Test
    @MojoParameter(name = "packageType", value = "npm")
    void knows_only_maven_packages(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) {
        assertThat(refusal(compact).reason()).isEqualTo("Only maven packages have snapshots with builds.");
    }

    @Test
    void resumes_nothing_that_is_no_compaction(@InjectMojo(goal = "compact-snapshots") CompactSnapshotsMojo compact) {
        build.typed("resume", "nothing.json");

        assertThat(refusal(compact).id()).isEqualTo(Id.NOT_RESUMABLE);
    }
}
