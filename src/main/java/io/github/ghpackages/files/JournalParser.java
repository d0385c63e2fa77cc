package io.github.ghpackages.files;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.Journal.EntryKey;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the lines of one journal together: each answer to what it answers. */
final class JournalParser {

    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<EntryKey, Integer> latest = new HashMap<>();
    private final JournalHeader header;
    private boolean complete;

    JournalParser(JournalHeader header) {
        this.header = header;
    }

    static JournalHeader header(String line) throws JsonException {
        var json = Json.parseOwn(line);
        if (!json.text("type").equals("header")) {
            throw new JsonException("it is not the header that begins a journal");
        }
        var schema = json.number("schema");
        if (schema != JournalHeader.SCHEMA) {
            throw new JsonException("its layout, number " + schema + ", is not known to this version of the plugin ("
                    + json.text("pluginVersion") + " wrote it)");
        }
        return new JournalHeader(
                JournalHeader.SCHEMA,
                json.text("pluginVersion"),
                json.text("runId"),
                JournalFormat.account(json),
                json.textOrNull("login"),
                json.textsByName("where"),
                JournalFormat.policy(json.object("policy")),
                json.instant("startedAt"),
                operation(json));
    }

    private static String operation(Json json) throws JsonException {
        var operation = json.text("operation");
        if (!JournalHeader.OPERATIONS.contains(operation)) {
            throw json.wrong("operation", "is not one of " + String.join(", ", JournalHeader.OPERATIONS));
        }
        return operation;
    }

    void line(String line) throws JsonException {
        var json = Json.parseOwn(line);
        var type = json.text("type");
        switch (type) {
            case "delete", "restore" -> sent(type.equals("restore"), type, version(json));
            case "delete-package", "restore-package" -> sent(type.equals("restore-package"), type, wholePackage(json));
            case "result" -> answered(json);
            case "trailer" -> complete = true;
            default -> throw new JsonException("its type, " + type + ", is not known");
        }
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    boolean isComplete() {
        return complete;
    }

    private static JournalEntry version(Json json) throws JsonException {
        return new JournalEntry(
                JournalFormat.ref(json),
                JournalFormat.version(json),
                List.of(),
                json.text("rule"),
                json.text("reason"),
                json.instant("at"),
                null,
                null);
    }

    private static JournalEntry wholePackage(Json json) throws JsonException {
        var versions = new ArrayList<PackageVersion>();
        for (var version : json.objects("versions")) {
            versions.add(JournalFormat.version(version));
        }
        return new JournalEntry(
                JournalFormat.ref(json),
                null,
                List.copyOf(versions),
                null,
                json.text("reason"),
                json.instant("at"),
                null,
                null);
    }

    private void sent(boolean restores, String type, JournalEntry entry) throws JsonException {
        if (restores != header.isRestore()) {
            throw new JsonException("its type, " + type + ", does not occur in a " + header.operation());
        }
        latest.put(EntryKey.of(entry), entries.size());
        entries.add(entry);
    }

    private void answered(Json json) throws JsonException {
        var index = latest.get(new EntryKey(JournalFormat.ref(json), json.idOrNull("id")));
        if (index == null) {
            throw new JsonException("it is the result of something that was not sent");
        }
        var sent = entries.get(index);
        var answered = new JournalEntry(
                sent.ref(),
                sent.version(),
                sent.packageVersions(),
                sent.rule(),
                sent.reason(),
                sent.sentAt(),
                json.instant("at"),
                new Result(outcome(json), json.textOrNull("message")));
        entries.set(index, answered);
    }

    private static Outcome outcome(Json json) throws JsonException {
        var text = json.text("outcome");
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> json.wrong("outcome", "is not known"));
    }
}
