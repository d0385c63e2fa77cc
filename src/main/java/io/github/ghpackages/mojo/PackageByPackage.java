package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.mojo.AbstractDeletingMojo.Request;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.report.ReportFile;
import io.github.ghpackages.retention.Planner;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.run.OwnerRun;
import io.github.ghpackages.run.TargetPackage;
import io.github.ghpackages.run.TimeLimit;
import io.github.ghpackages.text.English;
import java.util.List;

/**
 * Prunes packages that the user named, package by package, so that a run over an owner needs no more memory than its largest
 * packages.
 *
 * @param request what the goal asks for
 */
record PackageByPackage(
        AbstractDeletingMojo mojo, Request request, boolean dry, Workplace workplace, Journals journals) {

    void run(List<TargetPackage> targets, Planner planner, TimeLimit limit, ReportFile file) {
        OwnerRun run = new OwnerRun(targets, planner, request.withSnapshotAges(), mojo.failsFast(), limit);
        PruneReport report = new PruneReport(file, dry, TargetPackage.apis(targets));
        if (mojo.packageType().hasCoordinates()) {
            mojo.unguarded().ifPresent(report::warning);
        }
        OwnerRun.End end = run.run(dry, journals::of, dry ? report : mojo.listeners(report));
        warn(report, planner, run, end);
        planner.atEnd().notes().forEach(mojo::info);
        ExitStatus.outOfTime(limit, report.totals()).ifPresent(report::warning);
        report.warnings(journals.complete(report.totals()));
        report.stops(end.stops());
        report.journal(journals.files().stream().findFirst().orElse(null));
        report.end();
        journals.files().stream().skip(1).forEach(more -> mojo.info("Another owner's journal: " + more));
        conclude(report, end, limit, targets.size());
    }

    private void warn(PruneReport report, Planner planner, OwnerRun run, OwnerRun.End end) {
        report.warnings(workplace.warnings());
        report.warnings(end.notSeen().warnings());
        report.warnings(end.warnings());
        for (OwnerRun.Failed failed : end.failed()) {
            report.warning("Nothing was decided on " + failed.ref() + ". "
                    + failed.why().tried() + " " + failed.why().reason());
        }
        // Whether a rule had no effect is known only if all packages were looked at.
        if (end.notReached() == 0 && end.failed().isEmpty()) {
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
