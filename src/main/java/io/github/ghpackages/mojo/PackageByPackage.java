package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.StateFile;
import io.github.ghpackages.mojo.AbstractDeletingMojo.Request;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.OwnerRun;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.run.TimeLimit;
import io.github.ghpackages.run.UnchangedPackages;
import io.github.ghpackages.text.English;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prunes packages that the user named, package by package, so that a run over an owner needs no more memory than its largest
 * packages.
 *
 * @param request what the goal asks for
 */
record PackageByPackage(
        AbstractDeletingMojo mojo, Request request, boolean dry, Workplace workplace, Journals journals) {

    void run(List<TargetPackage> all, Planner planner, TimeLimit limit, ReportFile file) {
        try (PruneReport report = new PruneReport(
                file, mojo.look(dry, all, workplace.connections().serverTime()))) {
            Path stateFile = mojo.stateFile();
            UnchangedPackages unchanged = unchanged(stateFile, all, report);
            List<TargetPackage> targets = unchanged == null ? all : unchanged.changed(all);
            if (targets.size() < all.size()) {
                mojo.info(English.count(all.size() - targets.size(), "package")
                        + " not listed again: unchanged since a run that found nothing to delete there (stateFile).");
            }
            OwnerRun run = new OwnerRun(targets, planner, request.withSnapshotAges(), mojo.failsFast(), limit);
            if (mojo.packageType().hasCoordinates()) {
                mojo.part().unguarded().ifPresent(report::warning);
            }
            RunListener listener =
                    dry ? RunListener.all(List.of(mojo.progress(), report)) : mojo.listeners(report, journals, true);
            OwnerRun.End end = run.run(
                    dry, journals::of, unchanged == null ? listener : RunListener.all(List.of(listener, unchanged)));
            warn(report, planner, run, end, targets.size() == all.size());
            if (unchanged != null && stateFile != null && !dry) {
                List<String> problems = new ArrayList<>();
                StateFile.write(stateFile, unchanged.next(), problems);
                report.warnings(problems);
            }
            planner.atEnd().notes().forEach(mojo::info);
            ExitStatus.outOfTime(limit, report.totals()).ifPresent(report::warning);
            report.warnings(journals.complete(report.totals()));
            report.stops(end.stops());
            mojo.nextSteps().end(report, dry, journals);
            conclude(report, end, limit, all.size());
        }
    }

    /** The packages that need not be listed again; null if no state is kept. */
    private @Nullable UnchangedPackages unchanged(
            @Nullable Path stateFile, List<TargetPackage> targets, PruneReport report) {
        if (stateFile == null) {
            return null;
        }
        List<String> problems = new ArrayList<>();
        StateFile.State known = StateFile.read(stateFile, mojo.policyIdentity(), problems);
        report.warnings(problems);
        return problems.isEmpty()
                ? new UnchangedPackages(
                        known,
                        workplace.listed(),
                        request.planner(),
                        mojo.stateMaxAge(),
                        targets.get(0).github().timeForAges())
                : null;
    }

    private void warn(PruneReport report, Planner planner, OwnerRun run, OwnerRun.End end, boolean lookedAtAll) {
        report.warnings(workplace.warnings());
        report.warnings(end.notSeen().warnings());
        report.warnings(end.warnings());
        for (OwnerRun.Failed failed : end.failed()) {
            report.warning("Nothing was decided on " + failed.ref() + ". "
                    + failed.why().tried() + " " + failed.why().reason());
        }
        // Whether a rule had no effect is known only if all packages were looked at.
        if (lookedAtAll && end.notReached() == 0 && end.failed().isEmpty()) {
            report.warnings(planner.atEnd().warnings());
        }
        if (end.notReached() > 0) {
            report.warning(English.count(end.notReached(), "package") + " not reached: the run had ended.");
        }
        report.warnings(dry ? run.missingScopes() : List.of());
        report.warnings(ExitStatus.warnings(report.totals()));
    }

    private void conclude(PruneReport report, OwnerRun.End end, TimeLimit limit, int all) {
        if (end.planned() == 0
                && end.failed().isEmpty()
                && !end.notSeen().targets().isEmpty()) {
            throw ExitStatus.missing(request.operation(), end.notSeen());
        }
        boolean stoppedOnPurpose = limit.hasEndedRun() || !end.stops().isEmpty();
        ExitStatus.of(
                Id.NOT_ALL_DELETED,
                "deletions",
                stoppedOnPurpose ? ExitStatus.withoutNotAttempted(report.totals()) : report.totals(),
                end.stop(),
                end.refusal(),
                mojo.again(journals));
        if (!end.failed().isEmpty()) {
            throw ExitStatus.packagesFailed(end.failed(), all);
        }
        if (!end.stops().isEmpty()) {
            throw ExitStatus.plansStopped(end.stops());
        }
    }
}
