package io.github.ghpackages.files;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A line of the index: which run began a journal, and where.
 *
 * @param at when the run began, by the server's clock
 * @param apiUrl base URL of the REST API
 * @param owner login of the owner
 * @param operation what the run does, as its journal's header says it; it may be one that only a newer plugin knows
 * @param runId tells runs apart
 * @param journal the file, as an absolute path
 */
record IndexEntry(Instant at, URI apiUrl, String owner, String operation, String runId, Path journal) {

    static IndexEntry of(JournalHeader header, Path journal) {
        return new IndexEntry(
                header.startedAt(),
                header.apiUrl(),
                header.owner(),
                header.operation(),
                header.runId(),
                journal.toAbsolutePath().normalize());
    }
}
