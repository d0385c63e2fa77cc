package io.github.ghpackages.files;

import io.github.ghpackages.Account;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.files.JournalIndex.IndexEntry;
import io.github.ghpackages.files.JournalReader.JournalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The runs of which this machine knows, newest first: those of the index in its order and, among them by their times, those whose
 * journals are in the default folder and not in the index.
 */
public final class JournalHistory {

    private final Path index;
    private final List<KnownRun> newestFirst;

    private JournalHistory(Path index, List<KnownRun> newestFirst) {
        this.index = index;
        this.newestFirst = newestFirst;
    }

    /** The runs that this folder and its index know; none where there is no folder. */
    public static JournalHistory of(Path directory) {
        var index = new JournalIndex(directory);
        var indexed = new ArrayList<KnownRun>();
        index.read().forEach(line -> indexed.add(KnownRun.of(line, directory)));
        Collections.reverse(indexed);
        var files = indexed.stream().map(KnownRun::file).toList();
        var others = named(directory).stream()
                .filter(run -> !files.contains(run.file()))
                .toList();
        return new JournalHistory(index.file(), merged(indexed, others));
    }

    /**
     * A journal, and how far back its run is.
     *
     * @param runsSince how many runs are newer
     */
    public record Found(Journal journal, int runsSince) {}

    /**
     * The newest journal of a run that deleted, or may have deleted, anything of this owner at this API, if only after it had
     * ended. Where a newer one of theirs can't be found or read, this is an error: an older one would undo the wrong run.
     */
    public Optional<Found> newest(Account account) {
        for (int place = 0; place < newestFirst.size(); place++) {
            var run = newestFirst.get(place);
            var file = run.file();
            if (file == null) {
                throw FileErrors.indexNotReadable(
                        index,
                        "Line " + run.line() + " is damaged, and may name a newer run than the lines before it.");
            }
            if (run.deletes() && run.mayBeOf(account)) {
                var entry = run.entry();
                var journal = entry == null ? unindexed(file, account) : Optional.of(indexed(file, entry));
                if (journal.isPresent() && hasDeletions(journal.get(), account)) {
                    return Optional.of(new Found(journal.get(), place));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasDeletions(Journal journal, Account account) {
        return journal.toUndo().stream().anyMatch(entry -> entry.ref().account().equals(account));
    }

    private static Journal indexed(Path file, IndexEntry entry) {
        if (Files.notExists(file)) {
            throw FileErrors.gone(entry, "the file no longer exists.");
        }
        var journal = JournalReader.read(file);
        if (!journal.header().runId().equals(entry.runId())) {
            throw FileErrors.gone(entry, "that file is now the journal of another run.");
        }
        return journal;
    }

    /** Empty where the run was killed before it sent anything, and where another account's journal can't be read. */
    private static Optional<Journal> unindexed(Path file, Account account) {
        var text = JournalText.read(file);
        if (text.lines().isEmpty()) {
            return Optional.empty();
        }
        var header = JournalReader.header(file, text);
        return header.account().equals(account) ? Optional.of(JournalReader.read(file, text)) : Optional.empty();
    }

    /** The journals of the runs after this one, newest first; of what can't be read, a warning. */
    List<Journal> since(Journal journal, List<String> warnings) {
        var account = journal.header().account();
        var newer = new ArrayList<Journal>();
        for (var run : newestFirst) {
            var file = run.file();
            if (file != null && run.mayBeOf(account) && Files.exists(file)) {
                var read = readOrWarn(file, account, warnings);
                if (read.filter(other -> isSameRun(other, journal)).isPresent()) {
                    return newer;
                }
                read.ifPresent(newer::add);
            }
        }
        newer.removeIf(
                other -> !other.header().startedAt().isAfter(journal.header().startedAt()));
        return newer;
    }

    private static boolean isSameRun(Journal one, Journal other) {
        return one.header().runId().equals(other.header().runId());
    }

    private static Optional<Journal> readOrWarn(Path file, Account account, List<String> warnings) {
        try {
            return unindexed(file, account);
        } catch (PackagesException e) {
            warnings.add(e.tried() + " " + e.reason()
                    + " So it is unknown whether that run restored or deleted anything again.");
            return Optional.empty();
        }
    }

    /** Whether a journal is found without the index, by its folder and its name. */
    public static boolean isFoundByName(Path directory, Path journal) {
        return directory
                        .toAbsolutePath()
                        .normalize()
                        .equals(journal.toAbsolutePath().normalize().getParent())
                && KnownRun.named(journal).isPresent();
    }

    private static List<KnownRun> named(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory.toAbsolutePath().normalize())) {
            return files.flatMap(file -> KnownRun.named(file).stream())
                    .sorted(Comparator.comparing(KnownRun::startedAt)
                            .thenComparing(run -> String.valueOf(run.file()))
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw FileErrors.notReadable(directory, e);
        }
    }

    private static List<KnownRun> merged(List<KnownRun> indexed, List<KnownRun> others) {
        var merged = new ArrayList<KnownRun>();
        var rest = new ArrayDeque<>(others);
        for (var run : indexed) {
            while (run.file() != null && !rest.isEmpty() && rest.element().startedAt() > run.startedAt()) {
                merged.add(rest.remove());
            }
            merged.add(run);
        }
        merged.addAll(rest);
        return merged;
    }

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

        private static final Pattern NAME =
                Pattern.compile("(prune|delete|recycle|compact|restore)-([0-9]{1,18})-[0-9a-z]+\\.jsonl");

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
        boolean mayBeOf(Account account) {
            return entry == null || entry.account().equals(account);
        }
    }
}
