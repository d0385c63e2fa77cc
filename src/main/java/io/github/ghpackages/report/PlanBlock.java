package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.report.Block.Timeline;
import io.github.ghpackages.report.PruneReport.Look;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.text.English;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table shows of one package. The kind of a version has no column: where it matters, the reason names it, and the reason
 * needs the space.
 *
 * @param outcomes how often each outcome occurred among the planned deletions
 */
record PlanBlock(PackagePlan plan, Map<Long, Result> results, Map<Outcome, Integer> outcomes, Look look) {

    /** So many names fit into a line; of more, the first and the last are shown. */
    private static final int MOST_NAMES = 3;

    /** The outcome of a planned deletion. */
    static Result result(Verdict deletion, Map<Long, Result> results, boolean dryRun) {
        Result result = results.get(deletion.version().id());
        return result == null ? Result.of(dryRun ? Outcome.PLANNED : Outcome.NOT_ATTEMPTED) : result;
    }

    /** The package. */
    String name() {
        return Wording.heading(plan.history().ref(), look.apis());
    }

    /** How many versions it has, by kind if there are several, and what becomes of them. */
    String counts() {
        Map<VersionKind, Integer> kinds = new EnumMap<>(VersionKind.class);
        plan.verdicts().forEach(verdict -> kinds.merge(verdict.version().kind(), 1, Integer::sum));
        var words = new StringBuilder(English.count(plan.verdicts().size(), "version"));
        if (kinds.size() > 1) {
            words.append(" (").append(Wording.kinds(kinds)).append(")");
        }
        if (kept() > 0) {
            words.append(", ").append(kept()).append(look.dryRun() ? " to keep" : " kept");
        }
        outcomes.forEach((outcome, count) -> words.append(", ")
                .append(count)
                .append(outcome == Outcome.PLANNED ? " to delete" : " " + Wording.words(outcome)));
        return words.append(plan.deletePackage() ? ", as the whole package" : "")
                .toString();
    }

    /** What is decided and why, by name: equal for packages with equal plans. */
    List<List<String>> decisions() {
        return plan.verdicts().stream()
                .map(verdict -> List.of(verdict.version().name(), outcome(verdict), reason(verdict, "")))
                .toList();
    }

    int kept() {
        return plan.verdicts().size() - plan.plannedDeletions().size();
    }

    private Result result(Verdict deletion) {
        return result(deletion, results, look.dryRun());
    }

    /** What comes below the heading. */
    List<Block> rows() {
        var shown = plan.verdicts().stream().filter(this::isShown).toList();
        if (look.show() != Show.CHANGES) {
            return shown.isEmpty() ? List.of() : List.of(table(shown, ""));
        }
        Map<String, List<Verdict>> byParameters = shown.stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.why().parameters(), LinkedHashMap::new, Collectors.toList()));
        var tables = new ArrayList<Table>();
        byKind(byParameters).forEach(group -> tables.add(table(group.getValue(), group.getKey())));
        Table.align(tables);
        var blocks = new ArrayList<Block>(tables);
        if (!namesVersions()) {
            byKind(keptByReason()).forEach(kept -> blocks.add(new Block.Item(folded(kept.getValue()))));
        }
        return blocks;
    }

    /** Releases first, then prereleases and snapshots. */
    private static <K> List<Map.Entry<K, List<Verdict>>> byKind(Map<K, List<Verdict>> groups) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(
                        group -> group.getValue().get(0).version().kind()))
                .toList();
    }

    /**
     * Without a column for the outcome if it is the same for all deletions: the reason needs the space.
     *
     * @param parameters in the head instead of in each reason; empty: in each reason
     */
    private Table table(List<Verdict> shown, String parameters) {
        var outcomesShown = shown.stream().map(this::outcome).distinct().toList();
        boolean isOne = look.show() == Show.CHANGES
                && outcomesShown.size() == 1
                && shown.stream().allMatch(Verdict::isPlannedDeletion);
        var only = (look.dryRun() ? "to " : "") + outcomesShown.get(0);
        var reason = "REASON" + (parameters.isEmpty() ? "" : " (" + parameters + ")");
        var table = new Table(
                isOne
                        ? List.of(only.toUpperCase(Locale.ROOT), "CHANGED", reason)
                        : List.of("VERSION", "CHANGED", look.dryRun() ? "PLAN" : "OUTCOME", reason));
        for (var verdict : shown) {
            var cells = new ArrayList<String>();
            cells.add(Wording.name(verdict.version().name()));
            cells.add(Wording.age(date(plan, verdict.version()), look.now()));
            if (!isOne) {
                cells.add(outcome(verdict));
            }
            cells.add(reason(verdict, parameters));
            table.row(
                    cells,
                    verdict.isPlannedDeletion() ? Wording.style(result(verdict).outcome()) : Style.PLAIN);
        }
        return table;
    }

    private boolean isShown(Verdict verdict) {
        return look.show() == Show.ALL
                || verdict.isPlannedDeletion()
                || namesVersions() && ExactVersions.isNamed(verdict);
    }

    /** Whether the user named the versions: of the others there is nothing to say. */
    private boolean namesVersions() {
        return plan.verdicts().stream()
                .anyMatch(verdict -> !ExactVersions.isNamed(verdict)
                        || verdict.cause() == Cause.Step.NAMED
                        || verdict.cause() == Cause.Step.ID_NAMED);
    }

    /** What is kept for the same cause and by the same parameters. */
    private Map<List<Object>, List<Verdict>> keptByReason() {
        Map<List<Object>, List<Verdict>> groups = new LinkedHashMap<>();
        for (var verdict : plan.verdicts()) {
            if (!verdict.isPlannedDeletion()) {
                var key = List.of(
                        verdict.cause(),
                        verdict.why().parameters(),
                        verdict.version().kind());
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(verdict);
            }
        }
        return groups;
    }

    /** {@code keep 10 releases: 2.3.0 ... 2.1.4 (keepReleases=10)}. */
    private String folded(List<Verdict> group) {
        var names = group.stream()
                .map(verdict -> Wording.name(verdict.version().name()))
                .toList();
        var reasons = group.stream().map(Verdict::reason).distinct().toList();
        var parameters = group.get(0).why().parameters();
        return (look.dryRun() ? "keep " : "kept ")
                + English.count(group.size(), group.get(0).version().kind())
                + ": "
                + (names.size() <= MOST_NAMES
                        ? String.join(", ", names)
                        : names.get(0) + " ... " + names.get(names.size() - 1))
                + (reasons.size() == 1
                        ? ", " + reasons.get(0)
                        : " (" + (parameters.isEmpty() ? step(group.get(0)) : parameters) + ")");
    }

    /** What keeps versions for reasons that differ. */
    private static String step(Verdict verdict) {
        return verdict.cause() == Cause.Step.COHERENCE ? "another module keeps them" : verdict.rule();
    }

    /** The versions over time; without those whose dates are unknown. */
    Timeline.Row timeline() {
        List<Timeline.Mark> marks = new ArrayList<>();
        for (var verdict : plan.verdicts()) {
            var changed = date(plan, verdict.version());
            if (changed != null) {
                var words = verdict.version().name() + ", " + Wording.day(changed) + ": " + outcome(verdict) + ", "
                        + reason(verdict, "");
                marks.add(new Timeline.Mark(changed, kind(verdict), words));
            }
        }
        return new Timeline.Row(name(), marks);
    }

    private Timeline.Kind kind(Verdict verdict) {
        if (!verdict.isPlannedDeletion()) {
            return Timeline.Kind.KEPT;
        }
        var outcome = result(verdict).outcome();
        return outcome == Outcome.PLANNED || outcome == Outcome.DELETED || outcome == Outcome.ALREADY_GONE
                ? Timeline.Kind.DELETED
                : Timeline.Kind.NOT_DELETED;
    }

    /** The date by which an age rule decides. */
    static @Nullable Instant date(PackagePlan plan, PackageVersion version) {
        var snapshot = plan.history().snapshots().get(version.id());
        var later = Wording.later(version);
        if (snapshot == null) {
            return later;
        }
        return later == null || snapshot.lastUpdated().isAfter(later) ? snapshot.lastUpdated() : later;
    }

    private String outcome(Verdict verdict) {
        if (!verdict.isPlannedDeletion()) {
            return look.dryRun() ? "keep" : "kept";
        }
        var outcome = result(verdict).outcome();
        return outcome == Outcome.PLANNED ? "delete" : Wording.words(outcome);
    }

    /** Why a version is kept or deleted; for one that was not deleted as planned, what happened. */
    private String reason(Verdict verdict, String inHead) {
        var message = verdict.isPlannedDeletion() ? result(verdict).message() : null;
        if (message != null) {
            return message;
        }
        return inHead.isEmpty() ? verdict.reason() : verdict.why().facts();
    }
}
