package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.RestoreSelection;
import io.github.ghpackages.run.TargetPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Restores deleted versions, within the 30 days that GitHub allows: by name, by id, from the journal of a run, or by the
 * time of their deletion. It never touches a live version of the same name, and restoring twice is harmless.
 *
 * <p>Example: {@code mvn ghpackages:restore-version -Dghpackages.journal=last}
 */
@Mojo(name = "restore-version", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class RestoreVersionMojo extends AbstractRestoringMojo {

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
    boolean isDry() {
        return reactor().dry().isPresent()
                || arguments().find("dryRun").map(Argument::flag).orElseGet(this::isWide);
    }

    @Override
    boolean isMeant(JournalEntry deletion) {
        return true;
    }

    @Override
    List<Restored> rows(Restore.Restored restored) {
        return List.of(new Restored(restored.id(), restored.name(), restored.result()));
    }

    @Override
    String again() {
        return choice("deletedSince").isPresent() ? ExitStatus.LONGER_AGE : ExitStatus.SAME_COMMAND;
    }

    /** The parameters that select. */
    private List<String> choices() {
        return arguments().choices("versions", "versionIds", "journal", "deletedSince").stream()
                .filter(name -> !name.equals("journal") || undoes())
                .toList();
    }

    private Optional<Argument> choice(String name) {
        return arguments().find(name).filter(argument -> choices().contains(name));
    }

    @Override
    Asked restoreNamed(Workplace workplace, Restore restore) {
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
        NotFound notFound = NotFound.by(selection, targets, names.literals(), ids);
        return new Asked(selection.warnings(), notFound, List.of(), notFound.nothingSelected());
    }

    private static List<PackageVersion> deletedSince(Age since, TargetPackage target, RestoreSelection selection) {
        try {
            return selection.deletedSince(target, since.before(target.github().serverTime()));
        } catch (PackagesException e) {
            throw ExitStatus.beforeRestoreByAge(e);
        }
    }

    private boolean isWide() {
        return choice("deletedSince").isPresent()
                || choice("versions")
                        .map(RetentionArguments::versions)
                        .filter(names -> !names.hasOnlyNames())
                        .isPresent();
    }

    @Override
    void requireOneSelection() {
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
