package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import io.github.ghpackages.retention.PackagePlan;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.retention.Verdict;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan and what became of it.
 *
 * @param dryRun whether nothing was done
 * @param journal where the deletions stand; null where none was written
 * @param warnings what a person should know, beside the warnings of the plan
 * @param plan the verdicts
 * @param results of the planned deletions, by version id; one without a result is planned in a dry run, else not attempted
 */
public record PruneReport(
        boolean dryRun,
        @Nullable Path journal,
        List<String> warnings,
        Plan plan,
        Map<PackageRef, Map<Long, Result>> results) {

    /** The same with more warnings. */
    public PruneReport warning(List<String> more) {
        return new PruneReport(
                dryRun, journal, Stream.concat(warnings.stream(), more.stream()).toList(), plan, results);
    }

    /** How often each outcome came about, over the planned deletions; outcomes that did not come about are absent. */
    public Map<Outcome, Integer> totals() {
        var totals = new EnumMap<Outcome, Integer>(Outcome.class);
        plan.packages()
                .forEach(planned ->
                        totals(planned).forEach((outcome, count) -> totals.merge(outcome, count, Integer::sum)));
        return totals;
    }

    /** The same over one package. */
    Map<Outcome, Integer> totals(PackagePlan planned) {
        var totals = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var deletion : planned.plannedDeletions()) {
            totals.merge(result(planned, deletion).outcome(), 1, Integer::sum);
        }
        return totals;
    }

    /** How many versions the plan keeps. */
    public int kept() {
        return count(false);
    }

    /** How many versions the plan deletes. */
    public int toDelete() {
        return count(true);
    }

    /** All that a person should know, each once: the warnings of the run and of the plan, and what stops the plan. */
    public List<String> allWarnings() {
        return Stream.of(warnings, plan.warnings(), plan.stops())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** What became of a planned deletion. */
    Result result(PackagePlan planned, Verdict deletion) {
        var result = results.getOrDefault(planned.history().ref(), Map.of())
                .get(deletion.version().id());
        if (result != null) {
            return result;
        }
        return Result.of(dryRun ? Outcome.PLANNED : Outcome.NOT_ATTEMPTED);
    }

    private int count(boolean delete) {
        return (int) plan.packages().stream()
                .flatMap(planned -> planned.verdicts().stream())
                .filter(verdict -> verdict.isPlannedDeletion() == delete)
                .count();
    }
}
