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
        throw new UnsupportedOperationException(policy + " " + histories + " " + now);
    }
}
