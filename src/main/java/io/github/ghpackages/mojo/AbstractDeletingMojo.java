package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.project.PartialBuild;
import io.github.ghpackages.report.JsonFormat;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.TableFormat;
import io.github.ghpackages.run.PlanMaker;
import io.github.ghpackages.run.Prune;
import io.github.ghpackages.run.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that delete have in common: a dry run unless told otherwise, a journal, a true exit status. */
abstract class AbstractDeletingMojo extends AbstractPackagesMojo {

    /**
     * Says what would be deleted, and deletes nothing. {@code true} from the command line wins over a pom that says
     * {@code false}. For a live run, {@code -Dghpackages.dryRun=false}.
     */
    @Parameter(property = "ghpackages.dryRun", defaultValue = "true")
    private String dryRun = "true";

    /**
     * The file to which this run writes every deletion, before and after, and from which {@code restore-version} undoes it. It
     * must not exist; it is created at the first deletion.
     *
     * <p>Default: a new file in {@code ~/.m2/ghpackages}, which {@code clean} does not take away.
     */
    @Parameter(property = "ghpackages.journal")
    private @Nullable String journal;

    /** {@code prune} or {@code delete}, as journals and messages call it. */
    abstract String operation();

    /** What this goal decides by; parameters that can't be understood are refused here, before anything is read. */
    abstract PlanMaker planMaker();

    /** Whether the plan depends on when snapshots were last deployed. */
    boolean needsSnapshotAges() {
        return false;
    }

    /** Is shown the packages before anything is read of them, to refuse them. */
    void check(List<Subject> subjects) {}

    /** Is shown the plan that a dry run has made. */
    void planned(Prune.Done done, Workplace workplace) {}

    @Override
    final void run(List<MavenProject> modules) {
        boolean dry = input().saysTrueAnywhere("dryRun", dryRun);
        PlanMaker planMaker = planMaker();
        Path file = Input.optional("journal", journal, input -> input.path(base()));
        Output output = output();
        output.prepare();
        Optional<String> partial = namesPackages() ? Optional.empty() : PartialBuild.of(session());
        if (partial.isPresent()) {
            getLog().warn(partial.get() + " So nothing is deleted; name packages to delete from a part of a reactor.");
            return;
        }
        try (Workplace workplace = open(modules);
                Journals journals = journals(operation(), file)) {
            List<Subject> subjects = workplace.subjects();
            check(subjects);
            Prune prune = new Prune(subjects, planMaker, needsSnapshotAges());
            Prune.Done done = dry
                    ? prune.preview()
                    : prune.carryOut(journals::of, new ProgressLog(getLog()::info, System::nanoTime));
            PruneReport report = report(dry, done, workplace, journals);
            journals.complete(report.totals());
            done.plan().notes().forEach(note -> getLog().info(note));
            output.write(
                    () -> TableFormat.lines(report),
                    TableFormat.summary(report),
                    out -> JsonFormat.write(report, out),
                    report.warnings());
            journals.files().stream().skip(1).forEach(more -> getLog().info("Another owner's journal: " + more));
            if (dry) {
                planned(done, workplace);
            }
            conclude(report, done);
        }
    }

    private static PruneReport report(boolean dry, Prune.Done done, Workplace workplace, Journals journals) {
        List<String> warnings = new ArrayList<>(workplace.warnings());
        warnings.addAll(done.warnings());
        Path first = journals.files().stream().findFirst().orElse(null);
        return new PruneReport(dry, first, warnings, done.plan(), done.results());
    }

    private static void conclude(PruneReport report, Prune.Done done) {
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
        if (!report.dryRun()) {
            Conclusion.of(Id.NOT_ALL_DELETED, "deletions", report.totals(), done.stop());
        }
    }
}
