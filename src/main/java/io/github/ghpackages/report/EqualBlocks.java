package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Folds packages with equal plans into one block: the modules of a reactor are published and pruned alike. */
final class EqualBlocks {

    /** The outcomes of one package, for the overview. */
    private record Row(String name, int versions, int kept, Map<Outcome, Integer> outcomes) {}

    private static final int MOST_WITHOUT_OVERVIEW = 20;

    private final List<Row> overview = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private String counts = "";
    private List<Block> rows = List.of();
    private List<List<String>> decisions = List.of();
    private int blocks;

    /** Adds a package; returns the blocks of those before it, unless its plan is equal to theirs. */
    List<Block> add(PlanBlock block) {
        overview.add(new Row(block.name(), block.plan().verdicts().size(), block.kept(), block.outcomes()));
        List<Block> ofBlock = block.rows();
        List<Block> before = List.of();
        List<List<String>> ofPlan = block.decisions();
        if (!counts.equals(block.counts()) || !rows.equals(ofBlock) || !decisions.equals(ofPlan)) {
            before = rest();
            decisions = ofPlan;
            counts = block.counts();
            rows = ofBlock;
        }
        names.add(block.name());
        return before;
    }

    /** The blocks of the packages that are not shown yet. */
    List<Block> rest() {
        List<Block> shown = new ArrayList<>();
        if (names.size() == 1) {
            shown.add(new Block.Heading(names.get(0) + ": " + counts));
        } else if (names.size() > 1) {
            shown.add(new Block.Heading(English.count(names.size(), "package") + " with equal plans, each " + counts));
            shown.add(new Block.Item(String.join(", ", names)));
        }
        if (!names.isEmpty()) {
            blocks++;
            shown.addAll(rows);
            shown.add(new Block.Gap());
        }
        names.clear();
        counts = "";
        return shown;
    }

    /** Whether the packages had several plans, so that one is hard to find among them. */
    boolean areMany() {
        return blocks > 1 && overview.size() > MOST_WITHOUT_OVERVIEW;
    }

    /** A table of one row per package. */
    List<Block> overview(boolean dryRun) {
        Table table = new Table(List.of("PACKAGE", "VERSIONS", "KEPT", dryRun ? "TO DELETE" : "DELETED", "OTHER"));
        Outcome said = dryRun ? Outcome.PLANNED : Outcome.DELETED;
        for (Row row : overview) {
            table.row(List.of(
                    row.name(),
                    String.valueOf(row.versions()),
                    String.valueOf(row.kept()),
                    String.valueOf(row.outcomes().getOrDefault(said, 0)),
                    Wording.others(row.outcomes(), said).replaceFirst("^, ", "")));
        }
        return List.of(table, new Block.Gap());
    }
}
