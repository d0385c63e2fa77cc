package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.report.ListReport;
import io.github.ghpackages.report.ListReport.Listed;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.TargetPackage;
import java.time.Instant;
import java.util.ArrayList;
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

    @Override
    void run(List<MavenProject> modules) {
        States states = arguments().get("state").choice(States.class);
        boolean withBuilds = arguments().get("builds").flag();
        Selection selection = arguments().isGiven("versions")
                ? RetentionArguments.versions(arguments().get("versions"))
                : null;
        ReportFile file = reportFile(Map.of());
        file.prepare();
        Optional<String> nothing = nothingToManage(modules);
        if (nothing.isPresent()) {
            try (ListReport report = new ListReport(file, Set.of(), withBuilds)) {
                report.endWithout(nothing.get());
            }
            return;
        }
        Workplace workplace = open(modules);
        List<TargetPackage> targets = workplace.targets();
        try (ListReport report = new ListReport(file, TargetPackage.apis(targets), withBuilds)) {
            list(workplace, targets, states, selection, withBuilds, report);
            report.end();
        }
    }

    private static void list(
            Workplace workplace,
            List<TargetPackage> targets,
            States states,
            @Nullable Selection selection,
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
            for (PackageVersion version : found.orElse(List.of())) {
                names.add(version.name());
                if (selection == null || selection.matches(version.name())) {
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
