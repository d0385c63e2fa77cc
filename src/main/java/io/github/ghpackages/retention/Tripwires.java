package io.github.ghpackages.retention;

import io.github.ghpackages.text.English;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Stop a plan that deletes more than {@code maxDeletions} in the run, or more than {@code maxDeletionShare} of a package. */
final class Tripwires {

    private Tripwires() {}

    static List<String> stops(List<PackagePlan> plans, Policy policy) {
        List<String> stops = new ArrayList<>();
        int deletions = plans.stream().mapToInt(PackagePlan::deletionCount).sum();
        Integer most = policy.maxDeletions();
        if (most != null && deletions > most) {
            stops.add("The plan deletes " + English.count(deletions, "version") + ", more than maxDeletions=" + most
                    + " allows.");
        }
        Double share = policy.maxDeletionShare();
        if (share != null) {
            plans.stream()
                    .filter(plan ->
                            plan.deletionCount() * 100.0 > share * plan.active().size())
                    .forEach(plan -> stops.add("The plan deletes " + plan.deletionCount() + " of the "
                            + English.count(plan.active().size(), "active version") + " of "
                            + plan.history().ref() + ", more than maxDeletionShare=" + percent(share) + " allows."));
        }
        return stops;
    }

    static List<String> problems(Policy policy) {
        List<String> problems = new ArrayList<>();
        Integer most = policy.maxDeletions();
        if (most != null && most < 0) {
            problems.add("maxDeletions=" + most + " is negative; a count must be 0 or more.");
        }
        Double share = policy.maxDeletionShare();
        if (share != null && !(share >= 0 && share <= 100)) {
            problems.add("maxDeletionShare=" + percent(share) + " is not a percentage from 0 to 100.");
        }
        return problems;
    }

    /** {@code 50}, not {@code 50.0}. */
    private static String percent(double share) {
        return Double.isFinite(share)
                ? BigDecimal.valueOf(share).stripTrailingZeros().toPlainString()
                : Double.toString(share);
    }
}
