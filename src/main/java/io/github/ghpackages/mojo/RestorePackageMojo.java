package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.JournalEntry;
import io.github.ghpackages.report.RestoreReport.Restored;
import io.github.ghpackages.retention.VersionOrder;
import io.github.ghpackages.run.Restore;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Restores packages that were deleted as a whole, with all their versions, within the 30 days that GitHub allows: by name, or from
 * the journal of the run that deleted them. The report shows the versions that came back. GitHub lists no deleted packages, so a
 * dry run can't tell whether there is one. A live package of the same name is never touched.
 *
 * <p>Example: {@code mvn ghpackages:restore-package -Dghpackages.packages=com.example:old}
 */
@Mojo(name = "restore-package", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class RestorePackageMojo extends AbstractRestoringMojo {

    /**
     * Reports what would be restored, and restores nothing. {@code true} from any source wins, even over {@code false} on
     * the command line.
     */
    @Parameter(property = "ghpackages.dryRun", defaultValue = "false")
    private String dryRun = "false";

    @Override
    boolean isDry() {
        return reactor().dry().isPresent() || arguments().get("dryRun").flag();
    }

    @Override
    void requireOneSelection() {
        if (!undoes() && !namesPackages()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding what to restore failed.",
                    "Neither packages nor journal (on the command line) is given.",
                    "Name the packages, such as -Dghpackages.packages=com.example:old, or the journal of the run that"
                            + " deleted them: -Dghpackages.journal=last. Nothing was changed.");
        }
        if (!undoes()) {
            arguments().elements("packages").forEach(Argument::exactName);
        }
    }

    @Override
    boolean isMeant(JournalEntry deletion) {
        return deletion.version() == null;
    }

    @Override
    Asked restoreNamed(Workplace workplace, Restore restore) {
        workplace.targets().forEach(target -> restore.restorePackage(target, List.of(), null));
        return new Asked(List.of(), new NotFound(), List.of(), workplace.nothingLeft());
    }

    /** The versions that came back; of what was not restored, the package. */
    @Override
    List<Restored> rows(Restore.Restored restored) {
        List<PackageVersion> back = restored.result().outcome() == Outcome.RESTORED
                ? restored.target().versions(State.ACTIVE)
                : List.of();
        return back.isEmpty()
                ? List.of(new Restored(restored.id(), restored.name(), restored.result()))
                : VersionOrder.newestFirst(back).stream()
                        .map(version -> new Restored(version.id(), version.name(), Result.of(Outcome.RESTORED)))
                        .toList();
    }
}
