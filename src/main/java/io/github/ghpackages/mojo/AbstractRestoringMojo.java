package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.report.RestoreReport;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.Undo;
import io.github.ghpackages.run.Undo.UndoneRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that restore have in common: a journal to undo, a report, a true exit status. */
@SuppressWarnings("unused") // see AbstractReactorMojo
abstract class AbstractRestoringMojo extends AbstractPackagesMojo {

    /**
     * The journal of the run to undo: a file, or {@code last} for the newest run with deletions for this API and owner,
     * wherever its journal is. Exactly what that run deleted is restored; with {@code packages}, only in these packages.
     * The report begins with the journal that was used. It is read from the command line only, because {@code journal} in a
     * pom says where a prune writes.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /**
     * What a goal has asked to be restored.
     *
     * @param notFound what was asked for and not found
     * @param undone the runs that were undone; empty if none was
     * @param nothing the failure if nothing was selected
     */
    record Asked(List<String> warnings, NotFound notFound, List<UndoneRun> undone, PackagesException nothing) {}

    /** Refuses parameters that do not go together, before anything is read. */
    abstract void requireOneSelection();

    abstract boolean isDry();

    /** Restores what the user named without a journal. */
    abstract Asked restoreNamed(Workplace workplace, Restore restore);

    /** Whether a deletion of a journal is of the kind that this goal restores. */
    abstract boolean isMeant(JournalEntry deletion);

    /** What the report shows of a restore. */
    abstract List<Restored> rows(Restore.Restored restored);

    @Override
    final void run(List<MavenProject> modules) {
        requireOneSelection();
        boolean dry = isDry();
        Path undoFile = journalFile();
        ReportFile file = reportFile(undoFile == null ? Map.of() : Map.of("journal", undoFile));
        file.prepare();
        Optional<String> nothing = undoes() ? Optional.empty() : nothingToManage(modules);
        if (nothing.isPresent()) {
            new RestoreReport(file, dry, Set.of(), List.of()).endWithout(nothing.get());
            return;
        }
        Workplace workplace = open(modules);
        try (Journals journals = journals(JournalHeader.RESTORE, null)) {
            progress().phase("Restoring", "restore");
            Restore restore =
                    dry ? Restore.preview() : Restore.forReal(journals::of).followedBy(progress());
            Asked asked = undoes() ? undo(workplace, restore, undoFile) : restoreNamed(workplace, restore);
            Map<PackageRef, List<Restored>> packages =
                    packages(restore.results(), asked.notFound().rows());
            RestoreReport report = new RestoreReport(file, dry, PackageRef.apis(packages.keySet()), asked.undone());
            report.warnings(asked.warnings());
            report.warnings(restore.warnings());
            report.warnings(workplace.warnings());
            packages.forEach(report::add);
            report.warnings(journals.complete(report.totals()));
            report.end();
            if (packages.isEmpty()) {
                throw asked.nothing();
            }
            ExitStatus.ofRestore(report.totals(), restore, asked.notFound(), again());
        }
    }

    /** How to run the goal again. */
    String again() {
        return ExitStatus.SAME_COMMAND;
    }

    /** Whether the command line names a journal; in a pom, {@code journal} is the one that a prune writes. */
    final boolean undoes() {
        return arguments().find("journal").filter(Argument::isTyped).isPresent();
    }

    private @Nullable Path journalFile() {
        return arguments()
                .find("journal")
                .filter(Argument::isTyped)
                .filter(named -> !named.text().equals(Journals.LAST))
                .map(named -> named.path(base()))
                .orElse(null);
    }

    private Asked undo(Workplace workplace, Restore restore, @Nullable Path file) {
        Undo undo = new Undo(
                workplace.accounts(),
                repository(),
                deletion -> isMeant(deletion)
                        && workplace
                                .named()
                                .map(named -> named.mean(deletion.ref().name()))
                                .orElse(true));
        List<UndoneRun> runs = runs(file == null ? undo.newest() : List.of(JournalReader.read(file)));
        runs.forEach(run -> info("Undoing the " + run.what() + "."));
        undo.undo(runs, restore);
        workplace.named().ifPresent(named -> named.notIn(undo.journalled()).forEach(undo::unselected));
        return new Asked(undo.warnings(), new NotFound(), runs, undo.nothingToUndo());
    }

    private static List<UndoneRun> runs(List<Journal> journals) {
        return journals.stream()
                .map(journal -> new UndoneRun(journal, longestWait(journal)))
                .toList();
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

    private Map<PackageRef, List<Restored>> packages(
            List<Restore.Restored> results, Map<PackageRef, List<Restored>> notFound) {
        Map<PackageRef, List<Restored>> packages = new LinkedHashMap<>();
        for (Restore.Restored restored : results) {
            packages.computeIfAbsent(restored.target().ref(), ref -> new ArrayList<>())
                    .addAll(rows(restored));
        }
        notFound.forEach((ref, rows) ->
                packages.computeIfAbsent(ref, key -> new ArrayList<>()).addAll(rows));
        return packages;
    }
}
