package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.FileErrors;
import io.github.ghpackages.files.PlanFile;
import io.github.ghpackages.mojo.AbstractDeletingMojo.OnMissingPackage;
import io.github.ghpackages.mojo.RetentionArguments.Ages;
import io.github.ghpackages.mojo.RetentionArguments.NoRule;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.run.AppliedPlan;
import io.github.ghpackages.run.DeletionCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes old versions by a retention policy. Nothing is deleted without a rule that you wrote. The default is a dry run,
 * which shows why each version is kept or deleted.
 *
 * <p>Example: {@code mvn ghpackages:prune-versions -Dghpackages.keepReleases=5 -Dghpackages.dryRun=false}
 */
@Mojo(name = "prune-versions", requiresProject = false, requiresOnline = true, threadSafe = true)
@SuppressWarnings("unused") // see AbstractReactorMojo
public final class PruneVersionsMojo extends AbstractDeletingMojo {

    /**
     * The versions that the rules consider: names, patterns with {@code *} and {@code ?} (whole name), or ranges such as
     * {@code [1.0,2.0)}. A {@code !} in front of one excludes what it matches, whatever else selects it; if all have one,
     * everything else is considered. All other versions are kept. A range is by this plugin's version order, and its open
     * upper bound also excludes the prereleases and snapshots of that version. A name that does not begin with a number is
     * in no range.
     *
     * <p>Default: all. Example: {@code *-SNAPSHOT,[1.0,2.0),!1.5}
     */
    @Parameter(property = "ghpackages.versions")
    private @Nullable List<String> versions;

    /**
     * Keeps the newest N releases, by version order and not by date. 0 keeps none, and requires {@code versions} or
     * {@code keepReleasesNewerThan}. Names with a word of their own or a commit hash, such as {@code 3.0.0.1.my-branch} or
     * {@code 32.1-jre}, are counted separately, N of them too, so they take no place from plain releases. This holds for
     * each kind.
     *
     * <p>Default: no rule. Releases are then never touched, unless {@code keepReleasesNewerThan} is set.
     */
    @Parameter(property = "ghpackages.keepReleases")
    private @Nullable String keepReleases;

    /**
     * Keeps the newest N prereleases (alpha, beta, milestone, rc, ea, pre, dev, nightly and the like). 0 keeps none.
     *
     * <p>Default: no rule, as for {@code keepReleases}.
     */
    @Parameter(property = "ghpackages.keepPrereleases")
    private @Nullable String keepPrereleases;

    /**
     * Keeps the newest N snapshots. One {@code -SNAPSHOT} counts as one, with all its builds. 0 keeps none.
     *
     * <p>Default: no rule, as for {@code keepReleases}.
     */
    @Parameter(property = "ghpackages.keepSnapshots")
    private @Nullable String keepSnapshots;

    /**
     * Where a count starts again: for each {@code package}, each {@code major} line (1.x, 2.x) or each {@code minor} line
     * (1.4.x, 1.5.x).
     */
    @Parameter(property = "ghpackages.keepPer", defaultValue = "package")
    private String keepPer = "package";

    /**
     * The counts keep versions only in the newest M lines, and none in older lines. Requires {@code keepPer=major} or
     * {@code minor}. Default: all lines.
     */
    @Parameter(property = "ghpackages.keepLines")
    private @Nullable String keepLines;

    /**
     * Keeps releases that are younger than this: {@code 30d}, {@code 6w}, {@code 12h} or ISO-8601 ({@code P1Y}). Together
     * with {@code keepReleases}, a release stays if either rule keeps it. Default: no rule.
     */
    @Parameter(property = "ghpackages.keepReleasesNewerThan")
    private @Nullable String keepReleasesNewerThan;

    /** Keeps prereleases that are younger than this, in the form of {@code keepReleasesNewerThan}. Default: no rule. */
    @Parameter(property = "ghpackages.keepPrereleasesNewerThan")
    private @Nullable String keepPrereleasesNewerThan;

    /**
     * Keeps snapshots that were deployed within this time, in the form of {@code keepReleasesNewerThan}. GitHub's dates of
     * a snapshot do not change when it is deployed again, so its own {@code maven-metadata.xml} is read. If that can't be
     * read, the snapshot is kept. Default: no rule.
     */
    @Parameter(property = "ghpackages.keepSnapshotsNewerThan")
    private @Nullable String keepSnapshotsNewerThan;

    /**
     * Patterns of versions that are always kept, whatever any rule says. This is a protection, not a rule: without a rule
     * it is an error. A name without a wildcard that does not exist stops a live run, since it may be a typing error.
     * Patterns from the command line, the {@code <configuration>} and properties add up.
     */
    @Parameter(property = "ghpackages.keepVersions")
    private @Nullable List<String> keepVersions;

    /**
     * Deletes a snapshot, whatever counts and ages say, if its exact name without {@code -SNAPSHOT} is a release or
     * prerelease in the same package. If it is the only rule, it touches no other snapshot.
     */
    @Parameter(property = "ghpackages.deleteReleasedSnapshots", defaultValue = "false")
    private String deleteReleasedSnapshots = "false";

    /** How old the release must be before {@code deleteReleasedSnapshots} deletes its snapshot, such as {@code 14d}. */
    @Parameter(property = "ghpackages.releasedSnapshotsGrace", defaultValue = "0d")
    private String releasedSnapshotsGrace = "0d";

    /**
     * Deletes a version, whatever counts and ages say, if it is named after a branch or pull request that no longer exists
     * in the repository of the package. {@code branchVersions} says how they are named. All branches are read, and each pull
     * request; on any error, and if a name may mean a branch that exists, the version is left to the other rules. If this is
     * the only rule, it touches no other version.
     */
    @Parameter(property = "ghpackages.deleteGoneBranches", defaultValue = "false")
    private String deleteGoneBranches = "false";

    /**
     * How versions are named after branches and pull requests: patterns with exactly one <code>{branch}</code> or
     * <code>{pr}</code>, besides {@code *} and {@code ?}. Characters of a branch that are neither letters nor digits match any other such
     * character, as in {@code 1.0-feature-x-SNAPSHOT} for {@code feature/x}; upper and lower case differ, as in git. Names with only
     * words that Maven knows, such as {@code 2.0-rc1-SNAPSHOT}, are never named after a branch.
     *
     * <p>Example: <code>*-{branch}-SNAPSHOT,PR-{pr}-*</code>
     */
    @Parameter(property = "ghpackages.branchVersions")
    private @Nullable List<String> branchVersions;

    /** How long a version of a gone branch must not have changed before {@code deleteGoneBranches} deletes it. */
    @Parameter(property = "ghpackages.goneBranchGrace", defaultValue = "7d")
    private String goneBranchGrace = "7d";

    /**
     * What happens if a plan would delete all versions of a package, whose last version GitHub does not delete:
     * {@code keep} its newest version (a plain release before one with a word of its own or a hash in its name, a release
     * before others), {@code fail}, or {@code deletePackage}, which deletes the whole package.
     */
    @Parameter(property = "ghpackages.onLastVersion", defaultValue = "keep")
    private String onLastVersion = "keep";

    /**
     * What happens if one of several packages named in {@code packages} does not exist, or the token can't see it:
     * {@code warn}, or {@code fail} after the report and before the first deletion. If none of them exists, the run always
     * fails, a dry run too. A pattern that matches nothing and a module without a package only cause a warning.
     */
    @Parameter(property = "ghpackages.onMissingPackage", defaultValue = "warn")
    private String onMissingPackage = "warn";

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

    /**
     * A dry run writes its plan to this file, relative to the execution root, for {@code applyPlan}. An older file there is
     * removed first, so that a dry run that makes no plan leaves none. A journal is never overwritten: it is an error.
     */
    @Parameter(property = "ghpackages.planFile")
    private @Nullable String planFile;

    /**
     * Keeps in this file what the owner's list showed of packages of which nothing was to be deleted. The next run with the
     * same policy does not list the versions of a package again while the list shows the same date and number of versions,
     * and no age can have come due. It works for packages that patterns select. Without the file, with a damaged one, or
     * with one of another policy, all packages are listed. A run that deletes replaces it at its end.
     *
     * <p>Default: none. Example: {@code .ghpackages-state.json}, kept in a cache of the CI.
     */
    @Parameter(property = "ghpackages.stateFile")
    private @Nullable String stateFile;

    /**
     * After which time the versions of a package are listed although it seems unchanged, since GitHub does not document that
     * every change moves its date.
     */
    @Parameter(property = "ghpackages.stateMaxAge", defaultValue = "7d")
    private String stateMaxAge = "7d";

    /**
     * Ends a run over several named packages at the first one that can't be read. By default, such a package is reported,
     * nothing of it is deleted, the run goes on with the others, and the build fails at its end.
     */
    @Parameter(property = "ghpackages.failFast", defaultValue = "false")
    private String failFast = "false";

    /**
     * Carries out the plan in this file. A dry run with {@code planFile} must have made it at most 7 days ago, in this
     * build or another. A version that has changed since is skipped. No rule is needed, and rules beside it are ignored;
     * {@code keepVersions}, {@code onLastVersion} and the tripwires apply as they are now.
     */
    @Parameter(property = "ghpackages.applyPlan")
    private @Nullable String applyPlan;

    /**
     * Explains instead of deleting: shows for the version of exactly this name what each rule, guard and step says about it, in
     * their order, and which of them decides. Nothing is deleted, not even with {@code dryRun=false}. A version that no
     * package has is an error.
     *
     * <p>Example: {@code mvn ghpackages:prune-versions -Dghpackages.keepReleases=5 -Dghpackages.explain=2.1.0}
     */
    @Parameter(property = "ghpackages.explain")
    private @Nullable String explain;

    @Override
    @Nullable
    String explained() {
        return text("explain");
    }

    @Override
    boolean failsFast() {
        return arguments().get("failFast").flag();
    }

    @Override
    @Nullable
    Path stateFile() {
        return file("stateFile");
    }

    @Override
    Duration stateMaxAge() {
        Instant now = Instant.now();
        return Duration.between(Ages.of(arguments().get("stateMaxAge")).before(now), now);
    }

    @Override
    Request request() {
        DeletionCheck.ofRules(packageType()).ifPresent(refusal -> {
            throw refusal;
        });
        OnMissingPackage onMissing = arguments().get("onMissingPackage").choice(OnMissingPackage.class);
        Policy policy = new RetentionArguments(arguments()).policy();
        Path planFile = file("planFile");
        Path applyPlan = file("applyPlan");
        if (planFile != null || applyPlan != null) {
            arguments().find("explain").ifPresent(explained -> {
                throw explained.wrong(
                        "it only shows what rules say; it makes no plan and carries none out",
                        "Leave planFile and applyPlan out.");
            });
        }
        if (applyPlan != null) {
            requireNoPlanFile(planFile);
            if (policy.hasRule()) {
                info("The rules beside applyPlan are ignored; the plan decides.");
            }
            AppliedPlan applied = new AppliedPlan(PlanFile.read(applyPlan), policy);
            return new Request("prune", new Planner(applied, policy), true, false, onMissing, null, null, null);
        }
        if (!policy.hasRule()) {
            throw new NoRule(session().getCurrentProject(), execution()).asException();
        }
        RetentionArguments.requireSound(policy);
        if (planFile != null) {
            FileErrors.requireNoJournal("planFile", planFile);
        }
        Path stateFile = stateFile();
        if (stateFile != null) {
            FileErrors.requireNoJournal("stateFile", stateFile);
        }
        boolean withSnapshotAges = planFile != null || policy.needsSnapshotAge();
        boolean oneByOne = policy.judgesOneByOne() && planFile == null && onMissing == OnMissingPackage.WARN;
        return new Request(
                "prune",
                Planner.by(policy),
                withSnapshotAges,
                false,
                onMissing,
                policy,
                planFile,
                oneByOne ? Planner.oneByOne(policy) : null);
    }

    /** What differs from an old plan must not come into a new one as if it had been judged. */
    private static void requireNoPlanFile(@Nullable Path planFile) {
        if (planFile != null) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading applyPlan and planFile failed.",
                    "applyPlan carries out a plan, and planFile stores a new one: they exclude each other.",
                    "Leave one of them out. Nothing was deleted.");
        }
    }
}
