package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes exactly the versions that you name, in the packages that this build deploys or that you name. It is a dry run by
 * default. A version that {@code keepVersions} or a pom of this build names is kept. {@code restore-version} can undo every deletion.
 *
 * <p>Example: {@code mvn ghpackages:delete-version -Dghpackages.versions=1.2.3 -Dghpackages.dryRun=false}
 */
@Mojo(name = "delete-version", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class DeleteVersionMojo extends AbstractDeletingMojo {

    private static final String NAMES = "versions";
    private static final String IDS = "versionIds";
    private static final String EVEN_IF_BUILT = "evenIfBuilt";

    /** Exact names of the versions to delete, without wildcards; in a reactor, in all modules. */
    @Parameter(property = "ghpackages.versions")
    private @Nullable List<String> versions;

    /** Numeric ids of the versions to delete, from {@code list-versions}. */
    @Parameter(property = "ghpackages.versionIds")
    private @Nullable List<String> versionIds;

    /**
     * Patterns of versions that are always kept, even if {@code versions} names them. Patterns from the command line, the
     * {@code <configuration>} and properties add up, so that a property of the pom protects versions from every goal but {@code recycle-snapshot}.
     */
    @Parameter(property = "ghpackages.keepVersions")
    private @Nullable List<String> keepVersions;

    /**
     * Deletes a version that {@code versions} names although this very build makes it, so that it can be deployed again
     * after GitHub has refused the deploy with 409. Guards then don't keep that version in the module that makes it; {@code keepVersions} still does. It is
     * accepted only on the command line, together with {@code versions}. Whoever has downloaded the version keeps the old
     * files, so prefer a new version for a release.
     *
     * <p>Example: {@code mvn ghpackages:delete-version -Dghpackages.versions=1.4.2 -Dghpackages.evenIfBuilt=true
     * -Dghpackages.dryRun=false}
     */
    @Parameter(property = "ghpackages.evenIfBuilt", defaultValue = "false")
    private String evenIfBuilt = "false";

    /**
     * What happens if this would delete all versions of a package, whose last version GitHub does not delete: {@code keep}
     * its newest version (a release before others), {@code fail}, or {@code deletePackage}, which deletes the whole
     * package.
     */
    @Parameter(property = "ghpackages.onLastVersion", defaultValue = "keep")
    private String onLastVersion = "keep";

    /**
     * Tripwire: a plan with more deletions than this in the whole run fails before the first deletion. The smallest number
     * from all sources applies. Default: no limit.
     */
    @Parameter(property = "ghpackages.maxDeletions")
    private @Nullable String maxDeletions;

    /**
     * Tripwire: a plan that deletes more than this percentage of a package's active versions fails before the first
     * deletion. The smallest number from all sources applies. Default: no limit.
     */
    @Parameter(property = "ghpackages.maxDeletionShare")
    private @Nullable String maxDeletionShare;

    @Override
    PomGuards guards() {
        List<String> names = choices().contains(NAMES) ? arguments().texts(NAMES) : List.of();
        return PomGuards.of(session(), names, arguments().get(EVEN_IF_BUILT).flag());
    }

    /** A redeploy is a decision about one build, which a pom can't make for all. */
    private void requireAdHoc() {
        Argument evenIfBuilt = arguments().get(EVEN_IF_BUILT);
        if (evenIfBuilt.flag()
                && (isBoundToPhase() || !evenIfBuilt.isTyped() || !choices().contains(NAMES))) {
            throw evenIfBuilt.wrong(
                    "it is accepted only on the command line of an ad hoc run that names the version with versions",
                    "Run mvn ghpackages:delete-version -Dghpackages.versions=VERSION -Dghpackages.evenIfBuilt=true.");
        }
    }

    @Override
    Request request() {
        requireAdHoc();
        ExactVersions wanted = wanted();
        Policy limits = new Policy.Builder()
                .keepVersions(NamePatterns.of(arguments().texts("keepVersions")))
                .onLastVersion(arguments().get("onLastVersion").choice(OnLastVersion.class))
                .maxDeletions(
                        arguments().find("maxDeletions").map(Argument::count).orElse(null))
                .maxDeletionShare(arguments()
                        .find("maxDeletionShare")
                        .map(Argument::percent)
                        .orElse(null))
                .build();
        return new Request("delete", new Planner(wanted, limits), false, true, OnMissingPackage.WARN, null, null, null);
    }

    private ExactVersions wanted() {
        List<String> choices = choices();
        if (choices.size() != 1) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Finding what to delete failed.",
                    choices.isEmpty()
                            ? "Neither versions nor versionIds is given."
                            : "Both versions and versionIds are given.",
                    "Give exactly one of them, such as -Dghpackages.versions=1.2.3. Nothing was deleted.");
        }
        return choices.contains(IDS)
                ? ExactVersions.withIds(VersionIds.of(arguments()))
                : ExactVersions.named(arguments().elements(NAMES).stream()
                        .map(Argument::exactName)
                        .toList());
    }

    private List<String> choices() {
        return arguments().choices(NAMES, IDS);
    }
}
