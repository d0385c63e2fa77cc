package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.journal.JournalHeader;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.RestoreReport;
import io.github.ghpackages.report.RestoredPackage;
import io.github.ghpackages.report.RestoredVersion;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Restores deleted versions, within the 30 days that GitHub gives: by name, by id, from the journal of a run, or what was
 * deleted lately. A live version of the same name is never touched, and restoring twice is harmless.
 *
 * <p>Example: {@code mvn ghpackages:restore-version -Dghpackages.journal=last}
 */
@Mojo(name = "restore-version", requiresProject = false, requiresOnline = true, threadSafe = true)
public final class RestoreVersionMojo extends AbstractPackagesMojo {

    /** Names or patterns ({@code *} and {@code ?}, whole name) of the versions to restore. Patterns make it a dry run by default. */
    @Parameter(property = "ghpackages.version")
    private @Nullable List<String> version;

    /** Numeric ids of the versions to restore, from {@code list-versions -Dghpackages.state=deleted}. */
    @Parameter(property = "ghpackages.versionId")
    private @Nullable List<String> versionId;

    /**
     * The journal of the run to undo: a file, or {@code last}, that of the newest run with deletions for this API and owner,
     * wherever it was written. What that run deleted is restored, and nothing else; with {@code packages}, only what it deleted
     * of these. The report begins with the journal that was used.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /** Restores what was deleted within this time, such as {@code 2h}. A dry run by default. */
    @Parameter(property = "ghpackages.deletedSince")
    private @Nullable String deletedSince;

    /**
     * Says what would be restored, and restores nothing. {@code true} from the command line wins over a pom that says
     * {@code false}. Default: {@code true} when selected by pattern or {@code deletedSince}, else {@code false}.
     */
    @Parameter(property = "ghpackages.dryRun")
    private @Nullable String dryRun;

    @Override
    void run(List<MavenProject> modules) {
        requireOneSelection();
        boolean dry = isDry();
        Output output = output();
        output.prepare();
        try (Workplace workplace = open(modules);
                Journals journals = journals(JournalHeader.RESTORE, null)) {
            Restore restore = dry ? Restore.preview() : Restore.forReal(journals::of);
            List<String> warnings = new ArrayList<>();
            JournalRestore undo = new JournalRestore(workplace, restore, warnings);
            NotFound notFound = new NotFound();
            if (journal != null) {
                undo.undo(file(journal), run -> getLog().info("Undoing " + Text.harmless(run.toString())));
            } else {
                notFound = restoreSelected(workplace, restore, warnings);
            }
            warnings.addAll(workplace.warnings());
            RestoreReport done =
                    new RestoreReport(dry, undo.undone(), warnings, packages(restore.results(), notFound.rows()));
            RestoreReport report = done.warning(journals.complete(done.totals()));
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    report.warnings());
            if (report.packages().isEmpty()) {
                throw journal != null ? undo.nothingToUndo() : notFound.nothingSelected();
            }
            RestoreConclusion.of(
                    report.totals(),
                    restore,
                    notFound,
                    deletedSince == null ? Conclusion.SAME_COMMAND : Conclusion.LONGER_AGE);
        }
    }

    @Override
    void settle(Map<String, String> request) {
        request.put("dryRun", String.valueOf(isDry()));
    }

    private boolean isDry() {
        return dryRun == null && !input().saysTrueAnywhere("dryRun", null)
                ? isWide()
                : input().saysTrueAnywhere("dryRun", dryRun);
    }

    @Override
    Map<String, Path> otherFiles() {
        Path file = journal == null ? null : file(journal);
        return file == null ? Map.of() : Map.of("journal", file);
    }

    private @Nullable Path file(String text) {
        return text.trim().equals(Journals.LAST)
                ? null
                : Input.of("journal", text).path(base());
    }

    /** Restores, and returns what was asked for and not found. */
    private NotFound restoreSelected(Workplace workplace, Restore restore, List<String> warnings) {
        List<Subject> subjects = workplace.subjects();
        List<Long> ids = VersionIds.of(versionId);
        if (!ids.isEmpty()) {
            VersionIds.requireOneApi(subjects);
        }
        NamePatterns names = NamePatterns.of(Texts.of(version));
        Age since = Input.optional("deletedSince", deletedSince, Input::age);
        RestoreSelection selection = new RestoreSelection();
        List<List<PackageVersion>> selected = new ArrayList<>();
        for (Subject subject : subjects) {
            selected.add(
                    since != null
                            ? deletedSince(since, subject, selection)
                            : Texts.areGiven(versionId)
                                    ? selection.byId(subject, ids)
                                    : selection.byName(subject, names));
        }
        for (int i = 0; i < subjects.size(); i++) {
            restore.restore(subjects.get(i), selected.get(i));
        }
        warnings.addAll(selection.warnings());
        return NotFound.by(selection, subjects, names.literals(), ids);
    }

    private static List<PackageVersion> deletedSince(Age since, Subject subject, RestoreSelection selection) {
        try {
            return selection.deletedSince(subject, since.before(subject.github().serverTime()));
        } catch (PackagesException e) {
            throw Conclusion.beforeRestoreByAge(e);
        }
    }

    private static List<RestoredPackage> packages(List<Restore.Restored> results, List<RestoredPackage> notFound) {
        Map<PackageRef, List<RestoredVersion>> byPackage = new LinkedHashMap<>();
        for (Restore.Restored restored : results) {
            byPackage
                    .computeIfAbsent(restored.subject().ref(), ref -> new ArrayList<>())
                    .add(new RestoredVersion(restored.id(), restored.name(), restored.result()));
        }
        for (RestoredPackage missing : notFound) {
            byPackage.computeIfAbsent(missing.ref(), ref -> new ArrayList<>()).addAll(missing.versions());
        }
        List<RestoredPackage> packages = new ArrayList<>();
        byPackage.forEach((ref, versions) -> packages.add(new RestoredPackage(ref, versions)));
        return packages;
    }

    private boolean isWide() {
        List<String> names = Texts.of(version);
        return deletedSince != null || NamePatterns.of(names).literals().size() < names.size();
    }

    private void requireOneSelection() {
        long given = Stream.of(
                        Texts.areGiven(version), Texts.areGiven(versionId), journal != null, deletedSince != null)
                .filter(present -> present)
                .count();
        if (given != 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding what to restore failed.",
                    given == 0
                            ? "None of version, versionId, journal and deletedSince is given."
                            : "Of version, versionId, journal and deletedSince, " + given + " are given.",
                    "Give exactly one of them, such as -Dghpackages.journal=last. Nothing was changed.");
        }
    }
}
