package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.json.SafeJsonWriter;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports as programs read them: one JSON object. Fields are added in later versions, never renamed; absent values are null;
 * times are ISO-8601 in UTC; versions stand newest first. A line break ends the text.
 */
public final class JsonFormat {

    private static final List<Outcome> OF_A_PRUNE = List.of(
            Outcome.DELETED,
            Outcome.ALREADY_GONE,
            Outcome.CHANGED,
            Outcome.RETAINED,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.UNKNOWN,
            Outcome.NOT_ATTEMPTED);

    private static final List<Outcome> OF_A_RESTORE = List.of(
            Outcome.RESTORED,
            Outcome.ALREADY_ACTIVE,
            Outcome.CONFLICT,
            Outcome.EXPIRED,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.NOT_ATTEMPTED);

    private JsonFormat() {}

    /** A list as a text. */
    public static String text(ListReport report) {
        return text(out -> write(report, out));
    }

    /** A plan, or what became of it, as a text. */
    public static String text(PruneReport report) {
        return text(out -> write(report, out));
    }

    /** A restore as a text. */
    public static String text(RestoreReport report) {
        return text(out -> write(report, out));
    }

    /** Writes what tokens may do. */
    public static void write(AccessReport report, Writer out) throws IOException {
        document(out, json -> AccessJson.write(json, report));
    }

    /** Writes a list piece by piece, for lists that are too long for one text. */
    public static void write(ListReport report, Writer out) throws IOException {
        boolean withBuilds = report.packages().stream()
                .flatMap(listed -> listed.versions().stream())
                .anyMatch(version -> version.builds() != null);
        document(out, json -> {
            warnings(json, report.warnings());
            json.name("packages").beginArray();
            for (var listed : report.packages()) {
                json.beginObject();
                ref(json, listed.ref());
                json.name("type").value(listed.ref().name().type());
                json.name("exists").value(listed.exists());
                json.name("versions").beginArray();
                for (var version : listed.versions()) {
                    version(json, version, withBuilds);
                }
                json.endArray().endObject();
            }
            json.endArray();
        });
    }

    private static void version(JsonWriter json, ListedVersion listed, boolean withBuilds) throws IOException {
        var version = listed.version();
        json.beginObject();
        json.name("id").value(version.id());
        json.name("name").value(version.name());
        json.name("kind").value(version.kind().toString());
        json.name("state").value(version.state().name().toLowerCase(Locale.ROOT));
        time(json, "createdAt", version.createdAt());
        time(json, "updatedAt", version.updatedAt());
        time(json, "deletedAt", version.deletedAt());
        time(json, "restorableUntil", listed.restorableUntil());
        json.name("url").value(version.url());
        if (withBuilds) {
            json.name("builds").value(listed.builds());
        }
        json.endObject();
    }

    /** Writes a plan, or what became of it, piece by piece. */
    public static void write(PruneReport report, Writer out) throws IOException {
        document(out, json -> {
            var journal = report.journal();
            json.name("dryRun").value(report.dryRun());
            json.name("journal").value(journal == null ? null : journal.toString());
            warnings(json, report.allWarnings());
            json.name("packages").beginArray();
            for (var planned : report.plan().packages()) {
                json.beginObject();
                ref(json, planned.history().ref());
                json.name("versions").beginArray();
                for (var verdict : planned.verdicts()) {
                    verdict(json, report, planned, verdict);
                }
                json.endArray().endObject();
            }
            json.endArray();
            json.name("totals").beginObject();
            json.name("kept").value(report.kept());
            json.name("toDelete").value(report.toDelete());
            totals(json, OF_A_PRUNE, report.totals());
            json.endObject();
        });
    }

    private static void verdict(JsonWriter json, PruneReport report, PackagePlan planned, Verdict verdict)
            throws IOException {
        var result = verdict.isPlannedDeletion() ? report.result(planned, verdict) : null;
        json.beginObject();
        json.name("id").value(verdict.version().id());
        json.name("name").value(verdict.version().name());
        json.name("kind").value(verdict.version().kind().toString());
        json.name("verdict").value(verdict.isPlannedDeletion() ? "delete" : "keep");
        json.name("rule").value(verdict.rule());
        json.name("reason").value(verdict.reason());
        json.name("outcome").value(result == null ? null : result.outcome().toString());
        json.name("message").value(result == null ? null : result.message());
        json.endObject();
    }

    /** Writes a restore piece by piece. */
    public static void write(RestoreReport report, Writer out) throws IOException {
        document(out, json -> {
            json.name("dryRun").value(report.dryRun());
            json.name("journal")
                    .value(report.undone().stream()
                            .findFirst()
                            .map(run -> run.journal().toString())
                            .orElse(null));
            warnings(json, report.warnings());
            json.name("packages").beginArray();
            for (var restored : report.packages()) {
                json.beginObject();
                ref(json, restored.ref());
                json.name("versions").beginArray();
                for (var version : restored.versions()) {
                    version(json, version);
                }
                json.endArray().endObject();
            }
            json.endArray();
            json.name("totals").beginObject();
            totals(json, OF_A_RESTORE, report.totals());
            json.endObject();
        });
    }

    private static void version(JsonWriter json, RestoredVersion version) throws IOException {
        json.beginObject();
        json.name("id").value(version.id());
        json.name("name").value(version.name());
        json.name("outcome").value(version.result().outcome().toString());
        json.name("message").value(version.result().message());
        json.endObject();
    }

    static void warnings(JsonWriter json, List<String> warnings) throws IOException {
        json.name("warnings").beginArray();
        for (var warning : warnings) {
            json.value(warning);
        }
        json.endArray();
    }

    static void ref(JsonWriter json, PackageRef ref) throws IOException {
        json.name("apiUrl").value(ref.apiUrl().toString());
        json.name("owner").value(ref.owner());
        json.name("name").value(ref.name().value());
    }

    static void time(JsonWriter json, String name, @Nullable Instant instant) throws IOException {
        json.name(name).value(instant == null ? null : instant.toString());
    }

    private static void totals(JsonWriter json, List<Outcome> outcomes, Map<Outcome, Integer> totals)
            throws IOException {
        for (var outcome : outcomes) {
            json.name(camelCase(outcome)).value(totals.getOrDefault(outcome, 0));
        }
    }

    private static String camelCase(Outcome outcome) {
        var words = outcome.toString().split("-", 2);
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }

    private static void document(Writer out, Part members) throws IOException {
        // Neither is closed: what is underneath belongs to the caller.
        @SuppressWarnings("resource")
        var json = new JsonWriter(new SafeJsonWriter(out));
        json.setIndent("  ");
        json.beginObject();
        members.write(json);
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static String text(Document document) {
        var text = new StringWriter();
        try {
            document.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface Part {
        void write(JsonWriter json) throws IOException;
    }

    private interface Document {
        void write(Writer out) throws IOException;
    }
}
