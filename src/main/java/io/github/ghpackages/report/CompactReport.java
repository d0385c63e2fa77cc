package io.github.ghpackages.report;

import com.google.gson.stream.JsonWriter;
import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.text.English;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The snapshots that have more builds than are kept, with their outcomes. */
public final class CompactReport extends Report {

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.COMPACTED,
            Outcome.ALREADY_GONE,
            Outcome.CHANGED,
            Outcome.SKIPPED,
            Outcome.RETAINED,
            Outcome.REFUSED,
            Outcome.FAILED,
            Outcome.UNKNOWN,
            Outcome.NOT_ATTEMPTED);

    /**
     * One snapshot.
     *
     * @param builds how many builds it has; null if that is not known
     * @param kept how many of them stay; null if nothing is done
     * @param freed the bytes of the files that go; null if the registry does not say, or nothing is done
     */
    public record Compacted(
            PackageVersion version,
            @Nullable Integer builds,
            @Nullable Integer kept,
            @Nullable Long freed,
            Result result) {}

    private final boolean dryRun;
    private final Set<ApiUrl> apis;
    private final Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
    private @Nullable Path journal;
    private int packages;
    private int builds;
    private long freed;
    private boolean isFreedKnown = true;

    /**
     * A report.
     *
     * @param apis the APIs of its packages; if there are several, each package is shown with its own
     */
    public CompactReport(ReportFile file, boolean dryRun, Set<ApiUrl> apis) {
        super(file);
        this.dryRun = dryRun;
        this.apis = apis;
    }

    /** The run's journal; null if nothing was sent. */
    public void journal(@Nullable Path path) {
        journal = path;
    }

    /** How often each outcome occurred; outcomes that did not occur are absent. */
    public Map<Outcome, Integer> totals() {
        return totals;
    }

    /** Adds a package. */
    public void add(PackageRef ref, List<Compacted> snapshots) {
        packages++;
        for (Compacted each : snapshots) {
            totals.merge(each.result().outcome(), 1, Integer::sum);
            boolean counts =
                    each.result().outcome() == Outcome.PLANNED || each.result().outcome() == Outcome.COMPACTED;
            if (counts && each.builds() != null && each.kept() != null) {
                builds += each.builds() - each.kept();
                freed += each.freed() == null ? 0 : each.freed();
                isFreedKnown &= each.freed() != null;
            }
        }
        add(json -> write(json, ref, snapshots), () -> {
            String heading = Wording.heading(ref, apis) + ": " + English.count(snapshots.size(), "snapshot")
                    + " with too many builds";
            return List.of(new Block.Heading(heading), table(snapshots), new Block.Gap());
        });
    }

    private static Table table(List<Compacted> snapshots) {
        Table table = new Table(List.of("VERSION", "BUILDS", "KEPT", "FREED", "OUTCOME", "MESSAGE"));
        for (Compacted each : snapshots) {
            String message = each.result().message();
            Outcome outcome = each.result().outcome();
            table.row(
                    List.of(
                            Wording.name(each.version().name()),
                            each.builds() == null ? "-" : each.builds().toString(),
                            each.kept() == null ? "-" : each.kept().toString(),
                            each.freed() == null ? "-" : bytes(each.freed()),
                            outcome == Outcome.PLANNED ? "to compact" : Wording.words(outcome),
                            message == null ? "" : message),
                    Wording.style(outcome));
        }
        return table;
    }

    /** {@code 12.3 MB}, in decimal units as GitHub counts storage. */
    static String bytes(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < units.length - 1) {
            amount /= 1000;
            unit++;
        }
        return (unit == 0 ? String.valueOf(bytes) : String.format(Locale.ROOT, "%.1f", amount)) + " " + units[unit];
    }

    @Override
    void writeHead(JsonWriter json) throws IOException {
        json.name("dryRun").value(dryRun);
    }

    private static void write(JsonWriter json, PackageRef ref, List<Compacted> snapshots) throws IOException {
        ref(json, ref);
        json.name("versions").beginArray();
        for (Compacted each : snapshots) {
            json.beginObject();
            json.name("id").value(each.version().id());
            json.name("name").value(each.version().name());
            json.name("builds").value(each.builds());
            json.name("keptBuilds").value(each.kept());
            json.name("freedBytes").value(each.freed());
            json.name("outcome").value(each.result().outcome().toString());
            json.name("message").value(each.result().message());
            json.endObject();
        }
        json.endArray();
    }

    @Override
    void writeTail(JsonWriter json) throws IOException {
        json.name("journal").value(journal == null ? null : journal.toString());
        json.name("totals").beginObject();
        json.name("planned").value(totals.getOrDefault(Outcome.PLANNED, 0));
        totals(json, OUTCOMES, totals);
        json.name("removedBuilds").value(builds);
        json.name("freedBytes").value(isFreedKnown ? freed : null);
        json.endObject();
    }

    @Override
    List<Block> lastBlocks() {
        return journal == null ? List.of() : List.of(new Block.Line("Journal: " + journal));
    }

    @Override
    String summary() {
        if (packages == 0) {
            return "No snapshot has more builds than are kept.";
        }
        Outcome said = dryRun ? Outcome.PLANNED : Outcome.COMPACTED;
        int all = totals.values().stream().mapToInt(Integer::intValue).sum();
        return (dryRun ? "Dry run: " : "") + totals.getOrDefault(said, 0) + " of " + English.count(all, "snapshot")
                + (dryRun ? " would be compacted" : " compacted") + removed() + Wording.others(totals, said) + ".";
    }

    private String removed() {
        if (builds == 0) {
            return "";
        }
        return ", " + English.count(builds, "build") + (isFreedKnown ? " and " + bytes(freed) : "") + " removed";
    }
}
