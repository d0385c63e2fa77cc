package io.github.ghpackages.files;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A run of which this machine knows, from the index or from the name of a journal in the default folder.
 *
 * @param file its journal; null: a line of the index that can't be read
 * @param operation {@code prune}, {@code delete}, {@code restore} or one that only a newer plugin knows
 * @param startedAt when it began, in milliseconds, by the server's clock
 * @param entry its entry in the index; null: it is in none
 * @param line its line in the index; 0: it is in none
 */
record KnownRun(
        @Nullable Path file,
        String operation,
        long startedAt,
        @Nullable IndexEntry entry,
        int line) {

    private static final Pattern NAME = Pattern.compile("(prune|delete|restore)-([0-9]{1,18})-[0-9a-z]+\\.jsonl");

    /** A line of the index in this folder. */
    static KnownRun of(JournalIndex.Line line, Path directory) {
        var entry = line.entry();
        return entry == null
                ? new KnownRun(null, "", 0, null, line.number())
                : new KnownRun(
                        file(entry.journal(), directory),
                        entry.operation(),
                        entry.at().toEpochMilli(),
                        entry,
                        line.number());
    }

    /** Where a journal is: beside the index, too, if the folder was moved with all that is in it. */
    private static Path file(Path journal, Path directory) {
        var name = journal.getFileName();
        if (name == null || Files.exists(journal)) {
            return journal;
        }
        var beside = directory.toAbsolutePath().normalize().resolve(name);
        return Files.exists(beside) ? beside : journal;
    }

    /** Empty where this is not how the plugin names a journal. */
    static Optional<KnownRun> named(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new KnownRun(file, name.group(1), Long.parseLong(name.group(2)), null, 0))
                : Optional.empty();
    }

    /** Whether {@code last} may mean it. */
    boolean deletes() {
        return operation.equals("prune") || operation.equals("delete");
    }

    /** Whether it is, for all that is known without its journal, a run for this owner at this API. */
    boolean mayBeOf(URI apiUrl, String owner) {
        return entry == null
                || EntryKey.isSame(entry.apiUrl(), apiUrl) && entry.owner().equalsIgnoreCase(owner);
    }
}
