package io.github.ghpackages.files;

import com.google.gson.JsonObject;
import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.Members;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code index.jsonl} in a folder of journals: it names the journal of every run, wherever it is, in the order in which
 * the runs began.
 */
public final class JournalIndex {

    /** With this, every line of an index begins. */
    static final byte[] BEGINNING = JournalFormat.bytes("{\"type\":\"journal\"");

    private static final String NAME = "index.jsonl";

    /** In the place of bytes that are not UTF-8: an owner or a path with it would be another one. */
    private static final char GARBLED = '\ufffd';

    private final Path directory;

    /** The index in this folder; neither has to be there. */
    public JournalIndex(Path directory) {
        this.directory = directory;
    }

    /** Where it is. */
    public Path file() {
        return directory.resolve(NAME);
    }

    /**
     * A line as it was read.
     *
     * @param number the first line is 1
     * @param entry null: the line can't be read, and may be of any run
     */
    record Line(int number, @Nullable IndexEntry entry) {}

    /** Names the journal of a run; returns when the line is on the disk. */
    void add(JournalHeader header, Path journal) throws IOException {
        var entry = IndexEntry.of(header, journal);
        var json = new JsonObject();
        json.addProperty("type", "journal");
        json.addProperty("at", entry.at().toString());
        json.addProperty("apiUrl", entry.apiUrl().toString());
        json.addProperty("owner", entry.owner());
        json.addProperty("operation", entry.operation());
        json.addProperty("runId", entry.runId());
        json.addProperty("journal", entry.journal().toString());
        SharedFile.append(file(), JournalFormat.bytes(SafeText.harmlessJson(json.toString()) + "\n"));
    }

    /** Its lines, the oldest first; none where there is no index. */
    List<Line> read() {
        if (Files.notExists(file())) {
            return List.of();
        }
        try {
            var lines = new ArrayList<Line>();
            var texts = new String(Files.readAllBytes(file()), StandardCharsets.UTF_8).split("\n");
            for (int index = 0; index < texts.length; index++) {
                if (!texts[index].isEmpty()) {
                    lines.add(new Line(index + 1, parse(texts[index])));
                }
            }
            return lines;
        } catch (IOException e) {
            throw FileErrors.indexNotReadable(file(), FileErrors.reason(e));
        }
    }

    private static @Nullable IndexEntry parse(String line) {
        try {
            var json = Members.parse(line);
            var isWhole = json.text("type").equals("journal") && line.indexOf(GARBLED) < 0;
            return isWhole ? entry(json) : null;
        } catch (JsonException | InvalidPathException e) {
            return null;
        }
    }

    private static IndexEntry entry(Members json) throws JsonException {
        return new IndexEntry(
                json.instant("at"),
                json.uri("apiUrl"),
                json.name("owner"),
                json.text("operation"),
                json.text("runId"),
                Path.of(json.text("journal")));
    }
}
