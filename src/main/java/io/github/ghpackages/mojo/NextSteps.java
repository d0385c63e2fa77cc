package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.text.English;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person may want to do after a run: undo it, or do for real what a dry run has shown.
 *
 * @param undoGoal the goal that undoes this one
 */
record NextSteps(AbstractPackagesMojo mojo, String undoGoal) {

    /** The command that undoes the run with this journal. */
    String undo(Path journal) {
        return mojo.command(undoGoal, "journal=" + journal);
    }

    /** Ends the report with it. Under {@code -q}, a run that deleted something says so in one line. */
    void end(PruneReport report, boolean dry, Journals journals) {
        Path first = journals.files().stream().findFirst().orElse(null);
        int deleted = report.totals().getOrDefault(Outcome.DELETED, 0);
        boolean isToUndo = deleted + report.totals().getOrDefault(Outcome.UNKNOWN, 0) > 0;
        report.journal(first);
        report.next(
                dry && report.toDelete() > 0
                        ? howToDelete()
                        : first != null && isToUndo ? "To undo it: " + undo(first) : null);
        report.end();
        setOutputs(report, dry, journals);
        journals.files().stream().skip(1).forEach(more -> mojo.info("Another owner's journal: " + more));
        if (first != null && deleted > 0 && !mojo.getLog().isInfoEnabled() && !mojo.isReportOnConsole()) {
            Console.print("INFO", List.of(English.count(deleted, "version") + " deleted. To undo it: " + undo(first)));
        }
    }

    /** What a later step of a workflow may want to know. */
    private void setOutputs(PruneReport report, boolean dry, Journals journals) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("deleted", report.totals().getOrDefault(Outcome.DELETED, 0));
        counts.put("to-delete", report.toDelete());
        counts.put("kept", report.kept());
        counts.put("failed", ExitStatus.count(report.totals()));
        Map<String, List<Path>> paths = new LinkedHashMap<>();
        paths.put("journal", List.copyOf(journals.files()));
        paths.put("plan", dry ? file("planFile") : List.of());
        paths.put("report", file("outputFile"));
        mojo.runner().outputs(counts, paths);
    }

    private List<Path> file(String parameter) {
        Path file = mojo.file(parameter);
        return file == null ? List.of() : List.of(file);
    }

    private String howToDelete() {
        return isDryByThePom()
                ? "A live run is ruled out by dryRun=true of "
                        + mojo.arguments().get("dryRun").source() + "."
                : "To delete them, run the same command with -Dghpackages.dryRun=false.";
    }

    private boolean isDryByThePom() {
        return mojo.reactor().dry().isPresent()
                || mojo.arguments().isGiven("dryRun")
                        && !mojo.arguments().get("dryRun").isTyped();
    }
}
