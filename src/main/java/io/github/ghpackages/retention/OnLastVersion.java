package io.github.ghpackages.retention;

import io.github.ghpackages.text.English;
import java.util.List;

/**
 * What to do if a plan would empty a package, which GitHub declines for its last version: keep the newest version (a plain release
 * before a qualified one, a release before others), fail, or delete the package as a whole.
 */
public enum OnLastVersion {
    KEEP("keep"),
    FAIL("fail"),
    DELETE_PACKAGE("deletePackage");

    private final String text;

    OnLastVersion(String text) {
        this.text = text;
    }

    PackagePlan apply(PackagePlan plan, Judge judge) {
        if (this == FAIL || !plan.isEmptied()) {
            return plan;
        }
        if (this == KEEP) {
            return keepNewest(
                    plan, Cause.Step.LAST_VERSION, "the package would be empty without it (onLastVersion=keep)");
        }
        return judge.mayDeletePackage(plan)
                ? new PackagePlan(plan.history(), plan.verdicts(), true)
                : keepNewest(
                        plan,
                        Cause.Step.GUARD,
                        "the package would be empty without it, and the plan does not delete the package");
    }

    /** Why the plans can't be carried out. */
    List<String> stops(List<PackagePlan> plans) {
        if (this != FAIL) {
            return List.of();
        }
        return plans.stream()
                .filter(PackagePlan::isEmptied)
                .map(plan -> "The plan leaves no version of "
                        + plan.history().ref() + ": it deletes " + English.count(plan.deletionCount(), "version")
                        + " (onLastVersion=fail).")
                .toList();
    }

    private static PackagePlan keepNewest(PackagePlan plan, Cause cause, String reason) {
        Verdict newest = plan.lastToKeep();
        return plan.with(plan.verdicts().stream()
                .map(verdict -> verdict == newest ? verdict.keptInstead(cause, reason) : verdict)
                .toList());
    }

    /** As the user types it. */
    @Override
    public String toString() {
        return text;
    }
}
