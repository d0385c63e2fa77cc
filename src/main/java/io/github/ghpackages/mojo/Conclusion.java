package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import io.github.ghpackages.retention.ExactVersions;
import io.github.ghpackages.retention.Plan;
import io.github.ghpackages.run.NotSeen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exit status of a run that changes something: true to what became of it. */
final class Conclusion {

    private Conclusion() {}

    /**
     * Fails where anything failed.
     *
     * @param id for a run that came to its end
     * @param what {@code deletions} or {@code restores}
     * @param stop what ended the run before all was attempted; null where nothing did
     * @param refusal why GitHub refused one of them; null where it refused none, or its words say all
     */
    static void of(
            Id id,
            String what,
            Map<Outcome, Integer> totals,
            @Nullable PackagesException stop,
            @Nullable PackagesException refusal) {
        List<String> failures = totals.entrySet().stream()
                .filter(entry -> entry.getKey().isFailure())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
        if (stop != null) {
            throw stopped(what, String.join(", ", failures), stop);
        }
        if (!failures.isEmpty()) {
            throw new PackagesException(
                    id,
                    "Not all " + what + " came about: " + String.join(", ", failures) + ".",
                    "The report says for each of them what GitHub answered."
                            + (refusal == null ? "" : " The first refusal (" + refusal.id() + "): " + refusal.reason()),
                    (refusal == null ? "Mend what it names, then" : refusal.remedy() + " Then")
                            + " run the same command again.",
                    refusal);
        }
    }

    /** The failure of a deletion by name or id that deletes nothing: because nothing is there, or because what is there stays. */
    static PackagesException nothingToDelete(Plan plan, NotSeen notSeen) {
        List<String> staying = plan.packages().stream()
                .flatMap(ofPackage -> ofPackage.verdicts().stream()
                        .filter(ExactVersions::wereAskedFor)
                        .map(verdict -> Text.harmless(verdict.version().name()) + " of "
                                + ofPackage.history().ref().name() + ", " + verdict.reason()))
                .toList();
        String more = staying.size() > 1 ? ", and " + (staying.size() - 1) + " more" : "";
        return new PackagesException(
                Id.NOTHING_SELECTED,
                "Deleting failed.",
                staying.isEmpty()
                        ? ("No version that was asked for is there to be deleted. " + notSeen.words()).strip()
                        : "What was asked for is there and stays: " + staying.get(0) + more + ".",
                staying.isEmpty()
                        ? ("Look at what there is: list-versions. " + notSeen.remedy()).strip()
                        : "The report says for each version why it stays.");
    }

    private static PackagesException stopped(String what, String failures, PackagesException stop) {
        PackagesException stopped = new PackagesException(
                stop.id(),
                (failures.isEmpty()
                                ? "The run was stopped. "
                                : "The run stopped before all " + what + " were done (" + failures + "). ")
                        + stop.tried(),
                stop.reason(),
                stop.remedy() + " Then run the same command again: it goes on where it stopped.",
                stop);
        return stop.consoleOnly().map(stopped::withConsoleOnly).orElse(stopped);
    }
}
