package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.NOW;
import static io.github.ghpackages.files.JournalSamples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.SnapshotMetadata;
import io.github.ghpackages.files.StoredPlan.StoredPackage;
import io.github.ghpackages.files.StoredPlan.StoredVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    @TempDir
    Path folder;

    @Test
    void a_plan_is_readable_for_people_with_one_version_a_line() throws IOException {
        var file = folder.resolve("new/plan.json");
        PlanFile.write(file, plan());
        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "schema": 1,
                  "pluginVersion": "1.2.3",
                  "createdAt": "2026-11-23T10:15:30Z",
                  "policy": {"keepReleases":{"value":"1","source":"command line"}},
                  "stops": [],
                  "packages": [
                    {
                      "apiUrl": "https://api.github.com",
                      "owner": "acme",
                      "packageType": "maven",
                      "package": "com.example.app",
                      "deletePackage": false,
                      "versions": [
                        {"id":9,"name":"1.1-SNAPSHOT","updatedAt":null,"verdict":"keep","rule":"no-rule",\
                "reason":"there is no rule for snapshots","keptByCount":false,\
                "lastUpdated":"2026-11-23T10:15:30Z","buildNumber":17},
                        {"id":8,"name":"1.0","updatedAt":"2026-11-23T10:15:30Z","verdict":"keep","rule":"keepReleases",\
                "reason":"newest of 2 releases (keepReleases=1)","keptByCount":true,\
                "lastUpdated":null,"buildNumber":null},
                        {"id":7,"name":"0.9","updatedAt":"2026-11-23T10:15:30Z","verdict":"delete","rule":"keepReleases",\
                "reason":"2nd newest of 2 releases (keepReleases=1)","keptByCount":false,\
                "lastUpdated":null,"buildNumber":null}
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void reads_back_what_was_written() {
        var file = folder.resolve("plan.json");
        PlanFile.write(file, plan());
        assertThat(PlanFile.read(file)).isEqualTo(plan());
    }

    @Test
    void odd_names_come_back_as_they_were() {
        var file = folder.resolve("plan.json");
        var odd = new StoredVersion(
                7, "\u202e\u001b##[x]\ud83d\"日本🚀\n", NOW, true, "keepReleases", "\u2028::error::", false, null);
        var plan = new StoredPlan(
                "1.2.3", NOW, Map.of(), List.of(new StoredPackage(APP, true, List.of(odd))), List.of("It stops."));
        PlanFile.write(file, plan);
        assertThat(file).content().doesNotContain("\u202e", "\u001b", "##[", "\u2028");
        assertThat(PlanFile.read(file)).isEqualTo(plan);
    }

    @Test
    void stops_are_sentences_and_so_made_harmless() {
        var file = folder.resolve("plan.json");
        PlanFile.write(file, new StoredPlan("1.2.3", NOW, Map.of(), List.of(), List.of("No \u001b[31m\n##[stop].")));
        assertThat(PlanFile.read(file).stops()).containsExactly("No \\u001b[31m\\n#\\u0023[stop].");
    }

    @Test
    void an_older_plan_is_replaced() throws IOException {
        var file = Files.writeString(folder.resolve("plan.json"), "x".repeat(10_000));
        PlanFile.write(file, plan());
        assertThat(PlanFile.read(file)).isEqualTo(plan());
    }

    @Test
    void a_plan_that_was_cut_off_anywhere_is_refused() throws IOException {
        var file = folder.resolve("plan.json");
        PlanFile.write(file, plan());
        var whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOf(PackagesException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\": 1 | \"schema\": 2 | its layout, number 2, is not known to this version of the plugin",
                "\"schema\": 1, | | schema is missing",
                "\"createdAt\": \"2026 | \"createdAt\": \"soon | createdAt is not a time such as 2026-11-23T10:15:30Z",
                "\"value\":\"1\" | \"value\":1 | policy.keepReleases.value is not a text",
                "\"stops\": [] | \"stops\": [1] | stops[0] is not a text",
                "\"deletePackage\": false | \"deletePackage\": \"no\" "
                        + "| packages[0].deletePackage is neither true nor false",
                "\"id\":8 | \"id\":9 | packages[0].versions[1].id occurs twice",
                "\"id\":8 | \"id\":\"PV_8\" | packages[0].versions[1].id is not a whole number",
                "\"verdict\":\"delete\" | \"verdict\":\"drop\" "
                        + "| packages[0].versions[2].verdict is neither keep nor delete",
                "\"buildNumber\":17 | \"buildNumber\":99999999999 "
                        + "| packages[0].versions[0].buildNumber is too large",
                "\"versions\": [ | \"versions\": [[], | packages[0].versions[0] is not an object",
                "\"packages\": [ | \"packages\": 7, \"x\": [ | packages is not a list",
            })
    void a_member_that_is_wrong_is_named(String right, String wrong, String reason) throws IOException {
        var file = folder.resolve("plan.json");
        PlanFile.write(file, plan());
        var text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong == null ? "" : wrong));
        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        e -> assertThat(e.id()).isEqualTo(PackagesException.Id.PLAN_NOT_APPLICABLE))
                .hasMessageStartingWith(
                        "Reading the plan file " + file + " failed.\n  Reason: It is not a plan: " + reason + ".\n");
    }

    @Test
    void a_package_that_is_there_twice_is_refused() {
        var file = folder.resolve("plan.json");
        var once = new StoredPackage(APP, false, List.of());
        PlanFile.write(file, new StoredPlan("1.2.3", NOW, Map.of(), List.of(once, once), List.of()));
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("packages[1].package occurs twice.");
    }

    @Test
    void what_is_no_plan_is_refused() throws IOException {
        var file = folder.resolve("plan.json");
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("Reason: There is no such file.");
        Files.writeString(file, "<html>");
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("Reason: It is not a plan: it is not JSON.");
        Files.writeString(file, "[".repeat(100_000));
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("Reason: It is not a plan: it is not JSON.");
        Files.write(file, new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> PlanFile.read(file))
                .hasMessageContaining("Reason: It is not a plan: it is not UTF-8.");
    }

    @Test
    void a_plan_that_can_not_be_written_is_said() throws IOException {
        var taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThatThrownBy(() -> PlanFile.write(taken.resolve("plan.json"), plan()))
                .isInstanceOfSatisfying(
                        PackagesException.class,
                        e -> assertThat(e.id()).isEqualTo(PackagesException.Id.REPORT_NOT_WRITABLE))
                .hasMessageContaining("Writing the plan file " + taken.resolve("plan.json") + " failed.");
    }

    private static StoredPlan plan() {
        var snapshot = new SnapshotMetadata(NOW, 17);
        var updated = version(8, "1.0").updatedAt();
        return new StoredPlan(
                "1.2.3",
                NOW,
                Map.of("keepReleases", new PolicyValue("1", "command line")),
                List.of(new StoredPackage(
                        APP,
                        false,
                        List.of(
                                new StoredVersion(
                                        9,
                                        "1.1-SNAPSHOT",
                                        null,
                                        false,
                                        "no-rule",
                                        "there is no rule for snapshots",
                                        false,
                                        snapshot),
                                new StoredVersion(
                                        8,
                                        "1.0",
                                        updated,
                                        false,
                                        "keepReleases",
                                        "newest of 2 releases (keepReleases=1)",
                                        true,
                                        null),
                                new StoredVersion(
                                        7,
                                        "0.9",
                                        updated,
                                        true,
                                        "keepReleases",
                                        "2nd newest of 2 releases (keepReleases=1)",
                                        false,
                                        null)))),
                List.of());
    }
}
