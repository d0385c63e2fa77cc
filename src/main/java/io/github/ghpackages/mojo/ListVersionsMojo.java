package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.report.ListReport;
import io.github.ghpackages.report.ListReport.Listed;
import io.github.ghpackages.report.ListReport.Shown;
import io.github.ghpackages.report.ListReport.Sort;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.TargetPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lists the versions of the packages that this build deploys, newest first in version order, with their kinds, dates and
 * ids. Deleted versions are shown with the days left to restore them. It changes nothing.
 *
 * <p>Example: {@code mvn ghpackages:list-versions -Dghpackages.state=all}
 */
@Mojo(name = "list-versions", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class ListVersionsMojo extends AbstractPackagesMojo {

    /** What {@code state} may be. */
    enum States {
        ACTIVE,
        DELETED,
        ALL
    }

    /**
     * Lists only these versions: names, patterns with {@code *} and {@code ?}, or ranges such as {@code [1.0,2.0)}. A
     * {@code !} in front of one excludes what it matches; if all have one, everything else is listed. An open upper bound
     * also excludes the prereleases and snapshots of that version. Default: all.
     */
    @Parameter(property = "ghpackages.versions")
    private @Nullable List<String> versions;

    /** Which versions to list: {@code active}, {@code deleted} (those that GitHub can still restore), or {@code all}. */
    @Parameter(property = "ghpackages.state", defaultValue = "active")
    private String state = "active";

    /** Also shows how many builds each snapshot contains. This costs one more request for each snapshot. */
    @Parameter(property = "ghpackages.builds", defaultValue = "false")
    private String builds = "false";

    /** Lists only versions of these kinds: {@code release}, {@code prerelease}, {@code snapshot}. Default: all. */
    @Parameter(property = "ghpackages.kinds")
    private @Nullable List<String> kinds;

    /** Lists at most so many versions of each package, counted in the order of {@code sort}. Default: all. */
    @Parameter(property = "ghpackages.newest")
    private @Nullable String newest;

    /**
     * Lists only versions whose last change, as far as GitHub reports it, is longer ago than this: {@code 90d}, {@code 12w} or
     * ISO-8601 ({@code P1Y}). GitHub's dates of a snapshot do not change when it is deployed again. Default: all.
     */
    @Parameter(property = "ghpackages.olderThan")
    private @Nullable String olderThan;

    /** What comes first: {@code version}, the highest version, or {@code date}, what changed last. */
    @Parameter(property = "ghpackages.sort", defaultValue = "version")
    private String sort = "version";

    /**
     * Which versions the user wants to see.
     *
     * @param selection null: all
     * @param kinds empty: all
     * @param olderThan null: of any age
     */
    private record Filter(
            @Nullable Selection selection,
            Set<VersionKind> kinds,
            @Nullable Age olderThan) {

        boolean matches(PackageVersion version, Instant now) {
            return (selection == null || selection.matches(version.name()))
                    && (kinds.isEmpty() || kinds.contains(version.kind()))
                    && (olderThan == null || isOlder(version, olderThan.before(now)));
        }

        private static boolean isOlder(PackageVersion version, Instant latest) {
            Instant created = version.createdAt();
            Instant updated = version.updatedAt();
            return created != null && created.isBefore(latest) && (updated == null || updated.isBefore(latest));
        }
    }

    private Filter filter() {
        Set<VersionKind> wanted = EnumSet.noneOf(VersionKind.class);
        arguments().elements("kinds").forEach(element -> wanted.add(element.choice(VersionKind.class)));
        return new Filter(
                arguments().isGiven("versions")
                        ? RetentionArguments.versions(arguments().get("versions"))
                        : null,
                wanted,
                arguments().find("olderThan").map(Ages::of).orElse(null));
    }

    @Override
    void run(List<MavenProject> modules) {
        States states = arguments().get("state").choice(States.class);
        boolean withBuilds = arguments().get("builds").flag();
        Filter filter = filter();
        Shown shown = new Shown(
                arguments().get("sort").choice(Sort.class),
                arguments().find("newest").map(Argument::positive).orElse(null));
        ReportFile file = reportFile(Map.of());
        file.prepare();
        Optional<String> nothing = nothingToManage(modules);
        if (nothing.isPresent()) {
            try (ListReport report = new ListReport(file, Set.of(), withBuilds, shown)) {
                report.endWithout(nothing.get());
            }
            return;
        }
        Workplace workplace = open(modules);
        List<TargetPackage> targets = workplace.targets();
        try (ListReport report = new ListReport(file, TargetPackage.apis(targets), withBuilds, shown)) {
            list(workplace, targets, states, filter, withBuilds, report);
            report.end();
        }
    }

    private static void list(
            Workplace workplace,
            List<TargetPackage> targets,
            States states,
            Filter filter,
            boolean withBuilds,
            ListReport report) {
        Set<String> names = new HashSet<>();
        List<TargetPackage> missing = new ArrayList<>();
        for (TargetPackage target : targets) {
            Optional<List<PackageVersion>> found = find(target, states);
            if (found.isEmpty()) {
                missing.add(target);
            }
            List<Listed> rows = new ArrayList<>();
            Instant now = target.github().timeForAges().now();
            for (PackageVersion version : found.orElse(List.of())) {
                names.add(version.name());
                if (filter.matches(version, now)) {
                    rows.add(row(version, withBuilds ? builds(workplace, target, version) : null));
                }
            }
            report.add(
                    target.ref(),
                    found.isPresent(),
                    rows,
                    workplace.connections().serverTime());
        }
        report.warnings(workplace.warnings());
        report.warnings(new MissingPackages(missing).warnings());
        Selection selection = filter.selection();
        if (selection != null) {
            selection.unmatched(names).forEach(text -> report.warning("versions=" + text + " matched no version."));
        }
    }

    private static Optional<List<PackageVersion>> find(TargetPackage target, States states) {
        Optional<List<PackageVersion>> active = states == States.DELETED
                ? target.find().map(details -> List.of())
                : target.github().activeVersions(target.owner(), target.name());
        return states == States.ACTIVE
                ? active
                : active.map(found -> Stream.concat(found.stream(), target.versions(State.DELETED).stream())
                        .toList());
    }

    private static @Nullable Integer builds(Workplace workplace, TargetPackage target, PackageVersion version) {
        boolean wanted = version.kind() == VersionKind.SNAPSHOT && version.state() == State.ACTIVE;
        return wanted ? workplace.builds(target, version.name()) : null;
    }

    private static Listed row(PackageVersion version, @Nullable Integer builds) {
        Instant deletedAt = version.deletedAt();
        return new Listed(version, deletedAt == null ? null : deletedAt.plus(Restore.RESTORABLE), builds);
    }
}
