package io.github.ghpackages.report;

import java.util.List;
import java.util.stream.Stream;

/** What parameters are for. The manual and {@code help} show them in these groups, in this order. */
public enum ParameterGroup {
    VERSIONS(
            "Which versions",
            "versions",
            "versionIds",
            "explain",
            "state",
            "kinds",
            "newest",
            "olderThan",
            "sort",
            "builds",
            "deletedSince"),
    RULES(
            "Rules",
            "keepReleases",
            "keepPrereleases",
            "keepSnapshots",
            "keepReleasesNewerThan",
            "keepPrereleasesNewerThan",
            "keepSnapshotsNewerThan",
            "keepPer",
            "keepLines",
            "deleteReleasedSnapshots",
            "releasedSnapshotsGrace",
            "deleteGoneBranches",
            "branchVersions",
            "goneBranchGrace",
            "maxBuilds",
            "keepBuilds"),
    SAFETY(
            "Safety",
            "dryRun",
            "keepVersions",
            "onLastVersion",
            "onMissingPackage",
            "maxDeletions",
            "maxDeletionShare",
            "expectedVersions",
            "evenIfBuilt",
            "journal",
            "planFile",
            "applyPlan",
            "resume",
            "failFast",
            "require",
            "skip"),
    PLACE(
            "Where the packages are",
            "packages",
            "repository",
            "visibility",
            "conflicts",
            "packageType",
            "owner",
            "registryUrl",
            "apiUrl",
            "serverId"),
    OUTPUT("Output", "show", "format", "outputFile", "ci"),
    NETWORK(
            "Network and pace",
            "maxDuration",
            "deletionsPerMinute",
            "maxWait",
            "concurrency",
            "stateFile",
            "stateMaxAge",
            "connectTimeout",
            "responseTimeout",
            "allowHttp");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> parameters;

    ParameterGroup(String title, String... parameters) {
        this.title = title;
        this.parameters = List.of(parameters);
    }

    /** As a heading. */
    public String title() {
        return title;
    }

    /** The names of all parameters, in the order in which people should read them. */
    public static List<String> all() {
        return Stream.of(values()).flatMap(group -> group.parameters.stream()).toList();
    }

    /** The parameters of this group. */
    public List<String> parameters() {
        return parameters;
    }
}
