package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.SnapshotFile;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.JournalHeader;
import io.github.ghpackages.files.StoredCompaction;
import io.github.ghpackages.github.SnapshotFiles;
import io.github.ghpackages.mojo.Connections.Coordinates;
import io.github.ghpackages.report.CompactReport;
import io.github.ghpackages.report.CompactReport.Compacted;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.run.Compaction;
import io.github.ghpackages.run.ConnectedAccount;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.SnapshotSurvey;
import io.github.ghpackages.run.SnapshotSurvey.Found;
import io.github.ghpackages.run.SnapshotSurvey.Kept;
import io.github.ghpackages.run.TargetPackage;
import java.nio.file.Path;
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
 * Removes old builds of snapshots. GitHub Packages keeps every build of a {@code -SNAPSHOT} in one version, and can't delete single
 * builds. This goal keeps the newest builds of each snapshot: it downloads and verifies all of their files, deletes the version, and
 * uploads the files again under their own names, with a {@code maven-metadata.xml} that lists just them. The next deploy counts on.
 * Releases are never touched, nor is a snapshot whose metadata does not show all that has to stay.
 *
 * <p>Between the deletion and the last upload, nobody can download the snapshot. If the first upload is refused, the version is
 * restored with all of its builds. If a later one fails, the files stay in a folder beside the journal, and the error message has the
 * command that goes on. That GitHub accepts these uploads is inferred from {@code mvn deploy}; try it on one package first. The token
 * needs {@code read:packages}, {@code delete:packages} and {@code write:packages}.
 *
 * <p>Example: {@code mvn ghpackages:compact-snapshots -Dghpackages.keepBuilds=5}
 */
@Mojo(name = "compact-snapshots", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class CompactSnapshotsMojo extends AbstractPackagesMojo {

    /**
     * How many builds of each snapshot stay, 1 or more. Besides them, each file stays that a build which depends on the snapshot
     * would download now, such as the newest one of a classifier that is rarely built, and each build that a pom of this reactor
     * names by its own version.
     */
    @Parameter(property = "ghpackages.keepBuilds", defaultValue = "5")
    private String keepBuilds = "5";

    /**
     * Compacts only these snapshots: names, patterns with {@code *} and {@code ?}, or ranges such as {@code [1.0,2.0)}. A {@code !}
     * in front of one excludes what it matches. Default: all snapshots.
     */
    @Parameter(property = "ghpackages.versions")
    private @Nullable List<String> versions;

    /**
     * Names or patterns that always stay: of snapshots, which are then not compacted, or of single builds such as
     * {@code 1.0-20260101.120000-7}.
     */
    @Parameter(property = "ghpackages.keepVersions")
    private @Nullable List<String> keepVersions;

    /**
     * Reports what would be removed, and changes nothing. {@code true} from any source wins, even over {@code false} on the command
     * line. To compact, use {@code -Dghpackages.dryRun=false}.
     */
    @Parameter(property = "ghpackages.dryRun", defaultValue = "true")
    private String dryRun = "true";

    /**
     * The file in which this run records every deletion, before and after it is sent. The files that stay are kept in a folder
     * beside it until they are uploaded again. The file must not exist yet.
     *
     * <p>Default: a new file in {@code ~/.m2/ghpackages}. {@code restore-version -Dghpackages.journal=last} does not mean it.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /**
     * The {@code compaction.json} of a compaction that did not come to its end, or was killed: uploads what is still missing. Only
     * from the command line. {@code packages} and {@code versions} then have no effect.
     */
    @Parameter(property = "ghpackages.resume")
    private @Nullable String resume;

    @Override
    void run(List<MavenProject> modules) {
        boolean dry = arguments().get("dryRun").flag() || reactor().dry().isPresent();
        ReportFile file = reportFile(files("journal", "resume"));
        requireSnapshots();
        SnapshotSurvey survey = new SnapshotSurvey(
                arguments().isGiven("versions")
                        ? RetentionArguments.versions(arguments().get("versions"))
                        : null,
                arguments().get("keepBuilds").positive(),
                NamePatterns.of(arguments().texts("keepVersions")));
        Argument unfinished = arguments().find("resume").orElse(null);
        file.prepare();
        Optional<String> nothing = unfinished == null ? nothingToManage(modules) : Optional.empty();
        if (nothing.isPresent()) {
            new CompactReport(file, dry, Set.of()).endWithout(nothing.get());
            return;
        }
        Workplace workplace = open(modules);
        try (Journals journals = journals(JournalHeader.COMPACT, file("journal"));
                Journals restores = journals(JournalHeader.RESTORE, null)) {
            progress().phase("Compacting", "deletion");
            Compaction compaction = new Compaction(
                    journals::of,
                    Restore.forReal(restores::of),
                    kept -> command("compact-snapshots", "dryRun=false", "resume=" + kept));
            CompactReport report;
            try (Cancellation watch = Cancellation.watch(
                    compaction::cancel, () -> compaction.underWay().stream().toList())) {
                report = unfinished == null
                        ? compact(workplace, survey, compaction, dry, file)
                        : resume(workplace, compaction, dry, unfinished, file);
            }
            report.warnings(journals.complete(report.totals()));
            report.warnings(compaction.advice());
            report.journal(journals.files().stream().findFirst().orElse(null));
            report.end();
            ExitStatus.of(
                    Id.NOT_ALL_COMPACTED,
                    "snapshots",
                    report.totals(),
                    compaction.stop(),
                    null,
                    "do what the warning about it says");
        }
    }

    private void requireSnapshots() {
        if (!packageType().hasCoordinates()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading packageType=" + packageType() + " failed.",
                    "Only maven packages have snapshots with builds.",
                    "Leave packageType out. Nothing was changed.");
        }
    }

    private CompactReport compact(
            Workplace workplace, SnapshotSurvey survey, Compaction compaction, boolean dry, ReportFile file) {
        List<TargetPackage> targets = workplace.targets();
        if (targets.isEmpty()) {
            throw workplace.nothingLeft();
        }
        Map<TargetPackage, List<Found>> found = new LinkedHashMap<>();
        List<TargetPackage> missing = new ArrayList<>();
        for (TargetPackage target : targets) {
            Optional<List<Found>> snapshots = survey.of(target, workplace.snapshotFiles(target));
            if (snapshots.isEmpty()) {
                missing.add(target);
            } else if (!snapshots.get().isEmpty()) {
                found.put(target, snapshots.get());
            }
        }
        List<TargetPackage> affected = found.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(each -> each.plan() != null))
                .map(Map.Entry::getKey)
                .toList();
        Compaction.require(affected, dry);
        CompactReport report = new CompactReport(file, dry, TargetPackage.apis(targets));
        report.warnings(workplace.warnings());
        report.warnings(new MissingPackages(missing).warnings());
        report.warnings(dry ? Compaction.missingScopes(affected) : List.of());
        found.forEach((target, snapshots) -> report.add(
                target.ref(),
                snapshots.stream().map(each -> row(each, compaction, dry)).toList()));
        return report;
    }

    private static Compacted row(Found found, Compaction compaction, boolean dry) {
        Kept kept = found.plan();
        Result result = found.skipped();
        if (result == null) {
            result = dry ? Result.of(Outcome.PLANNED) : compaction.compact(found);
        }
        return new Compacted(
                found.version(),
                found.builds(),
                kept == null ? null : kept.builds().keptBuilds(),
                kept == null ? null : kept.freed(),
                result);
    }

    private CompactReport resume(
            Workplace workplace, Compaction compaction, boolean dry, Argument unfinished, ReportFile file) {
        if (!unfinished.isTyped()) {
            throw unfinished.wrong("it is not on the command line", "Write -Dghpackages.resume=FILE.");
        }
        Path path = unfinished.path(base());
        StoredCompaction stored = StoredCompaction.read(path);
        ConnectedAccount account = workplace.account();
        SnapshotFiles registry = workplace
                .snapshotFiles(new Coordinates(stored.groupId(), stored.artifactId()))
                .filter(files -> files.registry().equals(stored.registry()))
                .filter(files -> account.account().equals(stored.ref().account()))
                .orElseThrow(() -> elsewhere(path, stored));
        TargetPackage target = account.target(stored.ref().name(), null);
        Compaction.require(List.of(target), dry);
        CompactReport report = new CompactReport(file, dry, Set.of());
        report.warnings(workplace.warnings());
        int kept = (int)
                stored.files().stream().map(SnapshotFile::version).distinct().count();
        Result result = dry ? Result.of(Outcome.PLANNED) : compaction.resume(target, registry, stored, path);
        PackageVersion version =
                new PackageVersion(stored.id(), stored.version(), State.DELETED, null, null, null, null);
        report.add(stored.ref(), List.of(new Compacted(version, null, kept, null, result)));
        return report;
    }

    private static PackagesException elsewhere(Path path, StoredCompaction stored) {
        return new PackagesException(
                Id.NOT_RESUMABLE,
                "Resuming " + path + " failed.",
                "It belongs to " + stored.ref().account() + " and the registry " + stored.registry()
                        + ", but this run works elsewhere.",
                "Add -Dghpackages.registryUrl=" + stored.registry() + " -Dghpackages.owner="
                        + stored.ref().account().login() + ". Nothing was changed.");
    }
}
