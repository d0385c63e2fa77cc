package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns a policy and what is known of the packages into a plan. The same input gives the same plan, in whatever order it comes. */
public final class Planner {

    private Planner() {}

    /**
     * The plan: rules, guards, coherence over the reactor, last version, tripwires, in this order.
     *
     * @param now the server's time, from which ages are counted; if it is not certain, all that an age rule judges is kept
     * @throws IllegalArgumentException when the policy has problems; ask {@link Policy#problems()} first
     */
    public static Plan plan(Policy policy, List<PackageHistory> histories, ServerTime now) {
        List<String> problems = policy.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        List<PackageJudge> judges = histories.stream()
                .map(history -> new PackageJudge(policy, history, now))
                .toList();
        var judged = KeepTogether.apply(judges.stream().map(PackageJudge::plan).toList());
        var inert = new InertPolicy(policy, judges);
        List<String> warnings = new ArrayList<>(inert.warnings());
        if (!now.isCertain() && policy.needsAges()) {
            warnings.add(unknownAges(now));
        }
        // Once more: a last version that stays in one module stays in its sisters.
        var packages = KeepTogether.apply(KeepLastVersion.apply(judged, policy.onLastVersion()));
        return new Plan(packages, warnings, inert.notes(), stops(packages, policy), inert.missingNames());
    }

    /**
     * The plan to delete exactly these versions: guards, coherence, last version and tripwires, in this order. The rules are not
     * looked at, nor is {@code keepVersions}.
     *
     * @param limits a policy of which {@code onLastVersion} and the tripwires are looked at
     */
    public static Plan planDeletion(ExactVersions wanted, List<PackageHistory> histories, Policy limits) {
        List<PackagePlan> asked = histories.stream()
                .map(history -> new PackagePlan(
                        history,
                        PackageJudge.newestFirst(history).stream()
                                .map(candidate -> wanted.judge(history.ref(), candidate.version()))
                                .toList(),
                        false))
                .toList();
        List<PackagePlan> guarded = asked.stream()
                .map(plan -> plan.with(plan.verdicts().stream()
                        .map(verdict -> verdict.delete() ? PackageJudge.keepGuarded(verdict, plan.history()) : verdict)
                        .toList()))
                .toList();
        boolean together = wanted.areJudgedTogether();
        var judged = KeepLastVersion.apply(together ? KeepTogether.apply(guarded) : guarded, limits.onLastVersion());
        var packages = together ? KeepTogether.apply(judged) : judged;
        List<String> warnings = new ArrayList<>(wanted.missing(histories));
        for (int i = 0; i < packages.size(); i++) {
            warnings.addAll(keptAfterAll(asked.get(i), packages.get(i)));
        }
        return new Plan(packages, warnings, stops(packages, limits));
    }

    private static String unknownAges(ServerTime now) {
        return "No age is known: the server's time is " + now.now() + ", this machine's is " + now.local()
                + ", and they are more than a day apart. So nothing is deleted because of its age. Set this machine's clock, or find"
                + " out what changes the Date header of the server's responses.";
    }

    private static List<String> stops(List<PackagePlan> packages, Policy policy) {
        List<String> stops = new ArrayList<>(KeepLastVersion.stops(packages, policy.onLastVersion()));
        stops.addAll(Tripwires.stops(packages, policy));
        return List.copyOf(stops);
    }

    /** A warning for each version that was asked for and stays. */
    private static List<String> keptAfterAll(PackagePlan asked, PackagePlan plan) {
        Set<Long> wanted = new HashSet<>();
        asked.deletions().forEach(verdict -> wanted.add(verdict.version().id()));
        return plan.verdicts().stream()
                .filter(verdict ->
                        !verdict.delete() && wanted.contains(verdict.version().id()))
                .map(verdict -> SafeText.harmless(verdict.version().name()) + " of "
                        + plan.history().ref() + " stays: " + verdict.reason() + ".")
                .toList();
    }
}
