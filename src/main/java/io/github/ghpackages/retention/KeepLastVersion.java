package io.github.ghpackages.retention;

import java.util.List;

/**
 * Keep the newest version of a package that a plan would empty, a plain release before a qualified one, a release before others.
 * {@code onLastVersion} can turn this into a stop, or into the deletion of the package.
 */
final class KeepLastVersion {

    private static final String RULE = "onLastVersion";

    private KeepLastVersion() {}

    static List<PackagePlan> apply(List<PackagePlan> plans, OnLastVersion mode) {
        return switch (mode) {
            case KEEP -> plans.stream().map(KeepLastVersion::keepNewest).toList();
            case FAIL -> plans;
            case DELETE_PACKAGE ->
                plans.stream()
                        .map(plan -> new PackagePlan(plan.history(), plan.verdicts(), plan.isEmptied()))
                        .toList();
        };
    }

    /** Why the plan can't be carried out. */
    static List<String> stops(List<PackagePlan> plans, OnLastVersion mode) {
        if (mode != OnLastVersion.FAIL) {
            return List.of();
        }
        return plans.stream()
                .filter(PackagePlan::isEmptied)
                .map(plan -> "The plan leaves no version of "
                        + plan.history().ref() + ", of which "
                        + Words.count(plan.verdicts().size(), "version") + " would go (onLastVersion=fail).")
                .toList();
    }

    private static PackagePlan keepNewest(PackagePlan plan) {
        if (!plan.isEmptied()) {
            return plan;
        }
        Verdict newest = plan.lastToKeep();
        Verdict kept = newest.keptInstead(RULE, "the package would be empty without it (onLastVersion=keep)");
        return plan.with(plan.verdicts().stream()
                .map(verdict -> verdict.version().id() == newest.version().id() ? kept : verdict)
                .toList());
    }
}
