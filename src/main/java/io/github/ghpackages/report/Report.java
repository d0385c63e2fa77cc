package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A report of a goal, written package by package, so that it does not keep a run in memory: as a table for people, or as one JSON
 * object for programs. Fields are added in later versions, never renamed; absent values are null; times are ISO-8601 in UTC.
 *
 * <p>Warnings are not part of a table: they belong to the log, as warnings.
 */
public abstract class Report implements AutoCloseable {

    private final ReportFile file;
    private final Set<String> warnings = new LinkedHashSet<>();
    private boolean begun;
    private boolean ended;

    Report(ReportFile file) {
        this.file = file;
    }

    /** A part of a JSON document. */
    interface Part {
        void write(JsonWriter json) throws IOException;
    }

    /** What a person should know. It is logged at once, each warning only once. */
    public final void warning(String warning) {
        if (warnings.add(warning)) {
            file.warn(warning);
        }
    }

    /** The same for several. */
    public final void warnings(List<String> several) {
        several.forEach(this::warning);
    }

    /** Adds warnings to the JSON that the table shows in another way. */
    final void onlyInJson(List<String> several) {
        warnings.addAll(several);
    }

    /** Ends the report, with its summary. */
    public final void end() {
        ended = true;
        List<Block> blocks = new ArrayList<>(lastBlocks());
        blocks.add(new Block.Line(summary(), Style.HEADING));
        advice().forEach(advice -> blocks.add(new Block.Line(advice)));
        file.end(this::endJson, () -> blocks, this::overview);
        file.close(summary());
    }

    /** Ends the report of a run that had nothing to do, for this reason. */
    public final void endWithout(String reason) {
        ended = true;
        warnings.add(reason);
        file.endWithout(this::endJson, reason);
    }

    /** Gives up the report of a run that has failed before its end. */
    @Override
    public final void close() {
        if (!ended) {
            file.abandon();
        }
    }

    /** Adds a package; only the form that was asked for is made. */
    final void add(Part json, Supplier<List<Block>> table) {
        file.add(
                out -> {
                    beginJson(out);
                    out.beginObject();
                    json.write(out);
                    out.endObject();
                },
                json,
                table);
    }

    /** Whether pictures are shown. */
    final boolean hasPictures() {
        return file.format() == ReportFile.Format.HTML;
    }

    private void beginJson(JsonWriter json) throws IOException {
        if (!begun) {
            begun = true;
            json.beginObject();
            writeHead(json);
            json.name("packages").beginArray();
        }
    }

    private void endJson(JsonWriter json) throws IOException {
        beginJson(json);
        json.endArray();
        texts(json, "warnings", List.copyOf(warnings));
        writeTail(json);
        json.endObject();
    }

    /** The members before the packages. */
    void writeHead(JsonWriter json) throws IOException {}

    /** The members after the packages and the warnings. */
    void writeTail(JsonWriter json) throws IOException {}

    /** What comes after the packages, for people. */
    List<Block> lastBlocks() {
        return List.of();
    }

    /** What comes after the summary: what a person may want to do now. */
    List<String> advice() {
        return List.of();
    }

    /** One row for each package, for a summary; nothing if the tables have that already. */
    List<Block> overview() {
        return List.of();
    }

    /** The report in one line. */
    abstract String summary();

    static void ref(JsonWriter json, PackageRef ref) throws IOException {
        json.name("apiUrl").value(ref.account().apiUrl().toString());
        json.name("owner").value(ref.account().login());
        json.name("name").value(ref.name().value());
    }

    static void time(JsonWriter json, String name, @Nullable Instant instant) throws IOException {
        json.name(name).value(instant == null ? null : instant.toString());
    }

    /** Sentences, or null. They are made harmless here: programs show them to people as they are. */
    static void texts(JsonWriter json, String name, @Nullable List<String> texts) throws IOException {
        json.name(name);
        if (texts == null) {
            json.nullValue();
            return;
        }
        json.beginArray();
        for (var text : texts) {
            json.value(SafeText.harmless(text));
        }
        json.endArray();
    }

    static void totals(JsonWriter json, List<Outcome> outcomes, Map<Outcome, Integer> totals) throws IOException {
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
}
