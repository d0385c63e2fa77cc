package io.github.ghpackages.report;

import io.github.ghpackages.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was selected to be restored, and what became of it.
 *
 * @param dryRun whether nothing was done
 * @param undone the runs that were undone; empty where the versions were selected otherwise
 * @param warnings what a person should know
 * @param packages in the order in which they were asked for
 */
public record RestoreReport(
        boolean dryRun, List<UndoneRun> undone, List<String> warnings, List<RestoredPackage> packages) {

    /** A report of versions that no journal selected. */
    public RestoreReport(boolean dryRun, List<String> warnings, List<RestoredPackage> packages) {
        this(dryRun, List.of(), warnings, packages);
    }

    /** The same with more warnings. */
    public RestoreReport warning(List<String> more) {
        return new RestoreReport(
                dryRun, undone, Stream.concat(warnings.stream(), more.stream()).toList(), packages);
    }

    /** How often each outcome came about; outcomes that did not come about are absent. */
    public Map<Outcome, Integer> totals() {
        var totals = new EnumMap<Outcome, Integer>(Outcome.class);
        packages.stream()
                .flatMap(restored -> restored.versions().stream())
                .forEach(version -> totals.merge(version.result().outcome(), 1, Integer::sum));
        return totals;
    }
}
