package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.ListReport;
import io.github.ghpackages.report.ListedPackage;
import io.github.ghpackages.report.ListedVersion;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.run.MissingPackages;
import io.github.ghpackages.run.Restore;
import io.github.ghpackages.run.TargetPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    enum Listed {
        ACTIVE,
        DELETED,
        ALL
    }

    /** Lists only the versions that match one of these patterns ({@code *} and {@code ?}, whole name). Default: all. */
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
        Listed listed = arguments().get("state").choice(Listed.class);
        boolean withBuilds = arguments().get("builds").flag();
        NamePatterns patterns =
                arguments().isGiven("versions") ? NamePatterns.of(arguments().texts("versions")) : null;
        Output output = output();
        output.prepare();
        if (hasNothingToManage(
                modules, output, why -> out -> JsonFormat.write(new ListReport(Instant.EPOCH, why, List.of()), out))) {
            return;
        }
        try (Workplace workplace = open(modules)) {
            List<ListedPackage> packages = new ArrayList<>();
            List<TargetPackage> missing = new ArrayList<>();
            for (TargetPackage target : workplace.targets()) {
                ListedPackage found = list(
                        target, listed, patterns, version -> withBuilds ? builds(workplace, target, version) : null);
                packages.add(found);
                if (!found.exists()) {
                    missing.add(target);
                }
            }
            List<String> warnings = new ArrayList<>(workplace.warnings());
            warnings.addAll(new MissingPackages(missing).warnings());
            if (patterns != null) {
                warnings.addAll(unmatched(patterns, packages));
            }
            ListReport report = new ListReport(workplace.serverTime(), warnings, packages);
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    warnings);
        }
    }

    private static ListedPackage list(
            TargetPackage target,
            Listed listed,
            @Nullable NamePatterns patterns,
            Function<PackageVersion, @Nullable Integer> builds) {
        Optional<List<PackageVersion>> active = listed == Listed.DELETED
                ? target.github().find(target.owner(), target.name()).map(details -> List.of())
                : target.github().activeVersions(target.owner(), target.name());
        if (active.isEmpty()) {
            return new ListedPackage(target.ref(), false, List.of());
        }
        List<PackageVersion> found = new ArrayList<>(active.get());
        if (listed != Listed.ACTIVE) {
            found.addAll(target.github().versions(target.owner(), target.name(), State.DELETED));
        }
        return new ListedPackage(target.ref(), true, listed(found, patterns, builds));
    }

    private static List<ListedVersion> listed(
            List<PackageVersion> found,
            @Nullable NamePatterns patterns,
            Function<PackageVersion, @Nullable Integer> builds) {
        List<ListedVersion> listed = new ArrayList<>(found.size());
        for (PackageVersion version : found) {
            if (patterns == null || patterns.matches(version.name())) {
                listed.add(listed(version, builds.apply(version)));
            }
        }
        return listed;
    }

    private static @Nullable Integer builds(Workplace workplace, TargetPackage target, PackageVersion version) {
        boolean wanted = version.kind() == VersionKind.SNAPSHOT && version.state() == State.ACTIVE;
        return wanted ? workplace.builds(target, version.name()) : null;
    }

    private static ListedVersion listed(PackageVersion version, @Nullable Integer builds) {
        Instant deletedAt = version.deletedAt();
        return new ListedVersion(version, deletedAt == null ? null : deletedAt.plus(Restore.RESTORABLE), builds);
    }

    private static List<String> unmatched(NamePatterns patterns, List<ListedPackage> packages) {
        return patterns.texts().stream()
                .filter(text -> {
                    NamePatterns single = NamePatterns.of(List.of(text));
                    return packages.stream()
                            .flatMap(listed -> listed.versions().stream())
                            .noneMatch(listed -> single.matches(listed.version().name()));
                })
                .map(text -> "The pattern " + text + " of versions matched nothing.")
                .toList();
    }
}
