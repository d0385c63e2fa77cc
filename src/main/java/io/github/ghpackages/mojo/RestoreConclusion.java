package io.github.ghpackages.mojo;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.run.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The exit status of a restore. Each kind of failure has a reason and a remedy of its own: the same command again does not help
 * for what is expired or was not found.
 */
final class RestoreConclusion {

    private RestoreConclusion() {}

    /**
     * Fails where anything failed.
     *
     * @param notFound what was asked for and is in no package; it is among the totals
     * @param again how to go on after a failure that may pass
     */
    static void of(Map<Outcome, Integer> totals, Restore restore, NotFound notFound, String again) {
        PackagesException stop = restore.stop();
        if (stop != null) {
            throw Conclusion.stopped("restores", Conclusion.failures(totals), stop, again);
        }
        if (Conclusion.count(totals) == 0) {
            return;
        }
        int expired = totals.getOrDefault(Outcome.EXPIRED, 0);
        int conflicts = totals.getOrDefault(Outcome.CONFLICT, 0);
        List<String> reasons = new ArrayList<>(notFound.reasons());
        List<String> remedies = new ArrayList<>();
        if (notFound.count() > 0) {
            remedies.add(notFound.remedy() + ".");
        }
        if (expired > 0) {
            reasons.add("GitHub keeps a deleted version for 30 days, and of " + expired + " that time is over.");
            remedies.add("What is expired can't be restored: build and publish it again.");
        }
        if (conflicts > 0) {
            reasons.add("Of " + conflicts + ", a live version or package of the same name is in the way.");
            remedies.add("Delete what is in the way, then " + again + ".");
        }
        PackagesException refusal = restore.refusal();
        if (Conclusion.count(totals) > expired + conflicts + notFound.count()) {
            reasons.add("The report shows the cause of each." + Conclusion.first(refusal));
            remedies.add(Conclusion.remedy(refusal, again));
        }
        throw new PackagesException(
                Id.NOT_ALL_RESTORED,
                Conclusion.failed("restores", totals),
                String.join(" ", reasons),
                String.join(" ", remedies),
                refusal);
    }
}
