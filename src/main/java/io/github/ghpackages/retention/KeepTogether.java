package io.github.ghpackages.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keep a version name in all modules of a reactor as soon as one of them keeps it. Half a release can't be used and makes a new
 * deploy of it fail.
 */
final class KeepTogether {

    private static final String RULE = "coherence";

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
                // What is kept for the sake of a sister names the sister as the reason, and not the other way round.
                if (!verdict.delete() && !verdict.rule().equals(RULE)) {
                    kept.putIfAbsent(
                            verdict.version().name(),
                            "kept in " + plan.history().ref().name() + ": " + verdict.reason());
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
                    return verdict.delete() && reason != null ? verdict.keptInstead(RULE, reason) : verdict;
                })
                .toList());
    }
}
