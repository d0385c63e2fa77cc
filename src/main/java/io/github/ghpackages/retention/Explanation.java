package io.github.ghpackages.retention;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.PackageHistory.Guard;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a plan came to its verdict on one version: what each step found, in their order.
 *
 * @param ref the package
 * @param verdict the end of it
 */
public record Explanation(PackageRef ref, Verdict verdict, List<Step> steps) {

    /**
     * One step.
     *
     * @param name of the parameter, rule or step
     * @param finding in plain words
     * @param decides whether the verdict is due to it
     */
    public record Step(String name, String finding, boolean decides) {}

    /**
     * Explains a plan.
     *
     * @param policy by which the plan was made
     * @param now the time for which it was made
     * @param name the exact name of a version
     * @return one explanation for each package with an active version of this name
     */
    public static List<Explanation> of(Policy policy, Plan plan, ServerTime now, String name) {
        List<Explanation> explanations = new ArrayList<>();
        for (PackagePlan ofPackage : plan.packages()) {
            ofPackage.verdicts().stream()
                    .filter(verdict -> verdict.version().name().equals(name))
                    .map(verdict -> new Steps(policy, plan, ofPackage, verdict).explain(now))
                    .forEach(explanations::add);
        }
        return explanations;
    }

    /** Collects the steps of one version. */
    private static final class Steps {

        private final Policy policy;
        private final Plan plan;
        private final PackagePlan ofPackage;
        private final Verdict verdict;
        private final List<Step> steps = new ArrayList<>();

        Steps(Policy policy, Plan plan, PackagePlan ofPackage, Verdict verdict) {
            this.policy = policy;
            this.plan = plan;
            this.ofPackage = ofPackage;
            this.verdict = verdict;
        }

        Explanation explain(ServerTime now) {
            PackageHistory history = ofPackage.history();
            RankedVersion version = RankedVersion.of(verdict.version());
            addSelection(version.name());
            PackageJudge judge = new PackageJudge(policy, history, now);
            if (isSelected(version.name())) {
                addRules(judge.findings(version), version.kind());
            } else {
                steps.add(new Step("rules", "not asked, since versions does not select it", false));
            }
            add("guards", guards(history.guards(), version.name()), Cause.Step.GUARD);
            add("other modules", otherModules(history.coherenceGroup()), Cause.Step.COHERENCE);
            add("onLastVersion", lastVersion(), Cause.Step.LAST_VERSION);
            List<String> stops = new ArrayList<>(plan.stops());
            plan.liveStops().forEach(stop -> stops.add("A run that deletes stops: " + stop));
            steps.add(new Step(
                    "tripwires",
                    stops.isEmpty() ? "nothing stops the plan" : "stopped: " + String.join(" ", stops),
                    !stops.isEmpty()));
            return new Explanation(history.ref(), verdict, List.copyOf(steps));
        }

        private void addRules(Map<Rule, Rule.@Nullable Finding> findings, VersionKind kind) {
            findings.forEach((rule, finding) -> add(rule.toString(), words(finding), rule.type()));
            if (findings.values().stream().allMatch(Objects::isNull)) {
                add("rules", "no rule applies to this " + kind + ": keep", Cause.Step.NO_RULE);
            }
        }

        private boolean isSelected(String name) {
            Selection versions = policy.versions();
            return versions == null || versions.matches(name);
        }

        private void addSelection(String name) {
            String pattern = policy.keepVersions().match(name);
            add(
                    "keepVersions",
                    pattern == null ? "not among the versions that are always kept" : "always kept by " + pattern,
                    Cause.Step.KEEP_VERSIONS);
            Selection versions = policy.versions();
            add(
                    "versions",
                    versions == null
                            ? "all versions are selected"
                            : (isSelected(name) ? "selected by " : "not selected by ") + versions,
                    Cause.Step.NOT_SELECTED);
        }

        private void add(String name, String finding, Cause cause) {
            steps.add(new Step(name, finding, verdict.cause() == cause));
        }

        private static String words(Rule.@Nullable Finding finding) {
            if (finding == null) {
                return "does not apply";
            }
            String facts = finding.why().facts();
            return switch (finding.effect()) {
                case DELETE -> facts + ": delete, whatever other rules find";
                case KEEP -> facts + ": keep";
                case EXPIRE -> facts + ": delete, unless another rule keeps it";
            };
        }

        private static String guards(List<Guard> guards, String name) {
            return guards.stream()
                    .filter(guard -> guard.matches().test(name))
                    .map(guard -> guard.reason() + ": keep")
                    .findFirst()
                    .orElse("no pom of this build uses it");
        }

        private String otherModules(@Nullable String group) {
            if (group == null) {
                return "packages that are named are judged one by one";
            }
            return verdict.cause() == Cause.Step.COHERENCE
                    ? verdict.reason() + ": keep"
                    : "no other module decides about it";
        }

        private String lastVersion() {
            if (verdict.cause() == Cause.Step.LAST_VERSION) {
                return verdict.reason();
            }
            return ofPackage.deletePackage()
                    ? "the whole package is deleted (onLastVersion=" + policy.onLastVersion() + ")"
                    : "it need not be kept as the last version";
        }
    }
}
