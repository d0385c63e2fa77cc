package io.github.ghpackages.files;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every deletion, or restore, before it is sent and after it is answered. The file is new, is created at the
 * first line, and a call returns only when its line is on the disk. Safe for use by several threads.
 */
public final class JournalWriter implements Closeable {

    private final Path path;
    private final JournalHeader header;
    private final InstantSource clock;
    private final @Nullable JournalIndex index;
    private @Nullable DurableFile file;
    private boolean hasHeader;
    private boolean closed;
    private @Nullable PackagesException failure;
    private @Nullable String missingFromIndex;

    /**
     * A journal.
     *
     * @param file must not exist when the first line is written
     * @param header its first line
     * @param clock gives the times of its lines, best the server's, since an undo compares them with GitHub's
     * @param index gets an entry for it, if that can be written; null: none
     */
    public JournalWriter(Path file, JournalHeader header, InstantSource clock, @Nullable JournalIndex index) {
        this.path = file;
        this.header = header;
        this.clock = clock;
        this.index = index;
    }

    public Path file() {
        return path;
    }

    /** Whether there is a file, because something was about to be sent. */
    public synchronized boolean isStarted() {
        return file != null;
    }

    /**
     * To be called before a version is deleted or restored; when it throws, it must not be sent. It throws too where an earlier
     * line could not be written.
     */
    public void before(PackageRef ref, PackageVersion version, String rule, String reason) {
        var type = header.isRestore() ? "restore" : "delete";
        appendOrThrow(JournalFormat.sent(type, clock.instant(), ref, version, rule, reason));
    }

    /** The same for a whole package. */
    public void beforePackage(PackageRef ref, String reason, List<PackageVersion> versions) {
        var type = header.isRestore() ? "restore-package" : "delete-package";
        appendOrThrow(JournalFormat.sentPackage(type, clock.instant(), ref, reason, versions));
    }

    /**
     * To be called when the outcome is known. It does not throw, since the result stays true when it can't be written
     * down: the next {@code before} does. Without this line, an undo takes the version for one that may have been deleted.
     *
     * @param status the HTTP status; 0 where there was no answer
     */
    public void after(PackageRef ref, long id, Result result, int status, @Nullable String requestId) {
        append(JournalFormat.result(clock.instant(), ref, id, result, status, requestId));
    }

    /** The same for a whole package. */
    public void afterPackage(PackageRef ref, Result result, int status, @Nullable String requestId) {
        append(JournalFormat.result(clock.instant(), ref, null, result, status, requestId));
    }

    /** The last line, when the run has come to its end; nothing where there is no file. It does not throw either. */
    public void trailer(Map<Outcome, Integer> totals) {
        if (isStarted() && failure().isEmpty()) {
            append(JournalFormat.trailer(clock.instant(), totals));
        }
    }

    /** Why a line could not be written; empty as long as all could. */
    public synchronized Optional<PackagesException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Why the index does not name this journal; empty if it does, and as long as there is no file. */
    public synchronized Optional<String> missingFromIndex() {
        return Optional.ofNullable(missingFromIndex);
    }

    private void appendOrThrow(String line) {
        failure().or(() -> append(line)).ifPresent(e -> {
            throw e;
        });
    }

    /** Why it failed; empty when the line is on the disk. */
    private Optional<PackagesException> append(String line) {
        try {
            started().append(JournalFormat.bytes(line));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(failed(FileErrors.notWritable(path, e)));
        }
    }

    private synchronized PackagesException failed(PackagesException e) {
        failure = e;
        return e;
    }

    /** The file, with its header: at the first call made, so that a run that sends nothing leaves no journal. */
    private synchronized DurableFile started() throws IOException {
        if (closed) {
            throw new IOException("The run has closed it");
        }
        var started = file;
        if (started == null) {
            started = DurableFile.create(path);
            file = started;
        }
        if (!hasHeader) {
            started.append(JournalFormat.bytes(JournalFormat.header(header)));
            hasHeader = true;
            addToIndex();
        }
        return started;
    }

    /** Before anything is sent, so that no run that deleted is missing there because it was killed. */
    private void addToIndex() {
        try {
            if (index != null) {
                index.add(header, path);
            }
        } catch (IOException e) {
            missingFromIndex = FileErrors.reason(e);
        }
    }

    /** Ends the journal; what it says is on the disk already. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException ignored) {
            // Every line was forced to the disk when it was written.
        }
    }
}
