package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a policy can't mean. Each message names the parameters that don't go together. */
final class PolicyProblems {

    private final Policy policy;
    private final List<String> problems = new ArrayList<>();

    private PolicyProblems(Policy policy) {
        this.policy = policy;
    }

    static List<String> of(Policy policy) {
        var problems = new PolicyProblems(policy);
        for (VersionKind kind : VersionKind.values()) {
            problems.checkKind(
                    kind, policy.keepNewest().get(kind), policy.keepNewerThan().get(kind));
        }
        problems.checkLines();
        problems.checkTripwires();
        return List.copyOf(problems.problems);
    }

    private void checkKind(VersionKind kind, @Nullable Integer count, @Nullable Age age) {
        String countParameter = Words.countParameter(kind);
        String ageParameter = Words.ageParameter(kind);
        if (count != null && count < 0) {
            problems.add(countParameter + "=" + count + " is negative; a count is 0 or more.");
            return;
        }
        boolean countKeepsNone = count == null || count == 0;
        boolean ageKeepsNone = age == null || age.isZero();
        if (policy.versions() != null || !countKeepsNone || !ageKeepsNone) {
            return;
        }
        if (count != null) {
            String beside = age == null ? "" : ", nor does " + ageParameter + "=" + age;
            problems.add(countParameter + "=0 keeps no " + kind + " at all" + beside
                    + ": set versions beside it, to say which " + kind + "s may go, or " + ageParameter
                    + ", to say from which age.");
        } else if (age != null) {
            problems.add(
                    ageParameter + "=" + age + " keeps no " + kind + " at all: set versions beside it, to say which "
                            + kind + "s may go, or " + countParameter + ", to say how many stay.");
        }
    }

    private void checkLines() {
        Integer lines = policy.keepLines();
        if (lines == null) {
            return;
        }
        if (lines < 1) {
            problems.add("keepLines=" + lines + " keeps no line; it is 1 or more.");
        }
        if (policy.keepPer() == KeepPer.PACKAGE) {
            problems.add(
                    "keepLines=" + lines + " needs keepPer=major or keepPer=minor beside it, to say what a line is.");
        }
        if (policy.keepNewest().values().stream().noneMatch(count -> count > 0)) {
            problems.add(
                    "keepLines=" + lines + " needs a count of 1 or more beside it, to say how many stay in each line: "
                            + Policy.COUNTS + ".");
        }
    }

    private void checkTripwires() {
        Integer most = policy.maxDeletions();
        if (most != null && most < 0) {
            problems.add("maxDeletions=" + most + " is negative; a count is 0 or more.");
        }
        Double share = policy.maxDeletionShare();
        if (share != null && !(share >= 0 && share <= 100)) {
            problems.add("maxDeletionShare=" + Tripwires.percent(share) + " is no percentage; it is 0 to 100.");
        }
    }
}
