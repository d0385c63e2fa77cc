package io.github.ghpackages.run;

import io.github.ghpackages.Account;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalHistory;
import io.github.ghpackages.files.JournalIndex;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.JournalWriter;
import io.github.ghpackages.files.PolicyValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journals of one run: one for each API and owner, so that each can be undone with one token. */
public final class Journals implements AutoCloseable {

    /** The word for the newest journal, where one is read. */
    public static final String LAST = "last";

    private final String operation;
    private final @Nullable Path file;
    private final String pluginVersion;
    private final Map<String, PolicyValue> policy;
    private final Map<String, String> environment;
    private final String runId = UUID.randomUUID().toString();
    private final Map<Account, JournalWriter> writers = new LinkedHashMap<>();
    private final JournalIndex index = new JournalIndex(JournalReader.defaultDirectory());

    /**
     * The journals of a run.
     *
     * @param operation {@code prune}, {@code delete} or {@code restore}
     * @param file where the user wants it; null: a new one in the default folder
     * @param environment where the run takes place, for the header
     */
    public Journals(
            String operation,
            @Nullable Path file,
            String pluginVersion,
            Map<String, PolicyValue> policy,
            Map<String, String> environment) {
        this.environment = environment;
        this.operation = operation;
        this.file = file;
        this.pluginVersion = pluginVersion;
        this.policy = policy;
        if (file != null && file.toAbsolutePath().equals(index.file().toAbsolutePath())) {
            throw new PackagesException(
                    Id.JOURNAL_NOT_WRITABLE,
                    "Preparing the journal " + file + " failed.",
                    "That file is the index of all journals.",
                    "Name another file with -Dghpackages.journal, or leave it out. Nothing was changed.");
        }
        if (file != null && Files.exists(file)) {
            throw new PackagesException(
                    Id.JOURNAL_NOT_WRITABLE,
                    "Preparing the journal " + file + " failed.",
                    "The file exists, and a journal is never overwritten: it may be someone's only way to undo a run.",
                    "Name a new file with -Dghpackages.journal, or leave it out. Nothing was changed.");
        }
    }

    public synchronized JournalWriter of(TargetPackage target) {
        Account account = target.account();
        if (file != null && !writers.isEmpty() && !writers.containsKey(account)) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Opening a journal for " + account + " failed.",
                    "This run has several owners, but journal names only one file.",
                    "Leave journal out: each owner then gets its own file.");
        }
        return writers.computeIfAbsent(account, key -> open(target));
    }

    private JournalWriter open(TargetPackage target) {
        Instant now = target.github().serverTime();
        Path path = file != null
                ? file
                : JournalReader.defaultDirectory().resolve(JournalReader.newFileName(operation, now));
        JournalHeader header = new JournalHeader(
                JournalHeader.SCHEMA,
                pluginVersion,
                runId,
                target.account(),
                target.github().tokenFacts().login(),
                environment,
                policy,
                now,
                operation);
        return new JournalWriter(path, header, target.github()::serverTime, index);
    }

    /** The files that were begun because something was sent. */
    public synchronized List<Path> files() {
        return writers.values().stream()
                .filter(JournalWriter::isStarted)
                .map(JournalWriter::file)
                .toList();
    }

    /** The files that are or will be written, one for each API and owner. */
    public synchronized List<Path> opened() {
        return writers.values().stream().map(JournalWriter::file).toList();
    }

    /**
     * What a run has done so far, by a journal.
     *
     * @param deleted how many versions and packages are deleted
     * @param unknown how many deletions were sent without a known outcome
     */
    public record SoFar(Path journal, int deleted, int unknown) {}

    /** What the run has done so far, as the journals show it. */
    public List<SoFar> soFar() {
        List<SoFar> all = new ArrayList<>();
        for (Path journal : files()) {
            List<JournalEntry> deletions = JournalReader.read(journal).deletions();
            int deleted = (int) deletions.stream()
                    .map(JournalEntry::result)
                    .filter(result -> result != null && result.outcome() == Outcome.DELETED)
                    .count();
            all.add(new SoFar(journal, deleted, deletions.size() - deleted));
        }
        return all;
    }

    /** Ends the journals with what the run came to; returns what could not be written down, as warnings. */
    public synchronized List<String> complete(Map<Outcome, Integer> totals) {
        writers.values().forEach(writer -> writer.trailer(totals));
        return writers.values().stream()
                .flatMap(writer -> Stream.concat(lost(writer).stream(), unlisted(writer).stream()))
                .toList();
    }

    private Optional<String> lost(JournalWriter writer) {
        return writer.failure()
                .map(failure -> failure.tried() + " " + failure.reason()
                        + (isRestore() ? " This run restores without it." : ""));
    }

    /** {@code last} finds a journal in the default folder by its name, too, and never means a restore. */
    private Optional<String> unlisted(JournalWriter writer) {
        return isRestore() || JournalHistory.isFoundByName(JournalReader.defaultDirectory(), writer.file())
                ? Optional.empty()
                : writer.missingFromIndex()
                        .map(reason -> "Writing " + index.file() + " failed. " + reason
                                + " So journal=last will not find this run; to undo it, name its journal: -Dghpackages.journal="
                                + writer.file());
    }

    private boolean isRestore() {
        return operation.equals(JournalHeader.RESTORE);
    }

    @Override
    public synchronized void close() {
        writers.values().forEach(JournalWriter::close);
    }
}
