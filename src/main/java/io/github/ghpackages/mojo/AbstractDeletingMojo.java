package io.github.ghpackages.mojo;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.files.PlanFile;
import io.github.ghpackages.files.StoredPlan;
import io.github.ghpackages.report.ExplainReport;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.Explanation;
import io.github.ghpackages.retention.Judge;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.retention.Policy;
import io.github.ghpackages.run.AppliedPlan;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.run.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that delete have in common: a dry run by default, a journal, a true exit status. */
@SuppressWarnings("unused") // see AbstractReactorMojo
abstract class AbstractDeletingMojo extends AbstractPackagesMojo {

    /** Parameters that change nothing about what is deleted. */
    private static final Set<String> IRRELEVANT_FOR_PLANS = Set.of(
            "dryRun",
            "format",
            "outputFile",
            "journal",
            "concurrency",
            "maxDuration",
            "failFast",
            "stateFile",
            "show",
            "explain",
            "ci",
            "deletionsPerMinute");

    /**
     * Reports what would be deleted, and deletes nothing. {@code true} from any source wins, even over {@code false} on the
     * command line; in the pom of one module it makes the whole run dry. To delete, use {@code -Dghpackages.dryRun=false}.
     */
    @Parameter(property = "ghpackages.dryRun", defaultValue = "true")
    private String dryRun = "true";

    /**
     * The file in which this run records every deletion, before and after it is sent. {@code restore-version} reads it to
     * undo the run. The file must not exist yet; it is created at the first deletion.
     *
     * <p>Default: a new file in {@code ~/.m2/ghpackages}, where {@code clean} does not remove it.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /**
     * How long the run may go on: {@code 20m}, {@code 1h} or ISO-8601. When the time is over, nothing more is begun; the
     * build stays green with a warning, the report counts what was not attempted, and the next run goes on from there. It
     * is looked at between two deletions, so a wait for a rate limit may exceed it by {@code maxWait}. Default: no limit.
     */
    @Parameter(property = "ghpackages.maxDuration")
    private @Nullable String maxDuration;

    /**
     * The most deletions a minute, for a server that allows less than GitHub documents. Without it, a run begins at the
     * documented pace (180 a minute), slows down when GitHub asks for it, and then speeds up again step by step.
     *
     * <p>Default: no limit of your own. Example: {@code 60}
     */
    @Parameter(property = "ghpackages.deletionsPerMinute")
    private @Nullable String deletionsPerMinute;

    /**
     * How much of a plan the table shows: {@code changes} shows each deletion, and what is kept in one line for each reason;
     * {@code all} shows each version; {@code summary} shows one row per package. Packages with equal plans share one block. JSON
     * always has all versions, and {@code html} shows them unless you say otherwise.
     */
    @Parameter(property = "ghpackages.show", defaultValue = "changes")
    private String show = "changes";

    /**
     * What a goal asks for.
     *
     * @param operation {@code prune} or {@code delete}, as journals and messages call it
     * @param planner decides what is deleted
     * @param withSnapshotAges whether the plan depends on when snapshots were last deployed
     * @param namesVersions whether the user named each version: a live run that finds none to delete has failed
     * @param onMissing what to do if a package that the user named does not exist
     * @param rules the policy whose rules decide; null if none do
     * @param planFile where a dry run writes its plan; null: nowhere
     * @param oneByOne plans package by package; null if a plan depends on all packages
     */
    record Request(
            String operation,
            Planner planner,
            boolean withSnapshotAges,
            boolean namesVersions,
            OnMissingPackage onMissing,
            @Nullable Policy rules,
            @Nullable Path planFile,
            @Nullable Planner oneByOne) {}

    /** Reads what the user wrote for this goal. What makes no sense is refused here, before anything is read of the packages. */
    abstract Request request();

    /** The guards of this build. */
    PomGuards guards() {
        return PomGuards.of(session());
    }

    final NextSteps nextSteps() {
        return new NextSteps(this, howToUndo());
    }

    /** The goal that undoes this one. */
    String howToUndo() {
        return "restore-version";
    }

    private boolean isDry() {
        return arguments().get("dryRun").flag() || reactor().dry().isPresent();
    }

    private @Nullable Path journal() {
        arguments().find("journal").ifPresent(AbstractDeletingMojo::requireNewName);
        return file("journal");
    }

    /** Refuses the word for the newest journal as the name of a new one. */
    private static void requireNewName(Argument journal) {
        if (journal.text().equals(Journals.LAST)) {
            throw journal.wrong(
                    "for restore-version that word means the newest journal, so a file with this name would not be"
                            + " found again",
                    "Name a new file, or leave journal out: the report then names it.");
        }
    }

    @Override
    final void run(List<MavenProject> modules) {
        boolean dry = isDry() || explained() != null;
        ReportFile file = reportFile(files("journal", "planFile", "applyPlan", "stateFile"));
        Request request = request();
        Path journal = journal();
        file.prepare();
        if (dry && request.planFile() != null) {
            PlanFile.remove(request.planFile());
        }
        Optional<String> partial = namesPackages() ? Optional.empty() : part().missing(modules);
        Optional<String> nothing = partial.isPresent() ? Optional.empty() : nothingToManage(modules);
        if (partial.isPresent()) {
            PruneReport report = new PruneReport(file, look(dry, List.of(), Instant.now()));
            report.warning(partial.get() + " So nothing is deleted. To delete from a part, name the packages.");
            report.end();
            nextSteps().endWithout();
            if (explained() != null || !dry && request.namesVersions()) {
                throw PartOfReactor.refusal(explained() == null ? "Deleting" : "Explaining", partial.get());
            }
        } else if (nothing.isPresent()) {
            new PruneReport(file, look(dry, List.of(), Instant.now())).endWithout(nothing.get());
            nextSteps().endWithout();
        } else {
            TimeLimit limit = new TimeLimit(maxDuration(), System::nanoTime);
            Workplace workplace = open(modules, guards());
            try (Journals journals = journals(request.operation(), journal);
                    Cancellation watch =
                            dry ? null : Cancellation.watch(() -> stop(limit), journals, nextSteps()::undo)) {
                run(request, dry, workplace, journals, limit, file);
            }
        }
    }

    private void run(
            Request request, boolean dry, Workplace workplace, Journals journals, TimeLimit limit, ReportFile file) {
        List<TargetPackage> targets = workplace.targets();
        if (targets.isEmpty()) {
            throw workplace.nothingLeft();
        }
        requireSuitable(request.planner().judge(), targets);
        boolean needsAll = namesPackages() && request.onMissing() == OnMissingPackage.FAIL;
        String explained = explained();
        if (explained != null) {
            Prune prune = new Prune(targets, request.planner(), request.withSnapshotAges(), needsAll, limit);
            explain(request, workplace, prune, file, explained);
            return;
        }
        if (request.oneByOne() != null && namesPackages() && targets.size() > 1) {
            new PackageByPackage(this, request, dry, workplace, journals).run(targets, request.oneByOne(), limit, file);
            return;
        }
        if (stateFile() != null) {
            warn("stateFile has no effect: this run needs all packages first, or works on a single one.");
        }
        Prune prune = new Prune(targets, request.planner(), request.withSnapshotAges(), needsAll, limit);
        Plan plan = prune.plan(dry);
        Instant now = prune.decidedAt().now();
        try (PruneReport report = new PruneReport(file, look(dry, targets, now))) {
            report.warnings(warnings(request, workplace, prune, plan));
            report.warnings(dry ? prune.missingScopes() : List.of());
            plan.notes().forEach(note -> info(note));
            Prune.End end = carryOut(dry, prune, plan, journals, report);
            report.warnings(ExitStatus.warnings(report.totals()));
            ExitStatus.outOfTime(limit, report.totals()).ifPresent(report::warning);
            report.warnings(journals.complete(report.totals()));
            report.stops(plan.stops());
            if (dry && request.planFile() != null) {
                PlanFile.write(request.planFile(), StoredPlan.of(pluginVersion(), now, policy(), plan));
            }
            nextSteps().end(report, dry, journals);
            if (dry && request.planFile() != null) {
                info("Plan written to " + request.planFile() + "; carry it out with -Dghpackages.applyPlan.");
            }
            conclude(request, dry, prune, plan, report, end, journals, limit);
        }
    }

    /** The build is cancelled: nothing more is begun, and the progress makes way for the last words. */
    private void stop(TimeLimit limit) {
        limit.cancel();
        endProgress();
    }

    /** The version whose verdict is to be explained; null if the goal does its work. */
    @Nullable
    String explained() {
        return null;
    }

    /** Explains the verdicts on the versions of this name, and deletes nothing. */
    private void explain(Request request, Workplace workplace, Prune prune, ReportFile file, String version) {
        Plan plan = prune.plan(true);
        List<PackageRef> refs = plan.packages().stream()
                .map(ofPackage -> ofPackage.history().ref())
                .toList();
        ExplainReport report = new ExplainReport(file, version, PackageRef.apis(refs));
        report.warnings(warnings(request, workplace, prune, plan));
        List<Explanation> explanations = Explanation.of(request.planner().limits(), plan, prune.decidedAt(), version);
        explanations.forEach(report::add);
        report.end();
        if (explanations.isEmpty()) {
            throw ExitStatus.nothingToExplain(version, prune.notSeen());
        }
    }

    /** Refuses packages for which the plan or the ids were not meant, before anything is read of them. */
    private static void requireSuitable(Judge judge, List<TargetPackage> targets) {
        if (judge instanceof AppliedPlan applied) {
            applied.requireSameAccount(targets);
        }
        if (judge instanceof ExactVersions versions && !versions.judgesTogether()) {
            VersionIds.requireOneApi(targets);
        }
    }

    /** How the plan of these packages is shown. A browser can filter, so it gets all of it. */
    final PruneReport.Look look(boolean dry, List<TargetPackage> targets, Instant now) {
        boolean isHtml = arguments().get("format").choice(ReportFile.Format.class) == ReportFile.Format.HTML;
        Show show = isHtml && !arguments().isGiven("show")
                ? Show.ALL
                : arguments().get("show").choice(Show.class);
        return new PruneReport.Look(dry, show, TargetPackage.apis(targets), now);
    }

    private @Nullable Duration maxDuration() {
        return arguments().find("maxDuration").map(Argument::duration).orElse(null);
    }

    /** Whether the first package that can't be read ends a run over several. */
    boolean failsFast() {
        return false;
    }

    /** Where a run over several packages keeps what it knows of unchanged ones; null: nowhere. */
    @Nullable
    Path stateFile() {
        return null;
    }

    /** After which time a package is checked although it seems unchanged. */
    Duration stateMaxAge() {
        return Duration.ZERO;
    }

    /** Identifies the policy of this run: equal for runs that would decide the same. */
    final String policyIdentity() {
        StringBuilder text = new StringBuilder("plugin=" + pluginVersion() + "\n");
        policy().forEach((name, value) -> {
            if (!IRRELEVANT_FOR_PLANS.contains(name)) {
                text.append(name).append('=').append(value.value()).append('\n');
            }
        });
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What this build knows of the reactor. */
    final PartOfReactor part() {
        return new PartOfReactor(session(), isBoundToPhase());
    }

    private Prune.End carryOut(boolean dry, Prune prune, Plan plan, Journals journals, PruneReport report) {
        if (dry) {
            prune.preview(plan, report);
            return new Prune.End(null, null);
        }
        return prune.carryOut(plan, journals::of, listeners(report, journals, false));
    }

    /**
     * Listeners of a run: a report for CI, annotations or a state go here.
     *
     * @param oneByOne whether the run sends deletions of one package before it knows those of the others
     */
    final RunListener listeners(PruneReport report, Journals journals, boolean oneByOne) {
        UndoNotice notice = new UndoNotice(journals, nextSteps()::undo, this::info, oneByOne);
        return RunListener.all(List.of(notice, progress(), report));
    }

    private List<String> warnings(Request request, Workplace workplace, Prune prune, Plan plan) {
        List<String> warnings = new ArrayList<>(workplace.warnings());
        // If no packages are named, the whole reactor is known.
        if (namesPackages() && plan.packages().stream().anyMatch(AbstractDeletingMojo::canBeNamedByPoms)) {
            part().unguarded().ifPresent(warnings::add);
        }
        warnings.addAll(prune.warnings(plan));
        if (request.rules() != null) {
            warnings.addAll(new RetentionArguments.RulesElsewhere(request.rules(), plan).hints(workplace::notLookedAt));
        }
        return warnings;
    }

    private static boolean canBeNamedByPoms(PackagePlan ofPackage) {
        return ofPackage.history().ref().name().type().hasCoordinates();
    }

    private void conclude(
            Request request,
            boolean dry,
            Prune prune,
            Plan plan,
            PruneReport report,
            Prune.End end,
            Journals journals,
            TimeLimit limit) {
        boolean isMissing = namesPackages() && !prune.notSeen().targets().isEmpty();
        boolean isNoneThere = !request.namesVersions() && plan.packages().isEmpty();
        if (isMissing && (isNoneThere || request.onMissing() == OnMissingPackage.FAIL)) {
            throw ExitStatus.missing(request.operation(), prune.notSeen());
        }
        List<String> stops = new ArrayList<>(plan.stops());
        if (!dry) {
            stops.addAll(plan.liveStops());
        }
        if (!stops.isEmpty()) {
            throw ExitStatus.planStopped(stops);
        }
        if (dry) {
            return;
        }
        if (report.toDelete() == 0 && request.namesVersions()) {
            throw ExitStatus.nothingToDelete(plan, prune.notSeen());
        }
        ExitStatus.of(
                Id.NOT_ALL_DELETED,
                "deletions",
                limit.hasEndedRun() ? ExitStatus.withoutNotAttempted(report.totals()) : report.totals(),
                end.stop(),
                end.refusal(),
                again(journals));
    }

    /** How to go on after a run that has not done everything. */
    final String again(Journals journals) {
        boolean journalIsUsed =
                arguments().isGiven("journal") && !journals.files().isEmpty();
        return journalIsUsed ? ExitStatus.ANOTHER_JOURNAL : ExitStatus.SAME_COMMAND;
    }

    /** What happens if a package that {@code packages} names does not exist. */
    enum OnMissingPackage {
        WARN,
        FAIL
    }
}
