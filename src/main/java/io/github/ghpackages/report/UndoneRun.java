package io.github.ghpackages.report;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that a restore undoes.
 *
 * @param journal the file from which it is undone
 * @param operation {@code prune} or {@code delete}
 * @param startedAt when the run began
 */
public record UndoneRun(Path journal, String operation, Instant startedAt) {

    /** {@code /home/me/undo.jsonl (prune of 2026-11-23T10:15:30Z)}. */
    @Override
    public String toString() {
        return journal + " (" + operation + " of " + startedAt + ")";
    }
}
