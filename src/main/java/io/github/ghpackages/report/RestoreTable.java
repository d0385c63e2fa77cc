package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** A restore as a person reads it. */
final class RestoreTable {

    private RestoreTable() {}

    static List<String> lines(RestoreReport report) {
        var apis = Wording.apis(
                report.packages().stream().map(RestoredPackage::ref).toList());
        var lines = new ArrayList<String>();
        report.undone().forEach(run -> lines.add("Journal: " + SafeText.harmless(run.toString())));
        for (var restored : report.packages()) {
            var versions = Wording.count(restored.versions().size(), "version") + " selected";
            lines.add(Wording.heading(restored.ref(), apis) + ": " + versions);
            lines.addAll(rows(restored));
            lines.add("");
        }
        lines.add(summary(report));
        return lines;
    }

    static String summary(RestoreReport report) {
        var totals = report.totals();
        int all = totals.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "Nothing was selected to restore.";
        }
        var said = report.dryRun() ? Outcome.PLANNED : Outcome.RESTORED;
        var where = " of " + Wording.count(all, "version") + " in "
                + Wording.count(report.packages().size(), "package");
        return (report.dryRun() ? "Dry run: " : "") + totals.getOrDefault(said, 0) + where
                + (report.dryRun() ? " would be restored" : " restored") + Wording.others(totals, said) + ".";
    }

    private static List<String> rows(RestoredPackage restored) {
        if (restored.versions().isEmpty()) {
            return List.of();
        }
        var table = new Table(List.of("VERSION", "OUTCOME", "ID", "MESSAGE"));
        for (var version : restored.versions()) {
            var id = version.id();
            var outcome = version.result().outcome();
            var message = version.result().message();
            table.row(List.of(
                    Wording.name(version.name()),
                    outcome == Outcome.PLANNED ? "to restore" : Wording.words(outcome),
                    id == null ? "-" : id.toString(),
                    message == null ? "" : SafeText.harmless(message)));
        }
        return table.lines();
    }
}
