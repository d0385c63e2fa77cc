package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.text.SafeText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and what became of it, as a person reads it. The kind of a version has no column of its own: wherever it matters,
 * the reason names it, and the reason needs the room.
 */
final class PruneTable {

    private PruneTable() {}

    static List<String> lines(PruneReport report) {
        var lines = new ArrayList<String>();
        var apis = Wording.apis(report.plan().packages().stream()
                .map(planned -> planned.history().ref())
                .toList());
        for (var planned : report.plan().packages()) {
            lines.add(heading(report, planned, apis));
            lines.addAll(rows(report, planned));
            lines.add("");
        }
        for (var stop : report.plan().stops()) {
            lines.addAll(Table.paragraph("Stopped: " + stop));
        }
        var journal = report.journal();
        if (journal != null) {
            lines.add("Journal: " + SafeText.harmless(journal.toString()));
        }
        lines.add(summary(report));
        return lines;
    }

    static String summary(PruneReport report) {
        var totals = report.totals();
        int all = report.kept() + report.toDelete();
        var versions = Wording.count(all, "version") + " in "
                + Wording.count(report.plan().packages().size(), "package");
        if (report.plan().packages().isEmpty()) {
            return (report.dryRun() ? "Nothing to delete" : "Nothing was deleted") + ": no package was read.";
        }
        if (report.toDelete() == 0) {
            return "Nothing to delete: " + versions + (all == 0 ? "." : " kept.");
        }
        var where = " of " + versions;
        if (report.dryRun()) {
            return "Dry run: " + totals.getOrDefault(Outcome.PLANNED, 0) + where + " would be deleted"
                    + Wording.others(totals, Outcome.PLANNED) + ".";
        }
        return totals.getOrDefault(Outcome.DELETED, 0) + where + " deleted" + Wording.others(totals, Outcome.DELETED)
                + ".";
    }

    private static String heading(PruneReport report, PackagePlan planned, Set<URI> apis) {
        var all = planned.verdicts().size();
        var kept = all - planned.plannedDeletions().size();
        var words = new StringBuilder(Wording.heading(planned.history().ref(), apis))
                .append(": ")
                .append(Wording.count(all, "version"));
        if (kept > 0) {
            words.append(", ").append(kept).append(report.dryRun() ? " to keep" : " kept");
        }
        report.totals(planned)
                .forEach((outcome, count) -> words.append(", ")
                        .append(count)
                        .append(outcome == Outcome.PLANNED ? " to delete" : " " + Wording.words(outcome)));
        return words.append(planned.deletePackage() ? ", the package goes whole" : "")
                .toString();
    }

    private static List<String> rows(PruneReport report, PackagePlan planned) {
        if (planned.verdicts().isEmpty()) {
            return List.of();
        }
        var table = new Table(List.of("VERSION", "DATE", report.dryRun() ? "PLAN" : "OUTCOME", "REASON"));
        for (var verdict : planned.verdicts()) {
            var version = verdict.version();
            table.row(List.of(
                    Wording.name(version.name()),
                    Wording.day(date(planned, version)),
                    outcome(report, planned, verdict),
                    SafeText.harmless(reason(report, planned, verdict))));
        }
        return table.lines();
    }

    /** The date that an age rule goes by. */
    private static @Nullable Instant date(PackagePlan planned, PackageVersion version) {
        var snapshot = planned.history().snapshots().get(version.id());
        var later = Wording.later(version);
        if (snapshot == null) {
            return later;
        }
        return later == null || snapshot.lastUpdated().isAfter(later) ? snapshot.lastUpdated() : later;
    }

    private static String outcome(PruneReport report, PackagePlan planned, Verdict verdict) {
        if (!verdict.isPlannedDeletion()) {
            return report.dryRun() ? "keep" : "kept";
        }
        var outcome = report.result(planned, verdict).outcome();
        return outcome == Outcome.PLANNED ? "delete" : Wording.words(outcome);
    }

    /** Why a version stays or goes; for one that did not go as planned, what there is to say about that. */
    private static String reason(PruneReport report, PackagePlan planned, Verdict verdict) {
        var message =
                verdict.isPlannedDeletion() ? report.result(planned, verdict).message() : null;
        return message == null ? verdict.reason() : message;
    }
}
