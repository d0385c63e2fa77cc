package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.report.PruneReport;
import io.github.ghpackages.run.Journals;
import io.github.ghpackages.text.English;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Ends the report with it. Under {@code -q}, a run that deleted something says so. */
    void end(PruneReport report, boolean dry, Journals journals) {
        List<Path> files = List.copyOf(journals.files());
        int deleted = report.totals().getOrDefault(Outcome.DELETED, 0);
        int unknown = report.totals().getOrDefault(Outcome.UNKNOWN, 0);
        // Each owner has a journal of its own.
        List<String> undo = deleted + unknown == 0
                ? List.of()
                : files.stream().map(file -> "To undo it: " + undo(file)).toList();
        report.journals(files);
        report.next(dry && report.toDelete() > 0 ? List.of(howToDelete()) : undo);
        try {
            report.end();
        } finally {
            setOutputs(report, dry, journals);
            if (!undo.isEmpty() && !mojo.getLog().isInfoEnabled()) {
                sayInSilence(deleted, unknown, undo);
            }
        }
    }

    /** To standard error if standard output is the report's. */
    private void sayInSilence(int deleted, int unknown, List<String> undo) {
        List<String> lines = new ArrayList<>(undo);
        lines.set(
                0,
                English.count(deleted, "version") + " deleted"
                        + (unknown == 0 ? "" : ", " + unknown + " with an unknown outcome") + ". " + undo.get(0));
        if (mojo.isReportOnConsole()) {
            lines.forEach(line -> Console.printError("INFO", line));
        } else {
            Console.print("INFO", lines);
        }
    }

    /** A run that has nothing to do sets its outputs too: a later step may compare them. */
    void endWithout() {
        setOutputs(Map.of(), 0, 0, List.of(), List.of());
    }

    private void setOutputs(PruneReport report, boolean dry, Journals journals) {
        setOutputs(
                report.totals(),
                report.toDelete(),
                report.kept(),
                List.copyOf(journals.files()),
                dry ? file("planFile") : List.of());
    }

    /** What a later step of a workflow may want to know. */
    private void setOutputs(
            Map<Outcome, Integer> totals, int toDelete, int kept, List<Path> journals, List<Path> plans) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("deleted", totals.getOrDefault(Outcome.DELETED, 0));
        counts.put("to-delete", toDelete);
        counts.put("kept", kept);
        counts.put("failed", ExitStatus.count(ExitStatus.withoutNotAttempted(totals)));
        Map<String, List<Path>> paths = new LinkedHashMap<>();
        paths.put("journal", journals);
        paths.put("plan", plans);
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
