package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Folds packages with equal plans into one block: the modules of a reactor are published and pruned alike. */
final class EqualBlocks {

    /** The outcomes of one package, for the overview. */
    private record Row(String name, int versions, int kept, Map<Outcome, Integer> outcomes) {}

    /** What is equal in equal plans: the second, too, as rows leave out the versions that are kept. */
    private record Plan(String counts, List<List<String>> decisions, List<Block> rows) {

        List<Block> of(List<String> names, boolean wholeNames) {
            List<Block> shown = new ArrayList<>();
            if (names.size() == 1) {
                shown.add(new Block.Heading(names.get(0) + ": " + counts));
            } else {
                shown.add(new Block.Heading(
                        English.count(names.size(), "package") + " with equal plans, each " + counts));
                shown.add(new Block.Item(wholeNames ? String.join(", ", names) : together(names)));
            }
            shown.addAll(rows);
            shown.add(new Block.Gap());
            return shown;
        }
    }

    /** {@code acme/com.example.shop.{core, web}}: the modules of a reactor have a long beginning in common. */
    private static String together(List<String> names) {
        if (names.stream().anyMatch(name -> name.contains(" "))) {
            // With its API or type.
            return String.join(", ", names);
        }
        String common = names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String beginning = common.substring(0, common.lastIndexOf('.') + 1);
        return beginning.isEmpty()
                ? String.join(", ", names)
                : names.stream()
                        .map(name -> name.substring(beginning.length()))
                        .collect(Collectors.joining(", ", beginning + "{", "}"));
    }

    /** So many wait for an equal one. In a run over an owner nearly all plans differ, and must not fill the memory. */
    private static final int MOST_WAITING = 20;

    private static final int MOST_WITHOUT_OVERVIEW = 20;

    private final List<Row> overview = new ArrayList<>();
    private final Map<Plan, List<String>> waiting = new LinkedHashMap<>();
    private final boolean wholeNames;
    private int plans;

    EqualBlocks(boolean wholeNames) {
        this.wholeNames = wholeNames;
    }

    /** Adds a package; returns the blocks that need not wait any more for a package with an equal plan. */
    List<Block> add(PlanBlock block) {
        overview.add(new Row(block.name(), block.plan().verdicts().size(), block.kept(), block.outcomes()));
        Plan plan = new Plan(block.counts(), block.decisions(), block.rows());
        List<String> names = waiting.get(plan);
        if (names != null) {
            names.add(block.name());
            return List.of();
        }
        plans++;
        waiting.put(plan, new ArrayList<>(List.of(block.name())));
        return waiting.size() > MOST_WAITING
                ? remove(waiting.keySet().iterator().next())
                : List.of();
    }

    private List<Block> remove(Plan plan) {
        return plan.of(Objects.requireNonNull(waiting.remove(plan)), wholeNames);
    }

    /** The blocks of the packages that are not shown yet. */
    List<Block> rest() {
        List<Block> shown = new ArrayList<>();
        waiting.forEach((plan, names) -> shown.addAll(plan.of(names, wholeNames)));
        waiting.clear();
        return shown;
    }

    /** Whether the packages had several plans, so that one is hard to find among them. */
    boolean areMany() {
        return plans > 1 && overview.size() > MOST_WITHOUT_OVERVIEW;
    }

    /** A table of one row per package. */
    List<Block> overview(boolean dryRun) {
        Outcome said = dryRun ? Outcome.PLANNED : Outcome.DELETED;
        boolean hasOthers = overview.stream()
                .anyMatch(row -> !Wording.others(row.outcomes(), said).isEmpty());
        List<String> head =
                List.of("PACKAGE", "VERSIONS", dryRun ? "TO KEEP" : "KEPT", dryRun ? "TO DELETE" : "DELETED", "OTHER");
        int columns = hasOthers ? head.size() : head.size() - 1;
        Table table = new Table(head.subList(0, columns));
        for (Row row : overview) {
            List<String> cells = List.of(
                    row.name(),
                    String.valueOf(row.versions()),
                    String.valueOf(row.kept()),
                    String.valueOf(row.outcomes().getOrDefault(said, 0)),
                    Wording.others(row.outcomes(), said).replaceFirst("^, ", ""));
            table.row(cells.subList(0, columns));
        }
        return List.of(table, new Block.Gap());
    }
}
