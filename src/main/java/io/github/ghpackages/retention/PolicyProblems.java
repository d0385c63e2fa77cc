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
            problems.checkCount(kind, policy.keepNewest().get(kind));
        }
        problems.checkThatReleasesStay();
        problems.checkLines();
        problems.checkTripwires();
        return List.copyOf(problems.problems);
    }

    private void checkCount(VersionKind kind, @Nullable Integer count) {
        if (count != null && count < 0) {
            problems.add(Words.countParameter(kind) + "=" + count + " is negative; a count is 0 or more.");
        }
    }

    /** Prereleases and snapshots may all go by one word; releases, which others build on, need a second one. */
    private void checkThatReleasesStay() {
        Integer count = policy.keepNewest().get(VersionKind.RELEASE);
        Age age = policy.keepNewerThan().get(VersionKind.RELEASE);
        boolean countKeepsNone = count == null || count == 0;
        boolean ageKeepsNone = age == null || age.isZero();
        if (policy.versions() != null || !countKeepsNone || !ageKeepsNone) {
            return;
        }
        if (count != null) {
            String beside = age == null ? "" : ", nor does keepReleasesNewerThan=" + age;
            problems.add("keepReleases=0 keeps no release at all" + beside
                    + ": set versions beside it, to say which releases may go, or keepReleasesNewerThan, to say from"
                    + " which age.");
        } else if (age != null) {
            problems.add("keepReleasesNewerThan=" + age + " keeps no release at all: set versions beside it, to say"
                    + " which releases may go, or keepReleases, to say how many stay.");
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
