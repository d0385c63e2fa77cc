package io.github.ghpackages.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new file that is only appended to; an append returns when its bytes are on the disk. Not a {@code FileChannel} that
 * threads write through: the interruption of one of them would close it for all.
 */
final class DurableFile implements Closeable {

    private final RandomAccessFile file;
    private final Object forcing = new Object();
    private long written;
    private long forced;
    private @Nullable IOException broken;

    private DurableFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, and the folders that are missing; where POSIX, for the owner's eyes only. */
    static DurableFile create(Path path) throws IOException {
        var absolute = path.toAbsolutePath();
        createFile(absolute);
        return new DurableFile(new RandomAccessFile(absolute.toFile(), "rw"));
    }

    static void createFile(Path absolute) throws IOException {
        var changedFolders = missingFoldersAndTheOneAbove(absolute);
        var folder = absolute.getParent();
        if (folder != null) {
            createFolder(folder);
        }
        Files.createFile(absolute, ownerOnly(absolute, "rw-------"));
        changedFolders.forEach(DurableFile::force);
    }

    /** Replaces a file in one step, so that a kill leaves the old one or the new one. Missing folders are created. */
    static void replace(Path file, byte[] content) throws IOException {
        var absolute = file.toAbsolutePath();
        var next = absolute.resolveSibling(absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var written = create(next)) {
                written.append(content);
            }
            Files.move(next, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Creates a folder and those above it, if they are missing. */
    static void createFolder(Path absolute) throws IOException {
        // Not when it is there: until JDK 20, createDirectories refuses a link to a folder (JDK-8294193).
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute, ownerOnly(absolute, "rwx------"));
        }
    }

    /** Returns when the bytes are on the disk; on failure, the file ends as it did before. */
    void append(byte[] bytes) throws IOException {
        force(write(bytes));
    }

    private synchronized long write(byte[] bytes) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            file.write(bytes);
        } catch (IOException e) {
            cutBackTo(written);
            throw e;
        }
        written += bytes.length;
        return written;
    }

    private void cutBackTo(long length) {
        try {
            file.setLength(length);
        } catch (IOException e) {
            broken = e;
        }
    }

    /** One trip to the disk serves all threads that wait for it: whoever comes next finds the own bytes already there. */
    private void force(long length) throws IOException {
        synchronized (forcing) {
            if (forced >= length) {
                return;
            }
            var reached = length();
            try {
                file.getFD().sync();
            } catch (IOException e) {
                giveUp(e);
                throw e;
            }
            forced = reached;
        }
    }

    private synchronized long length() {
        return written;
    }

    /** After a failed sync the system may count lost pages as clean, so that a later sync would say what is not true. */
    private synchronized void giveUp(IOException e) {
        broken = e;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static List<Path> missingFoldersAndTheOneAbove(Path file) {
        var folders = new ArrayList<Path>();
        for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
            folders.add(folder);
            if (Files.isDirectory(folder)) {
                break;
            }
        }
        return folders;
    }

    /** Without this, a new file's name may be lost with the power although its bytes are not. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ignored) {
            // Windows opens no folders, and does not need it.
        }
    }
}
