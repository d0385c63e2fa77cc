package io.github.ghpackages.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to which several processes append lines at the same time. */
final class SharedFile {

    private SharedFile() {}

    /**
     * Appends a line; returns when it is on the disk. The file and its folders are created if they are missing.
     *
     * @param line ends with a line break
     */
    static void append(Path path, byte[] line) throws IOException {
        var absolute = path.toAbsolutePath();
        if (Files.notExists(absolute)) {
            createUnlessAnotherProcessDoes(absolute);
        }
        // In append mode the system puts one write behind another, whoever writes. Without a lock, which some network
        // drives refuse.
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
