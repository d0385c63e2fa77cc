package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.Result;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Plan;
import java.util.List;
import java.util.Map;

/** What a run decides by: a policy, exact versions, or a plan made earlier. */
@FunctionalInterface
public interface PlanMaker {

    /**
     * A plan, with the outcomes that are settled without any request.
     *
     * @param plan what to do
     * @param settled by package and version id, such as a version that is not what was planned any more
     */
    record Decision(Plan plan, Map<PackageRef, Map<Long, Result>> settled) {}

    /** Decides from what the registry says at {@code now}, the server's time. */
    Decision decide(List<PackageHistory> histories, ServerTime now);
}
