package io.github.ghpackages.report;

import static io.github.ghpackages.report.ReportSamples.APP;
import static io.github.ghpackages.report.ReportSamples.deleted;
import static io.github.ghpackages.report.ReportSamples.dryRun;
import static io.github.ghpackages.report.ReportSamples.listReport;
import static io.github.ghpackages.report.ReportSamples.listed;
import static io.github.ghpackages.report.ReportSamples.plan;
import static io.github.ghpackages.report.ReportSamples.pruned;
import static io.github.ghpackages.report.ReportSamples.ref;
import static io.github.ghpackages.report.ReportSamples.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.ListReport.Listed;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds the names, the order and the values of the fields that users' scripts read. */
class JsonFormatTest {

    @Test
    void a_list_has_its_fields_in_order() {
        var json = object(ReportSamples.json(listReport(
                listed(APP, version(1, "1.0", 40), deleted(2, "0.9-SNAPSHOT", 400, 12)),
                new ReportSamples.ListedPackage(ref("com.example.nope"), false, List.of()))));
        assertThat(json.keySet()).containsExactly("packages", "warnings");
        var packages = objects(json, "packages");
        assertThat(packages).hasSize(2);
        assertThat(packages.get(0).keySet()).containsExactly("apiUrl", "owner", "name", "type", "exists", "versions");
        assertThat(text(packages.get(0), "apiUrl")).isEqualTo("https://api.github.com");
        assertThat(text(packages.get(0), "owner")).isEqualTo("acme");
        assertThat(text(packages.get(0), "name")).isEqualTo("com.example.app");
        assertThat(text(packages.get(0), "type")).isEqualTo("maven");
        assertThat(packages.get(0).get("exists").getAsBoolean()).isTrue();
        assertThat(packages.get(1).get("exists").getAsBoolean()).isFalse();
        assertThat(objects(packages.get(1), "versions")).isEmpty();
    }

    @Test
    void a_listed_version_has_its_fields_in_order_and_its_nulls() {
        var json = object(ReportSamples.json(
                listReport(listed(APP, version(1, "1.0", 40), deleted(2, "0.9-SNAPSHOT", 400, 12)))));
        assertThat(objects(objects(json, "packages").get(0), "versions"))
                .map(JsonObject::toString)
                .containsExactly("""
                        {"id":1,"name":"1.0","kind":"release","state":"active","createdAt":"2026-10-14T10:15:30Z",\
                        "updatedAt":"2026-10-14T10:15:30Z","deletedAt":null,"restorableUntil":null,\
                        "url":"https://github.com/acme/app/packages/17?version=1"}""", """
                        {"id":2,"name":"0.9-SNAPSHOT","kind":"snapshot","state":"deleted",\
                        "createdAt":"2025-10-19T10:15:30Z","updatedAt":"2026-11-11T10:15:30Z",\
                        "deletedAt":"2026-11-11T10:15:30Z","restorableUntil":"2026-12-11T10:15:30Z",\
                        "url":"https://github.com/acme/app/packages/17?version=2"}""");
    }

    @Test
    void what_github_did_not_say_is_null() {
        var bare = new PackageVersion(5, "0.6", PackageVersion.State.DELETED, null, null, null, null);
        assertThat(ReportSamples.json(listReport(listed(APP, bare)))).isEqualTo("""
                {
                  "packages": [
                    {
                      "apiUrl": "https://api.github.com",
                      "owner": "acme",
                      "name": "com.example.app",
                      "type": "maven",
                      "exists": true,
                      "versions": [
                        {
                          "id": 5,
                          "name": "0.6",
                          "kind": "release",
                          "state": "deleted",
                          "createdAt": null,
                          "updatedAt": null,
                          "deletedAt": null,
                          "restorableUntil": null,
                          "url": null
                        }
                      ]
                    }
                  ],
                  "warnings": []
                }
                """);
    }

    @Test
    void lists_stand_newest_first_whatever_order_they_come_in() {
        var json = object(ReportSamples.json(
                listReport(listed(APP, version(1, "1.9.8", 1), version(2, "2.0.0", 9), version(3, "1.10.0", 20)))));
        assertThat(objects(objects(json, "packages").get(0), "versions"))
                .map(version -> text(version, "name"))
                .containsExactly("2.0.0", "1.10.0", "1.9.8");
    }

    @Test
    void builds_are_there_when_they_were_asked_for() {
        var json = object(ReportSamples.json(listReport(new ReportSamples.ListedPackage(
                APP,
                true,
                List.of(
                        new Listed(version(2, "1.1-SNAPSHOT", 10), null, 17),
                        new Listed(version(1, "1.0", 20), null, null))))));
        assertThat(objects(objects(json, "packages").get(0), "versions"))
                .map(version -> version.get("builds").toString())
                .containsExactly("17", "null");
    }

    @Test
    void a_plan_has_its_fields_in_order() {
        var json = object(ReportSamples.json(dryRun()));
        assertThat(json.keySet()).containsExactly("dryRun", "packages", "warnings", "journal", "totals");
        assertThat(json.get("dryRun").getAsBoolean()).isTrue();
        assertThat(json.get("journal").isJsonNull()).isTrue();
        var planned = objects(json, "packages").get(0);
        assertThat(planned.keySet()).containsExactly("apiUrl", "owner", "name", "versions");
        assertThat(objects(planned, "versions"))
                .hasSize(6)
                .allSatisfy(version -> assertThat(version.keySet())
                        .containsExactly(
                                "id", "name", "kind", "changedAt", "verdict", "rule", "reason", "outcome", "message"));
        assertThat(objects(planned, "versions").get(1))
                .hasToString(
                        "{\"id\":5,\"name\":\"1.2.0\",\"kind\":\"release\",\"changedAt\":\"2026-09-04T10:15:30Z\",\"verdict\":\"keep\","
                                + "\"rule\":\"keepReleases\",\"reason\":\"newest of 4 releases (keepReleases=2)\","
                                + "\"outcome\":null,\"message\":null}");
        assertThat(objects(planned, "versions").get(4))
                .hasToString(
                        "{\"id\":2,\"name\":\"1.0.1\",\"kind\":\"release\",\"changedAt\":\"2026-05-07T10:15:30Z\",\"verdict\":\"delete\","
                                + "\"rule\":\"keepReleases\",\"reason\":\"3rd newest of 4 releases (keepReleases=2)\","
                                + "\"outcome\":\"planned\",\"message\":null}");
    }

    @Test
    void the_totals_of_a_prune_count_every_outcome() {
        var json = object(ReportSamples.json(dryRun()));
        assertThat(json.get("totals"))
                .hasToString("{\"kept\":5,\"toDelete\":1,\"deleted\":0,\"alreadyGone\":0,\"changed\":0,\"retained\":0,"
                        + "\"refused\":0,\"failed\":0,\"unknown\":0,\"notAttempted\":0}");
    }

    @Test
    void outcomes_are_in_kebab_case_and_counted() {
        var gone = new Result(Outcome.ALREADY_GONE, "Someone else deleted it.");
        var json = object(ReportSamples.json(pruned(Map.of(2L, gone), "/tmp/prune-1.jsonl")));
        assertThat(text(json, "journal")).isEqualTo("/tmp/prune-1.jsonl");
        var version = objects(objects(json, "packages").get(0), "versions").get(4);
        assertThat(text(version, "outcome")).isEqualTo("already-gone");
        assertThat(text(version, "message")).isEqualTo("Someone else deleted it.");
        assertThat(json.getAsJsonObject("totals").get("alreadyGone").getAsInt()).isEqualTo(1);
    }

    @Test
    void a_live_deletion_without_a_result_was_not_attempted() {
        var json = object(ReportSamples.json(pruned(Map.of(), null)));
        var version = objects(objects(json, "packages").get(0), "versions").get(4);
        assertThat(text(version, "outcome")).isEqualTo("not-attempted");
        assertThat(json.getAsJsonObject("totals").get("notAttempted").getAsInt())
                .isEqualTo(1);
    }

    @Test
    void warnings_and_what_stops_the_plan_stand_once_each() {
        var plan = new Plan(plan().packages(), List.of("b", "a"), List.of("stop"));
        var json = object(ReportSamples.json(ReportSamples.pruneReport(true, null, List.of("a"), plan, Map.of())));
        assertThat(json.get("warnings")).hasToString("[\"a\",\"b\",\"stop\"]");
    }

    @Test
    void a_restore_has_its_fields_in_order() {
        var report = ReportSamples.restoreReport(
                false,
                List.of("careful"),
                List.of(new ReportSamples.RestoredPackage(
                        APP,
                        List.of(
                                new Restored(7L, "1.0", Result.of(Outcome.RESTORED)),
                                new Restored(8L, "0.9", Result.of(Outcome.ALREADY_ACTIVE)),
                                new Restored(null, "0.8", new Result(Outcome.FAILED, "No such version."))))));
        assertThat(object(ReportSamples.json(report)).toString()).isEqualTo("""
                {"dryRun":false,"journal":null,"packages":[{"apiUrl":"https://api.github.com",\
                "owner":"acme","name":"com.example.app","versions":[\
                {"id":7,"name":"1.0","outcome":"restored","message":null},\
                {"id":8,"name":"0.9","outcome":"already-active","message":null},\
                {"id":null,"name":"0.8","outcome":"failed","message":"No such version."}]}],"warnings":["careful"],\
                "totals":{"restored":1,"alreadyActive":1,"conflict":0,"expired":0,"refused":0,"failed":1,\
                "notAttempted":0}}""");
    }

    @Test
    void hostile_names_come_back_as_they_were_and_do_no_harm_on_the_way() {
        var hostile = "::error::\u001b[2J\n##[x]##vso[y]\u202e\u009b\u2028\u200b\ud83d\"</script>'日本🚀";
        var text = ReportSamples.json(listReport(listed(APP, version(7, hostile, 10))));
        assertThat(text).doesNotContain("\u001b", "##[", "##vso", "\u202e", "\u009b", "\u2028", "\u200b");
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
        var overTheWire = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var listed = objects(object(overTheWire), "packages").get(0);
        assertThat(text(objects(listed, "versions").get(0), "name")).isEqualTo(hostile);
    }

    private static JsonObject object(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        JsonArray array = json.getAsJsonArray(name);
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
