package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.DeployedModules.DeployedModule;
import io.github.ghpackages.build.PartialBuild;
import io.github.ghpackages.report.ProgressLog;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.run.DeletionCheck;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.run.TargetPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that delete have in common: a dry run unless told otherwise, a journal, a true exit status. */
@SuppressWarnings("unused") // see AbstractReactorMojo
abstract class AbstractDeletingMojo extends AbstractPackagesMojo {

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

    /** {@code prune} or {@code delete}, as journals and messages call it. */
    abstract String operation();

    /** What this goal decides by; parameters that can't be understood are refused here, before anything is read. */
    abstract Planner planner();

    /** Whether the plan depends on when snapshots were last deployed. */
    boolean needsSnapshotAges() {
        return false;
    }

    /** Whether a live run that finds nothing to delete has failed. */
    boolean failsOnNothing() {
        return false;
    }

    /** What to do if a package that the user named does not exist. */
    OnMissingPackage onMissingPackage() {
        return OnMissingPackage.WARN;
    }

    /** Whether a run for which none of the packages exists that the user named has failed, a dry one too. */
    boolean needsPackage() {
        return false;
    }

    /** Is shown the packages before anything is read of them, to refuse them. */
    void check(List<TargetPackage> targets) {}

    /** Called before a dry run reads anything. */
    void prepareForPlan() {}

    /** Warnings of a goal's own, once its plan is made. */
    List<String> hints(Plan plan, Workplace workplace) {
        return List.of();
    }

    /** Is shown the plan that a dry run has made. */
    void planned(Plan plan, Workplace workplace) {}

    private boolean isDry() {
        return arguments().get("dryRun").flag() || reactor().dry().isPresent();
    }

    @Override
    Map<String, Path> otherFiles() {
        Path file = journal();
        return file == null ? Map.of() : Map.of("journal", file);
    }

    private @Nullable Path journal() {
        arguments().find("journal").ifPresent(Journals::requireNewName);
        return file("journal");
    }

    @Override
    final void run(List<MavenProject> modules) {
        boolean dry = isDry();
        DeletionCheck.ofType(packageType()).ifPresent(refusal -> {
            throw refusal;
        });
        ReportFile file = reportFile();
        Planner planner = planner();
        Path journal = journal();
        file.prepare();
        if (dry) {
            prepareForPlan();
        }
        Optional<String> partial = namesPackages() ? Optional.empty() : partial(modules);
        if (partial.isPresent()) {
            PruneReport report = new PruneReport(file, dry, Set.of());
            report.warning(partial.get() + " So nothing is deleted. To delete from a part, name the packages.");
            report.end();
            if (!dry && failsOnNothing()) {
                throw fromPart(partial.get());
            }
            return;
        }
        Optional<String> nothing = nothingToManage(modules);
        if (nothing.isPresent()) {
            new PruneReport(file, dry, Set.of()).endWithout(nothing.get());
            return;
        }
        try (Workplace workplace = open(modules);
                Journals journals = journals(operation(), journal)) {
            List<TargetPackage> targets = workplace.targets();
            check(targets);
            boolean needsAll = namesPackages() && onMissingPackage() == OnMissingPackage.FAIL;
            Prune prune = new Prune(targets, planner, needsSnapshotAges(), needsAll);
            Plan plan = prune.plan(dry);
            PruneReport report = new PruneReport(file, dry, TargetPackage.apis(targets));
            report.warnings(warnings(workplace, prune, plan));
            if (dry) {
                report.warnings(prune.missingScopes());
            }
            plan.notes().forEach(note -> info(note));
            Prune.End end = carryOut(dry, prune, plan, journals, report);
            report.warnings(ExitStatus.warnings(report.totals()));
            report.warnings(journals.complete(report.totals()));
            report.stops(plan.stops());
            report.journal(journals.files().stream().findFirst().orElse(null));
            report.end();
            journals.files().stream().skip(1).forEach(more -> info("Another owner's journal: " + more));
            if (dry) {
                planned(plan, workplace);
            }
            conclude(dry, prune, plan, report, end, journals);
        }
    }

    private Prune.End carryOut(boolean dry, Prune prune, Plan plan, Journals journals, PruneReport report) {
        if (dry) {
            prune.preview(plan, report);
            return new Prune.End(null, null);
        }
        // Listeners of a run: a report for CI, annotations or a state go here.
        RunListener listeners = RunListener.all(List.of(new ProgressLog(this::info, System::nanoTime), report));
        return prune.carryOut(plan, journals::of, listeners);
    }

    /**
     * A part of a reactor: one that this build covers, or one in which the goal is bound. Where no module deploys, a bound goal
     * has nothing to manage in any part.
     */
    private Optional<String> partial(List<MavenProject> modules) {
        if (isBoundToPhase() && DeployedModules.of(session()).isEmpty()) {
            return Optional.empty();
        }
        return PartialBuild.of(session()).or(() -> withoutThisGoal(modules));
    }

    /** Of a module that did not run a bound goal, no more is known: Maven does not say why. */
    private Optional<String> withoutThisGoal(List<MavenProject> modules) {
        List<String> absent = DeployedModules.of(session()).stream()
                .filter(deployed -> !modules.contains(deployed.project()))
                .map(DeployedModule::coordinates)
                .toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isBoundToPhase()
                        ? "These modules deploy, but did not run this goal in this build: " + String.join(", ", absent)
                                + ". It is not bound or is skipped there, or a build cache had their results."
                        : absent.get(0) + " deploys, but its pom sets ghpackages.skip=true.");
    }

    private static PackagesException fromPart(String why) {
        return new PackagesException(
                Id.INCOMPLETE_BUILD,
                "Deleting from a part of a reactor was refused.",
                why,
                "Build the whole reactor, or name the packages to delete from: -Dghpackages.packages=..."
                        + " Nothing was deleted.");
    }

    private List<String> warnings(Workplace workplace, Prune prune, Plan plan) {
        List<String> warnings = new ArrayList<>(workplace.warnings());
        // If no packages are named, the whole reactor is known.
        if (namesPackages() && plan.packages().stream().anyMatch(AbstractDeletingMojo::canBeNamedByPoms)) {
            PartialBuild.unseen(session())
                    .ifPresent(why -> warnings.add(
                            why + " Versions that only those modules' poms reference are not" + " protected."));
        }
        warnings.addAll(prune.warnings(plan));
        warnings.addAll(hints(plan, workplace));
        return warnings;
    }

    private static boolean canBeNamedByPoms(PackagePlan ofPackage) {
        return ofPackage.history().ref().name().type().hasCoordinates();
    }

    private void conclude(boolean dry, Prune prune, Plan plan, PruneReport report, Prune.End end, Journals journals) {
        boolean isMissing = namesPackages() && !prune.notSeen().targets().isEmpty();
        boolean isNoneThere = needsPackage() && plan.packages().isEmpty();
        if (isMissing && (isNoneThere || onMissingPackage() == OnMissingPackage.FAIL)) {
            throw ExitStatus.missing(operation(), prune.notSeen());
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
        if (report.toDelete() == 0 && failsOnNothing()) {
            throw ExitStatus.nothingToDelete(plan, prune.notSeen());
        }
        boolean journalIsUsed =
                arguments().isGiven("journal") && !journals.files().isEmpty();
        ExitStatus.of(
                Id.NOT_ALL_DELETED,
                "deletions",
                report.totals(),
                end.stop(),
                end.refusal(),
                journalIsUsed ? ExitStatus.ANOTHER_JOURNAL : ExitStatus.SAME_COMMAND);
    }

    /** What happens if a package that {@code packages} names does not exist. */
    enum OnMissingPackage {
        WARN,
        FAIL
    }
}
