package io.github.ghpackages.journal;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every deletion, or restore, before it is sent and after it is answered. The file is new, is created at the
 * first line, and a call returns only when its line is on the disk. Safe for use by several threads.
 */
public final class JournalWriter implements Closeable {

    private final Path file;

    /** A journal with the times of this machine's clock. */
    public JournalWriter(Path file, JournalHeader header) {
        this(file, header, InstantSource.system());
    }

    /**
     * A journal.
     *
     * @param file must not exist when the first line is written
     * @param header its first line
     * @param clock gives the times of its lines, best the server's, since an undo compares them with GitHub's
     */
    public JournalWriter(Path file, JournalHeader header, InstantSource clock) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Whether there is a file, because something was about to be sent. */
    public boolean isStarted() {
        return false;
    }

    /** To be called before a version is deleted or restored; when it throws, nothing may be sent. */
    public void before(PackageRef ref, PackageVersion version, String rule, String reason) {
        throw new UnsupportedOperationException(ref + " " + version + rule + reason);
    }

    /** To be called before a whole package is deleted or restored; when it throws, nothing may be sent. */
    public void beforePackage(PackageRef ref, String reason, List<PackageVersion> versions) {
        throw new UnsupportedOperationException(ref + " " + versions + reason);
    }

    /**
     * To be called when it is known what came of it.
     *
     * @param status the HTTP status; 0 where there was no answer
     */
    public void after(PackageRef ref, long id, Result result, int status, @Nullable String requestId) {
        throw new UnsupportedOperationException(ref + " " + id + result + status + requestId);
    }

    /** The same for a whole package. */
    public void afterPackage(PackageRef ref, Result result, int status, @Nullable String requestId) {
        throw new UnsupportedOperationException(ref + " " + result + status + requestId);
    }

    /** The last line, when the run has come to its end; nothing where there is no file. */
    public void trailer(Map<Outcome, Integer> totals) {
        throw new UnsupportedOperationException(totals.toString());
    }

    @Override
    public void close() {}
}
