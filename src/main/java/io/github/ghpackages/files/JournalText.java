package io.github.ghpackages.files;

import io.github.ghpackages.json.JsonException;
import io.github.ghpackages.json.Members;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
            Members.parse(decoded(bytes, start, bytes.length));
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
            return decoder.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("it is not UTF-8");
        }
    }
}
