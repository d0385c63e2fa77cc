package io.github.ghpackages.files;

import io.github.ghpackages.json.Json;
import io.github.ghpackages.json.JsonException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads journals back, also those of a run that was killed. */
public final class JournalReader {

    private JournalReader() {}

    /** Reads a journal; a last line that was cut off is left out and said. */
    public static Journal read(Path file) {
        return read(file, JournalText.read(file));
    }

    static Journal read(Path file, JournalText text) {
        var header = header(file, text);
        var parser = new JournalParser(header);
        for (int index = 1; index < text.lines().size(); index++) {
            try {
                parser.line(text.lines().get(index));
            } catch (JsonException e) {
                throw FileErrors.notReadable(file, index + 1, e);
            }
        }
        return new Journal(file, header, parser.entries(), parser.isComplete(), warnings(parser, text));
    }

    static JournalHeader header(Path file, JournalText text) {
        try {
            if (text.lines().isEmpty()) {
                throw new JsonException("it was cut off before anything was sent");
            }
            return JournalParser.header(text.lines().get(0));
        } catch (JsonException e) {
            throw FileErrors.notReadable(file, 1, e);
        }
    }

    private static List<String> warnings(JournalParser parser, JournalText text) {
        var warnings = new ArrayList<String>();
        if (text.cutOff()) {
            warnings.add("The last line of the journal is incomplete and is ignored: a request in it was never sent.");
        }
        var unanswered = parser.entries().stream()
                .filter(entry -> entry.result() == null)
                .count();
        if (unanswered > 0) {
            warnings.add("For " + unanswered + " of the " + parser.entries().size()
                    + " entries of the journal no outcome was recorded; they may or may not have taken effect.");
        }
        if (!parser.isComplete()) {
            warnings.add("The run of the journal did not finish.");
        }
        return List.copyOf(warnings);
    }

    /** Whether this file begins as a journal does, of whatever layout, or as the index of journals. */
    public static boolean isJournal(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var beginning = in.readNBytes(Math.max(JournalFormat.BEGINNING.length, JournalIndex.BEGINNING.length));
            return startsWith(beginning, JournalFormat.BEGINNING) || startsWith(beginning, JournalIndex.BEGINNING);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length && Arrays.equals(Arrays.copyOf(bytes, beginning.length), beginning);
    }

    /** {@code ~/.m2/ghpackages}: not under {@code target/}, where {@code clean} would take the undo away. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("user.home"), ".m2", "ghpackages");
    }

    /** A name for a new journal, {@code prune-<UTC ms>-<random>.jsonl}. */
    public static String newFileName(String operation, Instant now) {
        var random = new BigInteger(50, new SecureRandom()).toString(Character.MAX_RADIX);
        return operation + "-" + now.toEpochMilli() + "-" + random + ".jsonl";
    }

    /**
     * The lines of a journal as they stand on the disk.
     *
     * @param lines the whole ones
     * @param cutOff whether a part of another one comes after them: the run was killed while it wrote, so before it sent
     */
    record JournalText(List<String> lines, boolean cutOff) {

        static JournalText read(Path file) {
            try {
                return split(file, Files.readAllBytes(file));
            } catch (IOException e) {
                throw FileErrors.notReadable(file, e);
            }
        }

        private static JournalText split(Path file, byte[] bytes) {
            var lines = new ArrayList<String>();
            int start = 0;
            for (int end = 0; end < bytes.length; end++) {
                if (bytes[end] == '\n') {
                    lines.add(line(file, lines.size() + 1, bytes, start, end));
                    start = end + 1;
                }
            }
            if (start < bytes.length && isWhole(bytes, start)) {
                lines.add(line(file, lines.size() + 1, bytes, start, bytes.length));
                start = bytes.length;
            }
            return new JournalText(List.copyOf(lines), start < bytes.length);
        }

        /** Whether nothing but the line break is missing. */
        private static boolean isWhole(byte[] bytes, int start) {
            try {
                Json.parseOwn(decoded(bytes, start, bytes.length));
                return true;
            } catch (JsonException e) {
                return false;
            }
        }

        private static String line(Path file, int number, byte[] bytes, int start, int end) {
            try {
                return decoded(bytes, start, end);
            } catch (JsonException e) {
                throw FileErrors.notReadable(file, number, e);
            }
        }

        private static String decoded(byte[] bytes, int start, int end) throws JsonException {
            try {
                var decoder = StandardCharsets.UTF_8.newDecoder();
                return decoder.decode(ByteBuffer.wrap(bytes, start, end - start))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new JsonException("it is not UTF-8");
            }
        }
    }
}
