package io.github.ghpackages.retention;

import java.time.Instant;
import java.util.List;

/** Turns a policy and what is known of the packages into a plan. The same input gives the same plan, in whatever order it comes. */
public final class Planner {

    private Planner() {}

    /**
     * The plan: rules, guards, coherence over the reactor, last version, tripwires, in this order.
     *
     * @param now the server's time, from which ages are counted
     */
    public static Plan plan(Policy policy, List<PackageHistory> histories, Instant now) {
        List<PackagePlan> packages = histories.stream()
                .map(history -> new PackageJudge(policy, history, now).plan())
                .toList();
        return new Plan(packages, List.of(), List.of());
    }
}
