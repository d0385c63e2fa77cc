package io.github.ghpackages.files;

import io.github.ghpackages.Account;
import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
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
        var json = JournalFormat.line("journal");
        json.addProperty("at", entry.at().toString());
        JournalFormat.add(json, entry.account());
        json.addProperty("operation", entry.operation());
        json.addProperty("runId", entry.runId());
        json.addProperty("journal", entry.journal().toString());
        append(file(), JournalFormat.bytes(JournalFormat.text(json)));
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
            var json = Json.parseOwn(line);
            var isWhole = json.text("type").equals("journal") && line.indexOf(GARBLED) < 0;
            return isWhole ? entry(json) : null;
        } catch (JsonException | InvalidPathException e) {
            return null;
        }
    }

    private static IndexEntry entry(Json json) throws JsonException {
        return new IndexEntry(
                json.instant("at"),
                JournalFormat.account(json),
                json.text("operation"),
                json.text("runId"),
                Path.of(json.text("journal")));
    }

    /**
     * A line of the index: which run began a journal, and where.
     *
     * @param at when the run began, by the server's clock
     * @param account whose packages it is about
     * @param operation what the run does, as its journal's header says it; it may be one that only a newer plugin knows
     * @param runId distinguishes runs
     * @param journal the file, as an absolute path
     */
    record IndexEntry(Instant at, Account account, String operation, String runId, Path journal) {

        static IndexEntry of(JournalHeader header, Path journal) {
            return new IndexEntry(
                    header.startedAt(),
                    header.account(),
                    header.operation(),
                    header.runId(),
                    journal.toAbsolutePath().normalize());
        }
    }

    /** Appends a line, as other processes may do at the same time; the file and its folders are created if they are missing. */
    private static void append(Path path, byte[] line) throws IOException {
        var absolute = path.toAbsolutePath();
        if (Files.notExists(absolute)) {
            createUnlessAnotherProcessDoes(absolute);
        }
        // In append mode the system puts one write behind another, whoever writes. Without a lock: some network drives
        // refuse it.
        try (var file = new FileOutputStream(absolute.toFile(), true)) {
            file.write(endsWithLineBreak(absolute) ? line : onItsOwnLine(line));
            file.getFD().sync();
        }
    }

    private static void createUnlessAnotherProcessDoes(Path file) throws IOException {
        try {
            DurableFile.createFile(file);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
        }
    }

    /** A process that was killed may have left a part of a line. */
    private static boolean endsWithLineBreak(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            if (length == 0) {
                return true;
            }
            file.seek(length - 1);
            return file.read() == '\n';
        }
    }

    private static byte[] onItsOwnLine(byte[] line) {
        var separated = new byte[line.length + 1];
        separated[0] = '\n';
        System.arraycopy(line, 0, separated, 1, line.length);
        return separated;
    }
}
