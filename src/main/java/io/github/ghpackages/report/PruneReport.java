package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or the outcomes of one. The kind of a version has no column in the table: where it matters, the reason names it, and the
 * reason needs the space.
 */
public final class PruneReport extends Report implements RunListener {

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.DELETED,
            Outcome.ALREADY_GONE,
            Outcome.CHANGED,
            Outcome.RETAINED,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.UNKNOWN,
            Outcome.NOT_ATTEMPTED);

    private final boolean dryRun;
    private final Set<ApiUrl> apis;
    private final Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
    private int packages;
    private int kept;
    private List<String> stops = List.of();
    private @Nullable Path journal;

    /**
     * A report of a prune or a deletion.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     */
    public PruneReport(ReportFile file, boolean dryRun, Set<ApiUrl> apis) {
        super(file);
        this.dryRun = dryRun;
        this.apis = apis;
    }

    @Override
    public void done(PackagePlan plan, Map<Long, Result> results) {
        packages++;
        Map<Outcome, Integer> ofPackage = new EnumMap<>(Outcome.class);
        for (Verdict verdict : plan.verdicts()) {
            if (verdict.isPlannedDeletion()) {
                ofPackage.merge(result(verdict, results).outcome(), 1, Integer::sum);
            } else {
                kept++;
            }
        }
        ofPackage.forEach((outcome, count) -> totals.merge(outcome, count, Integer::sum));
        add(json -> write(json, plan, results), () -> lines(plan, results, ofPackage));
    }

    /** Why the plan was not carried out; empty if it was. They are warnings in JSON. */
    public void stops(List<String> reasons) {
        stops = reasons;
        onlyInJson(reasons);
    }

    /** Where the deletions are recorded; null if no journal was written. */
    public void journal(@Nullable Path file) {
        journal = file;
    }

    /** How often each outcome occurred, over the planned deletions; outcomes that did not occur are absent. */
    public Map<Outcome, Integer> totals() {
        return totals;
    }

    /** How many versions the plan deletes. */
    public int toDelete() {
        return totals.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Result result(Verdict deletion, Map<Long, Result> results) {
        Result result = results.get(deletion.version().id());
        return result == null ? Result.of(dryRun ? Outcome.PLANNED : Outcome.NOT_ATTEMPTED) : result;
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("dryRun").value(dryRun);
    }

    private void write(JsonWriter json, PackagePlan plan, Map<Long, Result> results) throws IOException {
        ref(json, plan.history().ref());
        json.name("versions").beginArray();
        for (var verdict : plan.verdicts()) {
            var result = verdict.isPlannedDeletion() ? result(verdict, results) : null;
            json.beginObject();
            json.name("id").value(verdict.version().id());
            json.name("name").value(verdict.version().name());
            json.name("kind").value(verdict.version().kind().toString());
            json.name("verdict").value(verdict.isPlannedDeletion() ? "delete" : "keep");
            json.name("rule").value(verdict.rule());
            json.name("reason").value(verdict.reason());
            json.name("outcome").value(result == null ? null : result.outcome().toString());
            json.name("message").value(result == null ? null : result.message());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    void writeTail(JsonWriter json) throws IOException {
        json.name("journal").value(journal == null ? null : journal.toString());
        json.name("totals").beginObject();
        json.name("kept").value(kept);
        json.name("toDelete").value(toDelete());
        totals(json, OUTCOMES, totals);
        json.endObject();
    }

    private List<String> lines(PackagePlan plan, Map<Long, Result> results, Map<Outcome, Integer> ofPackage) {
        var lines = new ArrayList<String>();
        lines.add(heading(plan, ofPackage));
        if (!plan.verdicts().isEmpty()) {
            var table = new Table(List.of("VERSION", "DATE", dryRun ? "PLAN" : "OUTCOME", "REASON"));
            for (var verdict : plan.verdicts()) {
                table.row(List.of(
                        Wording.name(verdict.version().name()),
                        Wording.day(date(plan, verdict.version())),
                        outcome(verdict, results),
                        reason(verdict, results)));
            }
            lines.addAll(table.lines());
        }
        lines.add("");
        return lines;
    }

    private String heading(PackagePlan plan, Map<Outcome, Integer> ofPackage) {
        var all = plan.verdicts().size();
        var toKeep = all - plan.plannedDeletions().size();
        var words = new StringBuilder(Wording.heading(plan.history().ref(), apis))
                .append(": ")
                .append(English.count(all, "version"));
        if (toKeep > 0) {
            words.append(", ").append(toKeep).append(dryRun ? " to keep" : " kept");
        }
        ofPackage.forEach((outcome, count) -> words.append(", ")
                .append(count)
                .append(outcome == Outcome.PLANNED ? " to delete" : " " + Wording.words(outcome)));
        return words.append(plan.deletePackage() ? ", as the whole package" : "")
                .toString();
    }

    /** The date by which an age rule decides. */
    private static @Nullable Instant date(PackagePlan plan, PackageVersion version) {
        var snapshot = plan.history().snapshots().get(version.id());
        var later = Wording.later(version);
        if (snapshot == null) {
            return later;
        }
        return later == null || snapshot.lastUpdated().isAfter(later) ? snapshot.lastUpdated() : later;
    }

    private String outcome(Verdict verdict, Map<Long, Result> results) {
        if (!verdict.isPlannedDeletion()) {
            return dryRun ? "keep" : "kept";
        }
        var outcome = result(verdict, results).outcome();
        return outcome == Outcome.PLANNED ? "delete" : Wording.words(outcome);
    }

    /** Why a version is kept or deleted; for one that was not deleted as planned, what happened. */
    private String reason(Verdict verdict, Map<Long, Result> results) {
        var message = verdict.isPlannedDeletion() ? result(verdict, results).message() : null;
        return message == null ? verdict.reason() : message;
    }

    @Override
    List<String> lastLines() {
        var lines = new ArrayList<String>();
        for (var stop : stops) {
            lines.addAll(Table.paragraph("Stopped: " + stop));
        }
        if (journal != null) {
            lines.add("Journal: " + journal);
        }
        return lines;
    }

    @Override
    String summary() {
        int all = kept + toDelete();
        var versions = English.count(all, "version") + " in " + English.count(packages, "package");
        if (packages == 0) {
            return (dryRun ? "Nothing to delete" : "Nothing was deleted") + ": no package was read.";
        }
        if (toDelete() == 0) {
            return "Nothing to delete: " + versions + (all == 0 ? "." : " kept.");
        }
        var said = dryRun ? Outcome.PLANNED : Outcome.DELETED;
        return (dryRun ? "Dry run: " : "") + totals.getOrDefault(said, 0) + " of " + versions
                + (dryRun ? " would be deleted" : " deleted") + Wording.others(totals, said) + ".";
    }
}
