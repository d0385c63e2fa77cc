package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.retention.PackageHistory.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a plan: the judge, then {@code keepVersions} and guards, coherence across the reactor, last version and tripwires, in this order. The same input
 * gives the same plan, in whatever order it comes.
 *
 * @param judge decides first
 * @param limits the policy whose {@code keepVersions}, {@code onLastVersion} and tripwires apply
 */
public record Planner(Judge judge, Policy limits) {

    /** Plans by a policy alone. */
    public static Planner by(Policy policy) {
        return new Planner(new PolicyJudge(policy, false), policy);
    }

    /**
     * Plans by a policy alone, package by package: {@link #atEnd()} then says what had no effect in any of them.
     *
     * @throws IllegalArgumentException if a plan depends on all packages: ask {@link Policy#judgesOneByOne()} first
     */
    public static Planner oneByOne(Policy policy) {
        if (!policy.judgesOneByOne()) {
            throw new IllegalArgumentException("this policy needs all packages first");
        }
        return new Planner(new PolicyJudge(policy, true), policy);
    }

    /** What a person should know of all plans together, if they were made package by package. */
    public Judge.Effects atEnd() {
        return judge.atEnd();
    }

    /**
     * The plan.
     *
     * @param now the server's time, from which ages are counted; if it is not certain, all that an age rule judges is kept
     */
    public Plan plan(List<PackageHistory> histories, ServerTime now) {
        Judge.Judgement judgement = judge.judge(histories, now);
        List<PackagePlan> guarded =
                judgement.packages().stream().map(this::guard).toList();
        // Coherence twice: a last version that stays in one module stays in its sisters.
        List<PackagePlan> packages = together(together(guarded).stream()
                .map(plan -> limits.onLastVersion().apply(plan, judge))
                .toList());
        List<String> warnings = new ArrayList<>(judgement.warnings());
        if (judge.namesVersions()) {
            for (int i = 0; i < packages.size(); i++) {
                warnings.addAll(keptAfterAll(judgement.packages().get(i), packages.get(i)));
            }
        }
        List<String> stops = new ArrayList<>(limits.onLastVersion().stops(packages));
        stops.addAll(judge.stops(packages));
        stops.addAll(Tripwires.stops(packages, limits));
        return new Plan(packages, warnings, judgement.notes(), stops, judgement.liveStops());
    }

    private List<PackagePlan> together(List<PackagePlan> plans) {
        return judge.judgesTogether() ? KeepTogether.apply(plans) : plans;
    }

    private PackagePlan guard(PackagePlan plan) {
        return plan.with(plan.verdicts().stream()
                .map(verdict -> guard(verdict, plan.history()))
                .toList());
    }

    private Verdict guard(Verdict verdict, PackageHistory history) {
        if (!verdict.delete()) {
            return verdict;
        }
        Optional<Reason> always = limits.alwaysKept(verdict.version());
        if (always.isPresent()) {
            return keptInstead(verdict, Cause.Step.KEEP_VERSIONS, always.get());
        }
        for (Guard guard : history.guards()) {
            if (guard.matches().test(verdict.version().name())) {
                return keptInstead(verdict, Cause.Step.GUARD, Reason.of(guard.reason()));
            }
        }
        return verdict;
    }

    private static Verdict keptInstead(Verdict verdict, Cause cause, Reason why) {
        Verdict kept = Verdict.keep(verdict.version(), cause, why);
        return verdict.hasPlace() ? kept.withPlace() : kept;
    }

    /** A warning for each version that was named and stays. */
    private static List<String> keptAfterAll(PackagePlan asked, PackagePlan plan) {
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < plan.verdicts().size(); i++) {
            Verdict verdict = plan.verdicts().get(i);
            if (asked.verdicts().get(i).delete() && !verdict.delete()) {
                warnings.add(verdict.version().name() + " of " + plan.history().ref() + " is kept: " + verdict.reason()
                        + ".");
            }
        }
        return warnings;
    }

    /** Judges by the rules of a policy. */
    static final class PolicyJudge implements Judge {

        private final Policy policy;
        private final boolean oneByOne;
        private final PolicyCheck all;

        /**
         * @param oneByOne whether what had no effect is reported at the end, and not with each call
         * @throws IllegalArgumentException if the policy has problems; ask {@link Policy#problems()} first
         */
        PolicyJudge(Policy policy, boolean oneByOne) {
            List<String> problems = policy.problems();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join(" ", problems));
            }
            this.policy = policy;
            this.oneByOne = oneByOne;
            this.all = new PolicyCheck(policy);
        }

        @Override
        public Judgement judge(List<PackageHistory> histories, ServerTime now) {
            List<PackageJudge> judges = histories.stream()
                    .map(history -> new PackageJudge(policy, history, now))
                    .toList();
            List<String> warnings = new ArrayList<>();
            List<String> notes = List.of();
            if (oneByOne) {
                add(judges);
            } else {
                PolicyCheck check = new PolicyCheck(policy);
                judges.forEach(check::add);
                warnings.addAll(check.warnings());
                notes = check.notes();
            }
            if (!now.isCertain() && policy.needsAges()) {
                warnings.add(unknownAges(now));
            }
            return new Judgement(
                    judges.stream().map(PackageJudge::plan).toList(),
                    warnings,
                    notes,
                    oneByOne ? List.of() : policy.missingNames(histories));
        }

        private synchronized void add(List<PackageJudge> judges) {
            judges.forEach(all::add);
        }

        @Override
        public synchronized Effects atEnd() {
            return new Effects(all.warnings(), all.notes());
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
}
