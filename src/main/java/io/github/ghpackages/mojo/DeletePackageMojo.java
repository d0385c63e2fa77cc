package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.WholePackages;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the whole packages that you name, with all their versions. It is a dry run by default. Right before the deletion the
 * package is listed again; if its versions are no longer those of the plan, it is not deleted. Nothing is deleted if a pom of
 * this build references a version of one of the packages, if the build makes one, or if {@code keepVersions} names one of
 * their versions. {@code restore-package} can undo it.
 *
 * <p>Example: {@code mvn ghpackages:delete-package -Dghpackages.packages=com.example:old -Dghpackages.expectedVersions=12
 * -Dghpackages.dryRun=false}
 */
@Mojo(name = "delete-package", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class DeletePackageMojo extends AbstractDeletingMojo {

    /**
     * How many active versions the packages must have in all. If there are more or fewer, nothing is deleted and the goal
     * fails. Take the number from the dry run. Default: any number.
     */
    @Parameter(property = "ghpackages.expectedVersions")
    private @Nullable String expectedVersions;

    /**
     * Patterns of versions that are always kept: a package that has one is not deleted, and the goal fails. Patterns from the
     * command line, the {@code <configuration>} and properties add up, so that a property of the pom protects versions from
     * every goal but {@code recycle-snapshot}.
     */
    @Parameter(property = "ghpackages.keepVersions")
    private @Nullable List<String> keepVersions;

    @Override
    Request request() {
        if (!namesPackages()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding what to delete failed.",
                    "packages is not given, and a whole package is deleted only by its exact name.",
                    "Name it, such as -Dghpackages.packages=com.example:old. Nothing was deleted.");
        }
        arguments().elements("packages").forEach(Argument::exactName);
        WholePackages judge = new WholePackages(
                arguments().find("expectedVersions").map(Argument::count).orElse(null));
        return new Request(
                "delete",
                new Planner(
                        judge, WholePackages.limits(NamePatterns.of(arguments().texts("keepVersions")))),
                true,
                true,
                OnMissingPackage.FAIL,
                null,
                null,
                null);
    }

    @Override
    String howToUndo() {
        return "restore-package";
    }
}
