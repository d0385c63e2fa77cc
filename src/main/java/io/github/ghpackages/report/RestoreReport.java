package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import io.github.ghpackages.retention.VersionOrder;
import io.github.ghpackages.run.Undo.UndoneRun;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions that were selected to be restored, and their outcomes. */
public final class RestoreReport extends Report {

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.RESTORED,
            Outcome.ALREADY_ACTIVE,
            Outcome.CONFLICT,
            Outcome.EXPIRED,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.NOT_ATTEMPTED);

    /**
     * One version.
     *
     * @param id GitHub's numeric id; null if none is known, as of a version that was asked for and not found
     * @param name the Maven version
     */
    public record Restored(@Nullable Long id, String name, Result result) {}

    private final boolean dryRun;
    private final Set<ApiUrl> apis;
    private final List<UndoneRun> undone;
    private final Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
    private int packages;

    /**
     * A report of a restore.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     * @param undone the runs that are undone; empty if the versions were selected in another way
     */
    public RestoreReport(ReportFile file, boolean dryRun, Set<ApiUrl> apis, List<UndoneRun> undone) {
        super(file);
        this.dryRun = dryRun;
        this.apis = apis;
        this.undone = undone;
    }

    /** Adds a package. Its versions are shown newest first, in whatever order they were restored. */
    public void add(PackageRef ref, List<Restored> restored) {
        List<Restored> versions = restored.stream()
                .sorted(Comparator.comparing(Restored::name, VersionOrder::compareNames)
                        .reversed())
                .toList();
        List<Block> journals = packages == 0 ? journals() : List.of();
        packages++;
        versions.forEach(version -> totals.merge(version.result().outcome(), 1, Integer::sum));
        add(json -> write(json, ref, versions), () -> {
            List<Block> blocks = new ArrayList<>(journals);
            blocks.add(new Block.Heading(Wording.heading(ref, apis) + ": " + counts(versions)));
            blocks.add(table(versions));
            blocks.add(new Block.Gap());
            return blocks;
        });
    }

    /** How often each outcome occurred; outcomes that did not occur are absent. */
    public Map<Outcome, Integer> totals() {
        return totals;
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("dryRun").value(dryRun);
        json.name("journal")
                .value(undone.stream()
                        .findFirst()
                        .map(run -> run.file().toString())
                        .orElse(null));
    }

    private static void write(JsonWriter json, PackageRef ref, List<Restored> versions) throws IOException {
        ref(json, ref);
        json.name("versions").beginArray();
        for (var version : versions) {
            json.beginObject();
            json.name("id").value(version.id());
            json.name("name").value(version.name());
            json.name("outcome").value(version.result().outcome().toString());
            json.name("message").value(version.result().message());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    void writeTail(JsonWriter json) throws IOException {
        json.name("totals").beginObject();
        totals(json, OUTCOMES, totals);
        json.endObject();
    }

    /** {@code 2 versions restored}; of other outcomes the table shows which version has which. */
    private static String counts(List<Restored> versions) {
        Set<Outcome> outcomes =
                versions.stream().map(version -> version.result().outcome()).collect(Collectors.toSet());
        boolean areAlike = outcomes.equals(Set.of(Outcome.RESTORED)) || outcomes.equals(Set.of(Outcome.PLANNED));
        return English.count(versions.size(), "version") + " "
                + (areAlike ? words(versions.get(0).result().outcome()) : "selected");
    }

    private static String words(Outcome outcome) {
        return outcome == Outcome.PLANNED ? "to restore" : Wording.words(outcome);
    }

    private static Table table(List<Restored> versions) {
        boolean hasMessages =
                versions.stream().anyMatch(version -> version.result().message() != null);
        List<String> head = List.of("VERSION", "OUTCOME", "ID", "MESSAGE");
        int columns = hasMessages ? head.size() : head.size() - 1;
        var table = new Table(head.subList(0, columns));
        for (var version : versions) {
            var id = version.id();
            var outcome = version.result().outcome();
            var message = version.result().message();
            var cells = List.of(
                    Wording.name(version.name()),
                    words(outcome),
                    id == null ? "-" : id.toString(),
                    message == null ? "" : message);
            table.row(cells.subList(0, columns), Wording.style(outcome));
        }
        return table;
    }

    private List<Block> journals() {
        return undone.stream()
                .<Block>map(run -> new Block.Line("Journal: " + run))
                .toList();
    }

    @Override
    List<Block> lastBlocks() {
        return packages == 0 ? journals() : List.of();
    }

    @Override
    String summary() {
        int all = totals.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "Nothing was selected to restore.";
        }
        var said = dryRun ? Outcome.PLANNED : Outcome.RESTORED;
        return (dryRun ? "Dry run: " : "") + totals.getOrDefault(said, 0) + " of " + English.count(all, "version")
                + " in " + English.count(packages, "package")
                + (dryRun ? " would be restored" : " restored") + Wording.others(totals, said) + ".";
    }
}
