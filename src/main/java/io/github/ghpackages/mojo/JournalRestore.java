package io.github.ghpackages.mojo;

import io.github.ghpackages.Account;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalHistory;
import io.github.ghpackages.files.JournalHistory.Found;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.LaterRuns;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.mojo.Connections.Connection;
import io.github.ghpackages.report.RestoreReport.UndoneRun;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.TargetPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Undoes a run, or what it did to some packages, from its journal: at the API and for the owner for which the run was, and nowhere else. */
final class JournalRestore {

    private static final int MOST_IDS = 50;

    /** What is to be restored of a package: as a whole, and versions of it. */
    private record Selected(TargetPackage target, List<JournalEntry> whole, List<PackageVersion> versions) {

        boolean isNothing() {
            return whole.isEmpty() && versions.isEmpty();
        }
    }

    private final Workplace workplace;
    private final Restore restore;
    private final List<String> warnings;
    private final List<UndoneRun> undone = new ArrayList<>();
    private final List<String> unselected = new ArrayList<>();
    private final Map<Long, String> deletedAgain = new LinkedHashMap<>();
    private boolean packageDeletedAgain;

    JournalRestore(Workplace workplace, Restore restore, List<String> warnings) {
        this.workplace = workplace;
        this.restore = restore;
        this.warnings = warnings;
    }

    /**
     * Restores what the journal says was deleted, in the packages that the user named where there are such.
     *
     * @param file null: the journals of the newest run with deletions in the accounts of this build
     * @param beginning gets each run before anything of it is undone
     */
    void undo(@Nullable Path file, Consumer<UndoneRun> beginning) {
        List<Journal> journals = file == null ? newest() : List.of(JournalReader.read(file));
        Set<PackageName> journalled = new HashSet<>();
        List<Selected> selected = new ArrayList<>();
        for (Journal journal : journals) {
            JournalHeader header = journal.header();
            UndoneRun run = new UndoneRun(journal.file(), header.operation(), header.startedAt());
            undone.add(run);
            beginning.accept(run);
            journal.toUndo().forEach(deletion -> journalled.add(deletion.ref().name()));
            if (journal.toUndo().isEmpty()) {
                unselected("The journal " + journal.file() + " has no deletions.");
            }
            selected.addAll(select(journal));
        }
        workplace.named().ifPresent(named -> named.notIn(journalled).forEach(this::unselected));
        // Not before all is read: a failure there ends the run without a report of what was restored.
        selected.forEach(this::restore);
    }

    /** The runs that are undone: several where one run had several owners. */
    List<UndoneRun> undone() {
        return undone;
    }

    /** The failure of an undo that has selected nothing. */
    PackagesException nothingToUndo() {
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

    private void unselected(String warning) {
        unselected.add(warning);
        warnings.add(warning);
    }

    /** The journals of the newest run that deleted something in one of the accounts. */
    private List<Journal> newest() {
        Path folder = JournalReader.defaultDirectory();
        JournalHistory history = JournalHistory.of(folder);
        List<Found> newest = new ArrayList<>();
        for (Connection connection : workplace.accounts()) {
            Account account = connection.account();
            history.newest(account)
                    .ifPresentOrElse(
                            newest::add,
                            () -> unselected("No journal in " + folder
                                    + ", or named by the index there, has deletions of " + account + "."));
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

    /** What is to be restored of one journal. Reads all that this depends on. */
    private List<Selected> select(Journal journal) {
        warnings.addAll(journal.warnings());
        Map<PackageRef, List<JournalEntry>> byPackage = new LinkedHashMap<>();
        journal.toUndo().stream()
                .filter(deletion -> isMeant(deletion.ref().name()))
                .forEach(deletion -> byPackage
                        .computeIfAbsent(deletion.ref(), ref -> new ArrayList<>())
                        .add(deletion));
        Duration longestWait = longestWait(journal);
        LaterRuns later = LaterRuns.than(journal, JournalReader.defaultDirectory());
        warnings.addAll(later.warnings());
        RestoreSelection selection = new RestoreSelection();
        List<Selected> selected = new ArrayList<>();
        byPackage.forEach((ref, deletions) -> {
            TargetPackage target = workplace.target(connection(ref, journal.file()), ref.name());
            List<JournalEntry> whole = deletions.stream()
                    .filter(deletion -> deletion.version() == null)
                    .filter(deletion -> !deletion.mayHaveDeletedLater() || isGone(target))
                    .filter(deletion -> !wasDeletedAgain(target, deletion, later))
                    .toList();
            selected.add(new Selected(target, whole, selection.byJournal(target, deletions, longestWait, later)));
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

    private void restore(Selected selected) {
        selected.whole()
                .forEach(deletion ->
                        restore.restorePackage(selected.target(), deletion.packageVersions(), deletion.sentAt()));
        restore.restore(selected.target(), selected.versions());
    }

    private boolean isMeant(PackageName name) {
        return workplace.named().map(named -> named.mean(name)).orElse(true);
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
        return target.github().find(target.owner(), target.name()).isEmpty();
    }

    private static Duration longestWait(Journal journal) {
        PolicyValue maxWait = journal.header().policy().get("maxWait");
        try {
            return maxWait == null
                    ? HttpSettings.DEFAULT_MAX_WAIT
                    : Argument.of("maxWait of the journal", maxWait.value()).duration();
        } catch (PackagesException e) {
            throw journal.damagedHeader("maxWait is not a duration");
        }
    }

    private Connection connection(PackageRef ref, Path file) {
        return workplace.accounts().stream()
                .filter(connection -> connection.account().equals(ref.account()))
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
