package io.github.ghpackages.run;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalHistory;
import io.github.ghpackages.files.JournalHistory.Found;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.LaterRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Undoes runs, or what they did to some packages, from their journals: only in the accounts of this build. */
public final class Undo {

    private static final int MOST_IDS = 50;

    /**
     * A run to undo.
     *
     * @param longestWait the longest single wait for a rate limit that this run allowed
     */
    public record UndoneRun(Journal journal, Duration longestWait) {

        public Path file() {
            return journal.file();
        }

        /** {@code prune of 2026-11-23T10:15:30Z}. */
        public String what() {
            return journal.header().operation() + " of "
                    + journal.header().startedAt().truncatedTo(ChronoUnit.SECONDS);
        }

        /** {@code /home/me/undo.jsonl (prune of 2026-11-23T10:15:30Z)}. */
        @Override
        public String toString() {
            return file() + " (" + what() + ")";
        }
    }

    /** What is to be restored of a package: as a whole, and versions of it. */
    private record Selected(TargetPackage target, List<JournalEntry> whole, List<PackageVersion> versions) {

        boolean isNothing() {
            return whole.isEmpty() && versions.isEmpty();
        }
    }

    private final List<ConnectedAccount> accounts;
    private final @Nullable String repository;
    private final Predicate<JournalEntry> isMeant;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> unselected = new ArrayList<>();
    private final Map<Long, String> deletedAgain = new LinkedHashMap<>();
    private final Set<PackageName> journalled = new HashSet<>();
    private boolean packageDeletedAgain;

    /**
     * An undo that restores nothing yet.
     *
     * @param accounts the accounts of this build
     * @param repository {@code owner/name} of the repository in which the packages must be; null: any
     * @param isMeant whether to restore what was deleted
     */
    public Undo(List<ConnectedAccount> accounts, @Nullable String repository, Predicate<JournalEntry> isMeant) {
        this.accounts = accounts;
        this.repository = repository;
        this.isMeant = isMeant;
    }

    /** The journals of the newest run that deleted something in one of the accounts: several if that run had several owners. */
    public List<Journal> newest() {
        Path folder = JournalReader.defaultDirectory();
        JournalHistory history = JournalHistory.of(folder);
        List<Found> newest = new ArrayList<>();
        for (ConnectedAccount connected : accounts) {
            history.newest(connected.account())
                    .ifPresentOrElse(
                            newest::add,
                            () -> unselected("No journal in " + folder
                                    + ", or named by the index there, has deletions of " + connected.account() + "."));
        }
        return newest.stream()
                .min(Comparator.comparing(Found::runsSince))
                .map(last -> newest.stream()
                        .map(Found::journal)
                        .filter(journal -> journal.header()
                                .runId()
                                .equals(last.journal().header().runId()))
                        .toList())
                .orElse(List.of());
    }

    /** Restores what these runs deleted. Selects all of it first, since a failure there leaves nothing restored. */
    public void undo(List<UndoneRun> runs, Restore restore) {
        List<Selected> selected = new ArrayList<>();
        for (UndoneRun run : runs) {
            Journal journal = run.journal();
            journal.toUndo().forEach(deletion -> journalled.add(deletion.ref().name()));
            if (journal.toUndo().isEmpty()) {
                unselected("The journal " + journal.file() + " has no deletions.");
            }
            selected.addAll(select(run));
        }
        for (Selected ofPackage : selected) {
            ofPackage
                    .whole()
                    .forEach(deletion ->
                            restore.restorePackage(ofPackage.target(), deletion.packageVersions(), deletion.sentAt()));
            restore.restore(ofPackage.target(), ofPackage.versions());
        }
    }

    /** The packages of which these runs deleted something. */
    public Set<PackageName> journalled() {
        return journalled;
    }

    /** Adds the reason why a part of what the user asked for is not selected. */
    public void unselected(String warning) {
        unselected.add(warning);
        warnings.add(warning);
    }

    /** What a person should know of the selection. */
    public List<String> warnings() {
        return warnings;
    }

    /** The failure of an undo that has selected nothing. */
    public PackagesException nothingToUndo() {
        String what = unselected.isEmpty() ? "" : " " + unselected.get(0);
        String more = unselected.size() > 1 ? " The other warnings explain more." : "";
        return new PackagesException(
                Id.NOTHING_SELECTED, "Restoring failed.", "No deleted version was selected." + what + more, remedy());
    }

    private String remedy() {
        List<String> remedies = new ArrayList<>();
        if (!deletedAgain.isEmpty()) {
            String rest = deletedAgain.size() > MOST_IDS ? " and so on; the warnings have all ids." : ".";
            remedies.add("To restore it anyway, name it: -Dghpackages.versionIds="
                    + deletedAgain.keySet().stream()
                            .limit(MOST_IDS)
                            .map(String::valueOf)
                            .collect(Collectors.joining(","))
                    + rest);
        }
        if (!deletedAgain.isEmpty() || packageDeletedAgain) {
            remedies.add(
                    "To undo the run that deleted it last, name the journal of that run: -Dghpackages.journal=FILE.");
        }
        if (packageDeletedAgain) {
            remedies.add("A whole package can also be restored on GitHub's web site, in the settings of its owner.");
        }
        if (remedies.isEmpty()) {
            remedies.add(
                    "Name the journal of the run to undo: -Dghpackages.journal=FILE; the report of that run shows it."
                            + " To see what can be restored, run list-versions -Dghpackages.state=deleted");
        }
        return String.join(" ", remedies);
    }

    /** What is to be restored of one journal. Reads all that this depends on. */
    private List<Selected> select(UndoneRun run) {
        Journal journal = run.journal();
        warnings.addAll(journal.warnings());
        Map<PackageRef, List<JournalEntry>> byPackage = new LinkedHashMap<>();
        journal.toUndo().stream()
                .filter(isMeant)
                .forEach(deletion -> byPackage
                        .computeIfAbsent(deletion.ref(), ref -> new ArrayList<>())
                        .add(deletion));
        LaterRuns later = LaterRuns.than(journal, JournalReader.defaultDirectory());
        warnings.addAll(later.warnings());
        RestoreSelection selection = new RestoreSelection();
        List<Selected> selected = new ArrayList<>();
        byPackage.forEach((ref, deletions) -> {
            TargetPackage target = account(ref, journal.file()).target(ref.name(), repository);
            List<JournalEntry> whole = deletions.stream()
                    .filter(deletion -> deletion.version() == null)
                    .filter(deletion -> !deletion.mayHaveDeletedLater() || isGone(target))
                    .filter(deletion -> !wasDeletedAgain(target, deletion, later))
                    .toList();
            selected.add(new Selected(target, whole, selection.byJournal(target, deletions, run.longestWait(), later)));
        });
        warnings.addAll(selection.warnings());
        noteDeletedAgain(selection.deletedAgain());
        if (journal.deletions().isEmpty()
                && !byPackage.isEmpty()
                && selected.stream().allMatch(Selected::isNothing)) {
            unselected("The deletions of " + journal.file() + " failed, and none of them is undone."
                    + " To undo an earlier run, name its journal.");
        }
        return selected;
    }

    private void noteDeletedAgain(Map<Long, String> versions) {
        deletedAgain.putAll(versions);
        if (!versions.isEmpty()) {
            int more = versions.size() - 1;
            unselected.add("Since this journal, " + versions.values().iterator().next()
                    + (more == 0 ? " was" : " and " + more + " more were") + " restored and deleted again.");
        }
    }

    /** GitHub lists no deleted packages, so only the journals of this machine show it. */
    private boolean wasDeletedAgain(TargetPackage target, JournalEntry deletion, LaterRuns later) {
        Optional<LaterRuns.Touch> touch = later.of(deletion).filter(found -> isGone(target));
        touch.ifPresent(found -> {
            packageDeletedAgain = true;
            unselected("The package " + deletion.ref() + " " + found.words() + ", so it is not restored.");
        });
        return touch.isPresent();
    }

    private static boolean isGone(TargetPackage target) {
        return target.find().isEmpty();
    }

    private ConnectedAccount account(PackageRef ref, Path file) {
        return accounts.stream()
                .filter(connected -> connected.account().equals(ref.account()))
                .findFirst()
                .orElseThrow(() -> new PackagesException(
                        Id.WRONG_ACCOUNT,
                        "Restoring from " + file + " failed.",
                        "It is of " + ref.account() + ", but this build uses another owner or API.",
                        "Run it in the project that was pruned, or give -Dghpackages.owner="
                                + ref.account().login() + " -Dghpackages.apiUrl="
                                + ref.account().apiUrl().shown() + ". Nothing was changed."));
    }
}
