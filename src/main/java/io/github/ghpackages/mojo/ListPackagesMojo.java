package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageDetails;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageType;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.report.PackagesReport;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.run.ConnectedAccount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lists the packages of an owner that the token can see, with their repository, visibility, number of versions and the date
 * of their last change. It changes nothing. The number of versions is GitHub's own count; nothing documents whether it
 * includes deleted ones, so use {@code list-versions} to be sure.
 *
 * <p>Example: {@code mvn ghpackages:list-packages -Dghpackages.owner=acme -Dghpackages.packages='com.example:*'}
 */
@Mojo(name = "list-packages", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class ListPackagesMojo extends AbstractPackagesMojo {

    /** What {@code visibility} may be. */
    enum Visibility {
        PUBLIC,
        PRIVATE,
        INTERNAL
    }

    /**
     * Lists only packages of this visibility: {@code public}, {@code private} or {@code internal}. Default: all. A Maven
     * package has the visibility of its repository.
     */
    @Parameter(property = "ghpackages.visibility")
    private @Nullable String visibility;

    /**
     * Lists only packages whose last change, as far as GitHub reports it, is longer ago than this: {@code 90d}, {@code 12w}
     * or ISO-8601 ({@code P1Y}). Default: all. GitHub does not document whether every deploy counts as a change.
     */
    @Parameter(property = "ghpackages.olderThan")
    private @Nullable String olderThan;

    /**
     * Lists instead the docker packages that could not be moved to the container registry because of a conflict. Only a
     * GitHub Enterprise Server still has such packages. Requires {@code packageType=docker}.
     */
    @Parameter(property = "ghpackages.conflicts", defaultValue = "false")
    private String conflicts = "false";

    @Override
    void run(List<MavenProject> modules) {
        Visibility shown = arguments()
                .find("visibility")
                .map(argument -> argument.choice(Visibility.class))
                .orElse(null);
        Age age = arguments().find("olderThan").map(Ages::of).orElse(null);
        boolean inConflict = arguments().get("conflicts").flag();
        requireDockerFor(inConflict);
        ReportFile file = reportFile(Map.of());
        file.prepare();
        Workplace workplace = open(modules);
        try (PackagesReport report = new PackagesReport(file)) {
            ConnectedAccount account = workplace.account();
            List<PackageDetails> found = workplace.packages(account, inConflict);
            Instant latest = age == null
                    ? null
                    : age.before(account.github().timeForAges().now());
            found.stream()
                    .filter(details -> shown == null || isOf(shown, details))
                    .filter(details -> latest == null || isOlder(details, latest))
                    .sorted(Comparator.comparing(details -> details.name().value()))
                    .forEach(details -> report.add(new PackageRef(account.account(), details.name()), details));
            report.warnings(workplace.warnings());
            report.end();
        }
    }

    private static boolean isOf(Visibility shown, PackageDetails details) {
        return shown.name().toLowerCase(Locale.ROOT).equals(details.visibility());
    }

    private static boolean isOlder(PackageDetails details, Instant latest) {
        return details.updatedAt() != null && details.updatedAt().isBefore(latest);
    }

    private void requireDockerFor(boolean inConflict) {
        if (inConflict && packageType() != PackageType.DOCKER) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading conflicts=true failed.",
                    "Only docker packages can be in conflict, but packageType is " + packageType() + ".",
                    "Add -Dghpackages.packageType=docker, or leave conflicts out.");
        }
    }
}
