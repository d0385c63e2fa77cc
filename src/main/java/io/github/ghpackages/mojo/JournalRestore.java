package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.Text;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.journal.Journal;
import io.github.ghpackages.journal.JournalEntry;
import io.github.ghpackages.journal.JournalHeader;
import io.github.ghpackages.journal.JournalReader;
import io.github.ghpackages.journal.PolicyValue;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Undoes a run, or what it did to some packages, from its journal: at the API and for the owner for which the run was, and nowhere else. */
final class JournalRestore {

    private final Workplace workplace;
    private final Restore restore;
    private final List<String> warnings;

    JournalRestore(Workplace workplace, Restore restore, List<String> warnings) {
        this.workplace = workplace;
        this.restore = restore;
        this.warnings = warnings;
    }

    /**
     * Restores what the journal says was deleted, in the packages that the user named where there are such.
     *
     * @param file null: the journals of the newest run with deletions in the accounts of this build
     */
    void undo(@Nullable Path file) {
        undo(file == null ? newest() : List.of(JournalReader.read(file)));
    }

    /** The journals of the newest run that deleted something in one of the accounts. */
    private List<Journal> newest() {
        List<Journal> newest = new ArrayList<>();
        for (Account account : workplace.accounts()) {
            newest(account)
                    .ifPresentOrElse(
                            newest::add,
                            () -> warnings.add("No journal in " + JournalReader.defaultDirectory()
                                    + " has deletions of " + account.owner() + " at "
                                    + ShownUrl.of(account.github().apiUrl()) + "."));
        }
        return newest.stream()
                .map(Journal::header)
                .max(Comparator.comparing(JournalHeader::startedAt))
                .map(last -> newest.stream()
                        .filter(journal -> journal.header().runId().equals(last.runId()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Journal> newest(Account account) {
        return JournalReader.newest(
                        JournalReader.defaultDirectory(),
                        account.github().apiUrl(),
                        account.owner().login())
                .map(JournalReader::read);
    }

    private void undo(List<Journal> journals) {
        Set<PackageName> journalled = new HashSet<>();
        for (Journal journal : journals) {
            journal.toUndo().forEach(deletion -> journalled.add(deletion.ref().name()));
            undo(journal);
        }
        workplace.named().ifPresent(named -> warnings.addAll(named.notIn(journalled)));
    }

    private void undo(Journal journal) {
        warnings.addAll(journal.warnings());
        Map<PackageRef, List<JournalEntry>> byPackage = new LinkedHashMap<>();
        journal.toUndo().stream()
                .filter(deletion -> isMeant(deletion.ref().name()))
                .forEach(deletion -> byPackage
                        .computeIfAbsent(deletion.ref(), ref -> new ArrayList<>())
                        .add(deletion));
        int before = restore.results().size();
        Duration longestWait = longestWait(journal);
        RestoreSelection selection = new RestoreSelection();
        Map<PackageRef, Subject> subjects = new LinkedHashMap<>();
        Map<PackageRef, List<PackageVersion>> selected = new LinkedHashMap<>();
        byPackage.forEach((ref, deletions) -> {
            Subject subject = workplace.subject(account(ref, journal.file()), ref.name());
            subjects.put(ref, subject);
            selected.put(ref, selection.byJournal(subject, deletions, longestWait));
        });
        byPackage.forEach((ref, deletions) -> {
            Subject subject = Objects.requireNonNull(subjects.get(ref));
            deletions.stream()
                    .filter(deletion -> deletion.version() == null)
                    .filter(deletion -> !deletion.mayHaveDeletedLater() || isGone(subject))
                    .filter(deletion -> !wasDeletedAgain(subject, deletion))
                    .forEach(
                            deletion -> restore.restorePackage(subject, deletion.packageVersions(), deletion.sentAt()));
            restore.restore(subject, selected.getOrDefault(ref, List.of()));
        });
        warnings.addAll(selection.warnings());
        if (journal.deletions().isEmpty()
                && !byPackage.isEmpty()
                && restore.results().size() == before) {
            warnings.add("The deletions of " + journal.file() + " failed, and none of them is undone."
                    + " To undo an earlier run, name its journal.");
        }
    }

    private boolean isMeant(PackageName name) {
        return workplace.named().map(named -> named.mean(name)).orElse(true);
    }

    /** GitHub lists no deleted packages, so only the journals of this machine tell. */
    private boolean wasDeletedAgain(Subject subject, JournalEntry deletion) {
        boolean again = JournalReader.isRestoredSince(JournalReader.defaultDirectory(), deletion) && isGone(subject);
        if (again) {
            warnings.add("The package " + Text.harmless(deletion.ref().toString())
                    + " was restored and deleted again since this journal, so it is left alone.");
        }
        return again;
    }

    private static boolean isGone(Subject subject) {
        return subject.github().find(subject.owner(), subject.name()).isEmpty();
    }

    private static Duration longestWait(Journal journal) {
        PolicyValue maxWait = journal.header().policy().get("maxWait");
        try {
            return maxWait == null
                    ? HttpSettings.DEFAULT_MAX_WAIT
                    : Input.of("maxWait", maxWait.value()).duration();
        } catch (PackagesException e) {
            throw journal.damagedHeader("maxWait is not a duration");
        }
    }

    private Account account(PackageRef ref, Path file) {
        return workplace.accounts().stream()
                .filter(account -> account.github().apiUrl().equals(ref.apiUrl())
                        && account.owner().login().equalsIgnoreCase(ref.owner()))
                .findFirst()
                .orElseThrow(() -> new PackagesException(
                        Id.WRONG_ACCOUNT,
                        "Restoring from " + file + " failed.",
                        "It is of " + ref.owner() + " at " + ShownUrl.of(ref.apiUrl())
                                + ", and this build works elsewhere.",
                        "Run it in the project that was pruned, or give -Dghpackages.owner=" + ref.owner()
                                + " -Dghpackages.apiUrl=" + ShownUrl.of(ref.apiUrl()) + ". Nothing was changed."));
    }
}
