package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.Journal;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.files.PolicyValue;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.report.RestoreReport;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.TargetPackage;
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
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Restores deleted versions, within the 30 days that GitHub allows: by name, by id, from the journal of a run, or by the
 * time of their deletion. It never touches a live version of the same name, and restoring twice is harmless.
 *
 * <p>Example: {@code mvn ghpackages:restore-version -Dghpackages.journal=last}
 */
@Mojo(name = "restore-version", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class RestoreVersionMojo extends AbstractPackagesMojo {

    /**
     * The versions to restore: names, patterns with {@code *} and {@code ?}, or ranges such as {@code [1.0,2.0)}. A
     * {@code !} in front of one excludes what it matches. With anything but names, it is a dry run by default. Example:
     * {@code [1.0,2.0),!1.5}
     */
    @Parameter(property = "ghpackages.versions")
    private @Nullable List<String> versions;

    /** Numeric ids of the versions to restore, from {@code list-versions -Dghpackages.state=deleted}. */
    @Parameter(property = "ghpackages.versionIds")
    private @Nullable List<String> versionIds;

    /**
     * The journal of the run to undo: a file, or {@code last} for the newest run with deletions for this API and owner,
     * wherever its journal is. Exactly what that run deleted is restored; with {@code packages}, only in these packages.
     * The report begins with the journal that was used. It is read from the command line only, because {@code journal} in a
     * pom says where a prune writes.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /** Restores the versions that were deleted within this time, such as {@code 2h}. It is a dry run by default. */
    @Parameter(property = "ghpackages.deletedSince")
    private @Nullable String deletedSince;

    /**
     * Reports what would be restored, and restores nothing. {@code true} from any source wins, even over {@code false} on
     * the command line. Default: {@code true} with a pattern or {@code deletedSince}, else {@code false}.
     */
    @Parameter(property = "ghpackages.dryRun")
    private @Nullable String dryRun;

    @Override
    void run(List<MavenProject> modules) {
        requireOneSelection();
        boolean dry = isDry();
        Path undoFile = journalFile();
        ReportFile file = reportFile(undoFile == null ? Map.of() : Map.of("journal", undoFile));
        file.prepare();
        boolean worksOnModules = journal == null;
        Optional<String> nothing = worksOnModules ? nothingToManage(modules) : Optional.empty();
        if (nothing.isPresent()) {
            new RestoreReport(file, dry, Set.of(), List.of()).endWithout(nothing.get());
            return;
        }
        try (Workplace workplace = open(modules);
                Journals journals = journals(JournalHeader.RESTORE, null)) {
            Restore restore = dry ? Restore.preview() : Restore.forReal(journals::of);
            List<String> warnings = new ArrayList<>();
            Undo undo = choice("journal").isPresent()
                    ? new Undo(workplace.accounts(), repository(), name -> isMeant(workplace, name))
                    : null;
            List<UndoneRun> undone = undo == null ? List.of() : runs(undo, undoFile);
            NotFound notFound = new NotFound();
            if (undo == null) {
                notFound = restoreSelected(workplace, restore, warnings);
            } else {
                undone.forEach(run -> info("Undoing " + run));
                undo.undo(undone, restore);
                workplace
                        .named()
                        .ifPresent(named -> named.notIn(undo.journalled()).forEach(undo::unselected));
                warnings.addAll(undo.warnings());
            }
            Map<PackageRef, List<Restored>> packages = packages(restore.results(), notFound.rows());
            RestoreReport report = new RestoreReport(file, dry, PackageRef.apis(packages.keySet()), undone);
            report.warnings(warnings);
            report.warnings(restore.warnings());
            report.warnings(workplace.warnings());
            packages.forEach(report::add);
            report.warnings(journals.complete(report.totals()));
            report.end();
            if (packages.isEmpty()) {
                throw undo == null ? notFound.nothingSelected() : undo.nothingToUndo();
            }
            ExitStatus.ofRestore(
                    report.totals(),
                    restore,
                    notFound,
                    choice("deletedSince").isPresent() ? ExitStatus.LONGER_AGE : ExitStatus.SAME_COMMAND);
        }
    }

    private boolean isDry() {
        return reactor().dry().isPresent()
                || arguments().find("dryRun").map(Argument::flag).orElseGet(this::isWide);
    }

    /** The parameters that select; of a pom, {@code journal} is the one that a prune writes. */
    private List<String> choices() {
        return arguments().choices("versions", "versionIds", "journal", "deletedSince").stream()
                .filter(name -> !name.equals("journal") || arguments().get(name).isTyped())
                .toList();
    }

    private Optional<Argument> choice(String name) {
        return arguments().find(name).filter(argument -> choices().contains(name));
    }

    private @Nullable Path journalFile() {
        return choice("journal")
                .filter(journal -> !journal.text().equals(Journals.LAST))
                .map(journal -> journal.path(base()))
                .orElse(null);
    }

    private static boolean isMeant(Workplace workplace, PackageName name) {
        return workplace.named().map(named -> named.mean(name)).orElse(true);
    }

    private static List<UndoneRun> runs(Undo undo, @Nullable Path file) {
        List<Journal> journals = file == null ? undo.newest() : List.of(JournalReader.read(file));
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

    /** Restores, and returns what was asked for and not found. */
    private NotFound restoreSelected(Workplace workplace, Restore restore, List<String> warnings) {
        List<TargetPackage> targets = workplace.targets();
        List<Long> ids = choice("versionIds").isPresent() ? VersionIds.of(arguments()) : List.of();
        if (!ids.isEmpty()) {
            VersionIds.requireOneApi(targets);
        }
        Selection names = choice("versions").map(RetentionArguments::versions).orElse(Selection.ofNames(List.of()));
        Age since = choice("deletedSince").map(Ages::of).orElse(null);
        RestoreSelection selection = new RestoreSelection();
        List<List<PackageVersion>> selected = new ArrayList<>();
        for (TargetPackage target : targets) {
            selected.add(
                    since != null
                            ? deletedSince(since, target, selection)
                            : !ids.isEmpty() ? selection.byId(target, ids) : selection.byName(target, names));
        }
        for (int i = 0; i < targets.size(); i++) {
            restore.restore(targets.get(i), selected.get(i));
        }
        warnings.addAll(selection.warnings());
        return NotFound.by(selection, targets, names.literals(), ids);
    }

    private static List<PackageVersion> deletedSince(Age since, TargetPackage target, RestoreSelection selection) {
        try {
            return selection.deletedSince(target, since.before(target.github().serverTime()));
        } catch (PackagesException e) {
            throw ExitStatus.beforeRestoreByAge(e);
        }
    }

    private static Map<PackageRef, List<Restored>> packages(
            List<Restore.Restored> results, Map<PackageRef, List<Restored>> notFound) {
        Map<PackageRef, List<Restored>> packages = new LinkedHashMap<>();
        for (Restore.Restored restored : results) {
            packages.computeIfAbsent(restored.target().ref(), ref -> new ArrayList<>())
                    .add(new Restored(restored.id(), restored.name(), restored.result()));
        }
        notFound.forEach((ref, rows) ->
                packages.computeIfAbsent(ref, key -> new ArrayList<>()).addAll(rows));
        return packages;
    }

    private boolean isWide() {
        return choice("deletedSince").isPresent()
                || choice("versions")
                        .map(RetentionArguments::versions)
                        .filter(names -> !names.hasOnlyNames())
                        .isPresent();
    }

    private void requireOneSelection() {
        int given = choices().size();
        if (given != 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding what to restore failed.",
                    given == 0
                            ? "None of versions, versionIds, journal (on the command line) and deletedSince is given."
                            : given + " of versions, versionIds, journal and deletedSince are given.",
                    "Give exactly one of them, such as -Dghpackages.journal=last. Nothing was changed.");
        }
    }
}
