package io.github.ghpackages.retention;

import io.github.ghpackages.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keep a version name in all modules of a reactor as soon as one of them keeps it. Half a release can't be used and makes a new
 * deploy of it fail.
 */
final class KeepTogether {

    private KeepTogether() {}

    static List<PackagePlan> apply(List<PackagePlan> plans) {
        Map<String, Map<String, String>> reasons = new HashMap<>();
        for (PackagePlan plan : plans) {
            String group = plan.history().coherenceGroup();
            if (group == null) {
                continue;
            }
            Map<String, String> kept = reasons.computeIfAbsent(group, name -> new HashMap<>());
            for (Verdict verdict : plan.verdicts()) {
                // A version that is kept because of a sister is no reason to keep the sister.
                if (verdict.stays() && verdict.cause() != Cause.Step.COHERENCE) {
                    kept.putIfAbsent(
                            verdict.version().name(),
                            "kept in " + plan.history().ref().name() + ": " + reason(verdict));
                }
            }
        }
        return plans.stream().map(plan -> keep(plan, reasons)).toList();
    }

    private static PackagePlan keep(PackagePlan plan, Map<String, Map<String, String>> reasons) {
        String group = plan.history().coherenceGroup();
        Map<String, String> kept = group == null ? null : reasons.get(group);
        if (kept == null || plan.deletionCount() == 0) {
            return plan;
        }
        return plan.with(plan.verdicts().stream()
                .map(verdict -> {
                    String reason = kept.get(verdict.version().name());
                    return verdict.delete() && reason != null
                            ? verdict.keptInstead(Cause.Step.COHERENCE, reason)
                            : verdict;
                })
                .toList());
    }

    private static String reason(Verdict verdict) {
        Result calledOff = verdict.calledOff();
        return calledOff == null || calledOff.message() == null ? verdict.reason() : calledOff.message();
    }
}
