package io.github.ghpackages.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One row for each version, or for each package in a report of packages: the fields of the JSON, under a head with their names. The
 * package's own name is {@code package}, the version's is {@code version}.
 */
final class CsvFormat implements ReportFormat {

    private static final String VERSIONS = "versions";

    private final Destination destination;
    private boolean begun;

    CsvFormat(Destination destination) {
        this.destination = destination;
    }

    @Override
    public void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) throws IOException {
        for (Map<String, String> row : rows(read(ofPackage))) {
            if (!begun) {
                begun = true;
                write(List.copyOf(row.keySet()));
            }
            write(List.copyOf(row.values()));
        }
    }

    @Override
    public void end(Report.Part json, Supplier<List<Block>> blocks) throws IOException {
        destination.open();
    }

    private static JsonObject read(Report.Part ofPackage) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.beginObject();
        ofPackage.write(json);
        json.endObject();
        return JsonParser.parseString(text.toString()).getAsJsonObject();
    }

    private static List<Map<String, String>> rows(JsonObject ofPackage) {
        Map<String, String> shared = new LinkedHashMap<>();
        add(ofPackage, "package", shared);
        if (!ofPackage.has(VERSIONS)) {
            return List.of(shared);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonElement version : ofPackage.getAsJsonArray(VERSIONS)) {
            Map<String, String> row = new LinkedHashMap<>(shared);
            add(version.getAsJsonObject(), "version", row);
            rows.add(row);
        }
        return rows;
    }

    private static void add(JsonObject object, String name, Map<String, String> row) {
        object.entrySet().stream()
                .filter(field -> !field.getKey().equals(VERSIONS))
                .forEach(field ->
                        row.put(field.getKey().equals("name") ? name : field.getKey(), text(field.getValue())));
    }

    private static String text(JsonElement value) {
        if (value.isJsonNull()) {
            return "";
        }
        if (value instanceof JsonArray array) {
            return array.asList().stream().map(CsvFormat::text).collect(Collectors.joining("; "));
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private void write(List<String> cells) throws IOException {
        destination.open().write(cells.stream().map(CsvFormat::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** By RFC 4180. A spreadsheet takes a text that begins like a formula for one; the apostrophe prevents that (OWASP). */
    static String cell(String text) {
        String harmless = SafeText.harmless(text);
        String shown = !harmless.isEmpty() && "=+-@".indexOf(harmless.charAt(0)) >= 0 ? "'" + harmless : harmless;
        return shown.matches("[^\",\r\n]*") ? shown : "\"" + shown.replace("\"", "\"\"") + "\"";
    }
}
