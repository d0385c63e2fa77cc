package io.github.ghpackages.journal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Finds journals and reads them back, also those of a run that was killed. */
public final class JournalReader {

    private JournalReader() {}

    /** Reads a journal; a last line that was cut off is left out and said. */
    public static Journal read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /**
     * The newest journal of a run that deleted, or may have deleted, anything of this owner at this API. Where a newer one
     * can't be read, this is an error: an older one would undo the wrong run.
     */
    public static Optional<Path> newest(Path directory, URI apiUrl, String owner) {
        throw new UnsupportedOperationException(directory + " " + apiUrl + owner);
    }

    /** {@code ~/.m2/ghpackages}: not under {@code target/}, where {@code clean} would take the undo away. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("user.home"), ".m2", "ghpackages");
    }

    /** A name for a new journal, {@code prune-<UTC ms>-<random>.jsonl}. */
    public static String newFileName(String operation, Instant now) {
        throw new UnsupportedOperationException(operation + now);
    }
}
