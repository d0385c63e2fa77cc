package io.github.ghpackages.run;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.retention.PackageHistory;
import io.github.ghpackages.retention.Plan;
import java.util.ArrayList;
import java.util.List;

/** Stops a plan before its first deletion if one of the packages of the run does not exist. */
public final class AllPackages implements PlanMaker {

    private final PlanMaker maker;
    private final List<PackageRef> required;

    /** The plans of this maker, with a stop if not all of these packages are read. */
    public AllPackages(PlanMaker maker, List<TargetPackage> required) {
        this.maker = maker;
        this.required = required.stream().map(TargetPackage::ref).toList();
    }

    @Override
    public Decision decide(List<PackageHistory> histories, ServerTime now) {
        Decision decision = maker.decide(histories, now);
        Plan plan = decision.plan();
        List<PackageRef> found = histories.stream().map(PackageHistory::ref).toList();
        List<String> stops = new ArrayList<>(plan.stops());
        required.stream()
                .filter(ref -> !found.contains(ref))
                .forEach(ref -> stops.add("Package " + ref + " is not seen (onMissingPackage=fail)."));
        return new Decision(
                new Plan(plan.packages(), plan.warnings(), plan.notes(), stops, plan.liveStops()), decision.settled());
    }
}
