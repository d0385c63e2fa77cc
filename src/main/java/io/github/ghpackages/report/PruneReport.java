package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.Block.Timeline;
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

/** A plan, or the outcomes of one. */
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

    /** What {@code show} may be: how much of a plan a table shows. JSON always has all of it. */
    public enum Show {
        /** One row per package. */
        SUMMARY,
        /** Each deletion, and what is kept in one line for each reason. */
        CHANGES,
        /** Each version. */
        ALL
    }

    /**
     * How a plan is shown.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     * @param now the server's time, from which ages are counted
     */
    public record Look(boolean dryRun, Show show, Set<ApiUrl> apis, Instant now) {}

    private final Look look;
    private final List<Timeline.Row> timeline = new ArrayList<>();
    private final EqualBlocks blocks;
    private final Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
    private int packages;
    private int kept;
    private List<String> stops = List.of();
    private List<Path> journals = List.of();
    private List<String> next = List.of();

    /** A report of a prune or a deletion. */
    public PruneReport(ReportFile file, Look look) {
        super(file);
        this.look = look;
        // People filter a page by whole names.
        this.blocks = new EqualBlocks(hasPictures());
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
        add(json -> write(json, plan, results), () -> {
            PlanBlock block = new PlanBlock(plan, results, ofPackage, look);
            if (hasPictures()) {
                timeline.add(block.timeline());
            }
            List<Block> earlier = blocks.add(block);
            return look.show() == Show.SUMMARY ? List.of() : earlier;
        });
    }

    /** Why the plan was not carried out; empty if it was. They are warnings in JSON. */
    public void stops(List<String> reasons) {
        stops = reasons;
        onlyInJson(reasons);
    }

    /** Where the deletions are recorded, one for each owner; none if no journal was written. */
    public void journals(List<Path> files) {
        journals = files;
    }

    /** What a person may want to do after reading the report: undo it, or do it. */
    public void next(List<String> lines) {
        next = lines;
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
        return PlanBlock.result(deletion, results, look.dryRun());
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("dryRun").value(look.dryRun());
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
            time(json, "changedAt", PlanBlock.date(plan, verdict.version()));
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
        json.name("journal")
                .value(journals.stream().findFirst().map(Path::toString).orElse(null));
        json.name("totals").beginObject();
        json.name("kept").value(kept);
        json.name("toDelete").value(toDelete());
        totals(json, OUTCOMES, totals);
        json.endObject();
    }

    @Override
    List<Block> lastBlocks() {
        boolean isSummary = look.show() == Show.SUMMARY;
        var last = new ArrayList<Block>(isSummary ? List.of() : blocks.rest());
        if (isSummary || blocks.areMany()) {
            last.addAll(blocks.overview(look.dryRun()));
        }
        for (var stop : stops) {
            last.add(new Block.Text("Stopped: " + stop, Style.ALARM));
        }
        journals.forEach(journal -> last.add(new Block.Line("Journal: " + journal)));
        if (hasPictures()) {
            last.add(new Timeline(timeline, look.dryRun()));
        }
        return last;
    }

    @Override
    List<Block> overview() {
        return packages == 0 || look.show() == Show.SUMMARY || blocks.areMany()
                ? List.of()
                : blocks.overview(look.dryRun());
    }

    /** How many versions are kept. */
    public int kept() {
        return kept;
    }

    @Override
    List<String> advice() {
        return stops.isEmpty() ? next : List.of();
    }

    @Override
    String summary() {
        int all = kept + toDelete();
        boolean dryRun = look.dryRun();
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
