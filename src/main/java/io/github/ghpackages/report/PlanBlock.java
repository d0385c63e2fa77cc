package io.github.ghpackages.report;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import io.github.ghpackages.report.PruneReport.Show;
import io.github.ghpackages.retention.Cause;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Verdict;
import io.github.ghpackages.text.English;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table shows of one package. The kind of a version has no column: where it matters, the reason names it, and the reason
 * needs the space.
 *
 * @param outcomes how often each outcome occurred among the planned deletions
 */
record PlanBlock(
        PackagePlan plan,
        Map<Long, Result> results,
        Map<Outcome, Integer> outcomes,
        boolean dryRun,
        Show show,
        Set<ApiUrl> apis) {

    /** So many names fit into a line; of more, the first and the last are shown. */
    private static final int MOST_NAMES = 3;

    private static final String INDENT = "  ";

    /** The outcome of a planned deletion. */
    static Result result(Verdict deletion, Map<Long, Result> results, boolean dryRun) {
        Result result = results.get(deletion.version().id());
        return result == null ? Result.of(dryRun ? Outcome.PLANNED : Outcome.NOT_ATTEMPTED) : result;
    }

    /** The package. */
    String name() {
        return Wording.heading(plan.history().ref(), apis);
    }

    /** How many versions it has, and what becomes of them. */
    String counts() {
        var words = new StringBuilder(English.count(plan.verdicts().size(), "version"));
        if (kept() > 0) {
            words.append(", ").append(kept()).append(dryRun ? " to keep" : " kept");
        }
        outcomes.forEach((outcome, count) -> words.append(", ")
                .append(count)
                .append(outcome == Outcome.PLANNED ? " to delete" : " " + Wording.words(outcome)));
        return words.append(plan.deletePackage() ? ", as the whole package" : "")
                .toString();
    }

    int kept() {
        return plan.verdicts().size() - plan.plannedDeletions().size();
    }

    /** What comes below the heading. */
    List<String> rows() {
        var shown = plan.verdicts().stream().filter(this::isShown).toList();
        var lines = new ArrayList<String>(shown.isEmpty() ? List.of() : table(shown));
        if (show == Show.CHANGES && !namesVersions()) {
            keptByReason().forEach(kept -> lines.addAll(folded(kept)));
        }
        return lines;
    }

    /** Without a column for the outcome if it is the same for all deletions: the reason needs the space. */
    private List<String> table(List<Verdict> shown) {
        var outcomesShown = shown.stream().map(this::outcome).distinct().toList();
        boolean isOne = show == Show.CHANGES
                && outcomesShown.size() == 1
                && shown.stream().allMatch(Verdict::isPlannedDeletion);
        var only = (dryRun ? "to " : "") + outcomesShown.get(0);
        var table = new Table(
                isOne
                        ? List.of(only.toUpperCase(Locale.ROOT), "DATE", "REASON")
                        : List.of("VERSION", "DATE", dryRun ? "PLAN" : "OUTCOME", "REASON"));
        for (var verdict : shown) {
            var cells = new ArrayList<String>();
            cells.add(Wording.name(verdict.version().name()));
            cells.add(Wording.day(date(verdict.version())));
            if (!isOne) {
                cells.add(outcome(verdict));
            }
            cells.add(reason(verdict));
            table.row(cells);
        }
        return table.lines();
    }

    private boolean isShown(Verdict verdict) {
        return show == Show.ALL || verdict.isPlannedDeletion() || namesVersions() && ExactVersions.isNamed(verdict);
    }

    /** Whether the user named the versions: of the others there is nothing to say. */
    private boolean namesVersions() {
        return plan.verdicts().stream()
                .anyMatch(verdict -> !ExactVersions.isNamed(verdict)
                        || verdict.cause() == Cause.Step.NAMED
                        || verdict.cause() == Cause.Step.ID_NAMED);
    }

    private List<List<Verdict>> keptByReason() {
        Map<List<Object>, List<Verdict>> groups = new LinkedHashMap<>();
        for (var verdict : plan.verdicts()) {
            if (!verdict.isPlannedDeletion()) {
                groups.computeIfAbsent(List.of(verdict.rule(), verdict.version().kind()), any -> new ArrayList<>())
                        .add(verdict);
            }
        }
        return List.copyOf(groups.values());
    }

    /** {@code keep 10 releases: 2.3.0 ... 2.1.4 (keepReleases)}. */
    private List<String> folded(List<Verdict> group) {
        var names = group.stream()
                .map(verdict -> Wording.name(verdict.version().name()))
                .toList();
        var reasons = group.stream().map(Verdict::reason).distinct().toList();
        var text = (dryRun ? "keep " : "kept ")
                + English.count(group.size(), group.get(0).version().kind())
                + ": "
                + (names.size() <= MOST_NAMES
                        ? String.join(", ", names)
                        : names.get(0) + " ... " + names.get(names.size() - 1))
                + (reasons.size() == 1
                        ? ", " + reasons.get(0)
                        : " (" + group.get(0).rule() + ")");
        return Table.indented(text, INDENT);
    }

    /** The date by which an age rule decides. */
    private @Nullable Instant date(PackageVersion version) {
        var snapshot = plan.history().snapshots().get(version.id());
        var later = Wording.later(version);
        if (snapshot == null) {
            return later;
        }
        return later == null || snapshot.lastUpdated().isAfter(later) ? snapshot.lastUpdated() : later;
    }

    private String outcome(Verdict verdict) {
        if (!verdict.isPlannedDeletion()) {
            return dryRun ? "keep" : "kept";
        }
        var outcome = result(verdict, results, dryRun).outcome();
        return outcome == Outcome.PLANNED ? "delete" : Wording.words(outcome);
    }

    /** Why a version is kept or deleted; for one that was not deleted as planned, what happened. */
    private String reason(Verdict verdict) {
        var message =
                verdict.isPlannedDeletion() ? result(verdict, results, dryRun).message() : null;
        return message == null ? verdict.reason() : message;
    }
}
