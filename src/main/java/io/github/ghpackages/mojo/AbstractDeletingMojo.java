package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageName;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Result;
import io.github.ghpackages.build.DeployedModule;
import io.github.ghpackages.build.DeployedModules;
import io.github.ghpackages.build.PartialBuild;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.run.DeletionCheck;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void planned(Prune.Done done, Workplace workplace) {}

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
        Output output = output();
        Planner planner = planner();
        Path file = journal();
        output.prepare();
        if (dry) {
            prepareForPlan();
        }
        Optional<String> partial = namesPackages() ? Optional.empty() : partial(modules);
        if (partial.isPresent()) {
            write(
                    output,
                    nothing(
                            dry,
                            List.of(partial.get() + " So nothing is deleted; name packages to delete from a part.")));
            if (!dry && failsOnNothing()) {
                throw fromPart(partial.get());
            }
            return;
        }
        if (hasNothingToManage(modules, output, why -> out -> JsonFormat.write(nothing(dry, why), out))) {
            return;
        }
        // Without named packages, it is known that there are none.
        Optional<String> unseen = namesPackages() ? PartialBuild.unseen(session()) : Optional.empty();
        try (Workplace workplace = open(modules);
                Journals journals = journals(operation(), file)) {
            List<TargetPackage> targets = workplace.targets();
            check(targets);
            boolean needsAll = namesPackages() && onMissingPackage() == OnMissingPackage.FAIL;
            Prune prune = new Prune(targets, planner, needsSnapshotAges(), needsAll);
            Prune.Done done = dry
                    ? prune.preview()
                    : prune.carryOut(journals::of, new ProgressLog(getLog()::info, System::nanoTime));
            PruneReport carriedOut = report(dry, done, warnings(workplace, done, unseen), journals);
            PruneReport report = carriedOut.warning(journals.complete(carriedOut.totals()));
            done.plan().notes().forEach(note -> getLog().info(SafeText.harmless(note)));
            write(output, report);
            journals.files().stream().skip(1).forEach(more -> getLog().info("Another owner's journal: " + more));
            if (dry) {
                planned(done, workplace);
            }
            conclude(report, done);
        }
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
                                + ". It is not bound or is skipped there, or they came from a build cache."
                        : absent.get(0) + " deploys, but its pom says ghpackages.skip=true.");
    }

    private static PackagesException fromPart(String why) {
        return new PackagesException(
                Id.INCOMPLETE_BUILD,
                "Deleting from a part of a reactor was refused.",
                why,
                "Build the whole reactor, or name the packages to delete from: -Dghpackages.packages=..."
                        + " Nothing was deleted.");
    }

    private static PruneReport nothing(boolean dry, List<String> why) {
        Plan empty = new Plan(List.of(), List.of(), List.of());
        return new PruneReport(dry, null, why, empty, Map.of());
    }

    private static void write(Output output, PruneReport report) {
        output.write(
                () -> TableFormat.lines(report),
                TableFormat.summary(report),
                out -> JsonFormat.write(report, out),
                report.warnings());
    }

    /** One for each outcome that a person should look at although the build goes on. */
    private static List<String> warnings(Map<PackageRef, Map<Long, Result>> results) {
        Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
        results.values()
                .forEach(ofPackage ->
                        ofPackage.values().forEach(result -> totals.merge(result.outcome(), 1, Integer::sum)));
        return totals.entrySet().stream()
                .filter(total -> total.getKey().isWarning())
                .map(total -> total.getValue() + " of the planned deletions: " + total.getKey() + ".")
                .toList();
    }

    private List<String> warnings(Workplace workplace, Prune.Done done, Optional<String> unseen) {
        List<String> warnings = new ArrayList<>(workplace.warnings());
        if (done.plan().packages().stream().anyMatch(AbstractDeletingMojo::canBeNamedByPoms)) {
            unseen.ifPresent(why -> warnings.add(why + " What those modules' poms name is not guarded."));
        }
        warnings.addAll(done.warnings());
        warnings.addAll(hints(done.plan(), workplace));
        warnings.addAll(warnings(done.results()));
        return warnings;
    }

    private static boolean canBeNamedByPoms(PackagePlan ofPackage) {
        return ofPackage.history().ref().name().type().equals(PackageName.MAVEN);
    }

    private static PruneReport report(boolean dry, Prune.Done done, List<String> warnings, Journals journals) {
        Path first = journals.files().stream().findFirst().orElse(null);
        return new PruneReport(dry, first, warnings, done.plan(), done.results());
    }

    private void conclude(PruneReport report, Prune.Done done) {
        boolean isMissing = namesPackages() && !done.notSeen().targets().isEmpty();
        boolean isNoneThere = needsPackage() && done.plan().packages().isEmpty();
        if (isMissing && (isNoneThere || onMissingPackage() == OnMissingPackage.FAIL)) {
            throw Conclusion.missing(operation(), done.notSeen());
        }
        List<String> stops = new ArrayList<>(done.plan().stops());
        if (!report.dryRun()) {
            stops.addAll(done.plan().liveStops());
        }
        if (!stops.isEmpty()) {
            throw new PackagesException(
                    Id.PLAN_STOPPED,
                    "Carrying out the plan was stopped before the first deletion.",
                    String.join(" ", stops),
                    "Look at the plan above, then change the policy or the tripwire. Nothing was deleted.");
        }
        if (!report.dryRun() && report.toDelete() == 0 && failsOnNothing()) {
            throw Conclusion.nothingToDelete(done.plan(), done.notSeen());
        }
        if (!report.dryRun()) {
            boolean journalIsUsed = arguments().isGiven("journal") && report.journal() != null;
            Conclusion.of(
                    Id.NOT_ALL_DELETED,
                    "deletions",
                    report.totals(),
                    done.stop(),
                    done.refusal(),
                    journalIsUsed ? Conclusion.ANOTHER_JOURNAL : Conclusion.SAME_COMMAND);
        }
    }
}
