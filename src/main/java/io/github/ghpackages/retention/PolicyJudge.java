package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import java.util.ArrayList;
import java.util.List;

/** Judges by the rules of a policy. */
final class PolicyJudge implements Judge {

    private final Policy policy;

    /**
     * @throws IllegalArgumentException if the policy has problems; ask {@link Policy#problems()} first
     */
    PolicyJudge(Policy policy) {
        List<String> problems = policy.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        this.policy = policy;
    }

    @Override
    public Judgement judge(List<PackageHistory> histories, ServerTime now) {
        List<PackageJudge> judges = histories.stream()
                .map(history -> new PackageJudge(policy, history, now))
                .toList();
        var check = new PolicyCheck(policy, judges);
        List<String> warnings = new ArrayList<>(check.warnings());
        if (!now.isCertain() && policy.needsAges()) {
            warnings.add(unknownAges(now));
        }
        return new Judgement(
                judges.stream().map(PackageJudge::plan).toList(),
                warnings,
                check.notes(),
                policy.missingNames(histories));
    }

    @Override
    public boolean namesVersions() {
        return false;
    }

    private static String unknownAges(ServerTime now) {
        return "No age is known: the server's time is " + now.now() + ", this machine's is " + now.local()
                + ", and they are more than a day apart. So nothing is deleted because of its age. Set this machine's clock, or find"
                + " out what changes the Date header of the server's responses.";
    }
}
