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

    private record NameInGroup(String group, String name) {}

    private KeepTogether() {}

    static List<PackagePlan> apply(List<PackagePlan> plans) {
        Map<NameInGroup, String> kept = new HashMap<>();
        for (PackagePlan plan : plans) {
            String group = plan.history().coherenceGroup();
            if (group == null) {
                continue;
            }
            for (Verdict verdict : plan.verdicts()) {
                // What is kept for the sake of a sister names the sister as the reason, and not the other way round.
                if (!verdict.delete() && !verdict.rule().equals(RULE)) {
                    kept.putIfAbsent(
                            new NameInGroup(group, verdict.version().name()),
                            "kept in " + plan.history().ref().name() + ": " + verdict.reason());
                }
            }
        }
        return plans.stream().map(plan -> keep(plan, kept)).toList();
    }

    private static PackagePlan keep(PackagePlan plan, Map<NameInGroup, String> kept) {
        String group = plan.history().coherenceGroup();
        if (group == null || plan.deletionCount() == 0) {
            return plan;
        }
        return plan.with(plan.verdicts().stream()
                .map(verdict -> {
                    String reason =
                            kept.get(new NameInGroup(group, verdict.version().name()));
                    return verdict.delete() && reason != null ? verdict.keptInstead(RULE, reason) : verdict;
                })
                .toList());
    }
}
