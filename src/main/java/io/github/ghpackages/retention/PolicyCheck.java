package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parts of a policy that make no sense, and those that had no effect. A rule that has never matched looks like one that
 * works, until somebody asks where the disk space went, or where a version.
 */
final class PolicyCheck {

    private final Policy policy;
    private final List<PackageJudge> packages;
    private final List<RankedVersion> all;
    private final List<RankedVersion> selected;

    PolicyCheck(Policy policy, List<PackageJudge> packages) {
        this.policy = policy;
        this.packages = packages;
        this.all = packages.stream()
                .flatMap(versions -> versions.newestFirst().stream())
                .toList();
        this.selected = packages.stream()
                .flatMap(versions -> versions.selected().stream())
                .toList();
    }

    /** What makes no sense whatever the packages contain. */
    static List<String> problems(Policy policy) {
        List<String> problems = new ArrayList<>();
        policy.rules().forEach(rule -> problems.addAll(rule.problems()));
        releasesThatStay(policy).ifPresent(problems::add);
        problems.addAll(lines(policy));
        problems.addAll(Tripwires.problems(policy));
        return List.copyOf(problems);
    }

    /** One parameter may delete all prereleases or snapshots; for releases, on which others build, it takes a second one. */
    private static Optional<String> releasesThatStay(Policy policy) {
        List<Rule> rules = policy.rules(VersionKind.RELEASE);
        if (policy.versions() != null || rules.isEmpty() || !rules.stream().allMatch(Rule::keepsNone)) {
            return Optional.empty();
        }
        boolean counts = policy.rule(KeepNewest.class, VersionKind.RELEASE).isPresent();
        String others = rules.size() == 1 ? "" : ", nor does " + rules.get(1);
        return Optional.of(rules.get(0) + " keeps no release at all" + others
                + ": also set versions, to say which releases may be deleted, or "
                + (counts
                        ? "keepReleasesNewerThan, to say from which age on."
                        : "keepReleases, to say how many" + " to keep."));
    }

    private static List<String> lines(Policy policy) {
        Integer lines = policy.keepLines();
        if (lines == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (lines < 1) {
            problems.add("keepLines=" + lines + " keeps no line; it must be 1 or more.");
        }
        if (policy.keepPer() == KeepPer.PACKAGE) {
            problems.add("keepLines=" + lines + " requires keepPer=major or keepPer=minor, which says what a line is.");
        }
        if (policy.rules().stream().noneMatch(rule -> rule instanceof KeepNewest counted && counted.count() > 0)) {
            problems.add(
                    "keepLines=" + lines + " requires a count of 1 or more, which says how many to keep in each line: "
                            + KeepNewest.PARAMETERS + ".");
        }
        return problems;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(
                policy.missingNames(packages.stream().map(PackageJudge::history).toList()));
        if (all.isEmpty()) {
            warnings.add("There is no active version in any of the packages, so no rule has an effect.");
            return warnings;
        }
        List<String> names = all.stream().map(RankedVersion::name).toList();
        Selection versions = policy.versions();
        if (versions != null) {
            versions.unmatched(names).forEach(text -> warnings.add("versions=" + text + " matches no version."));
        }
        policy.keepVersions().texts().stream()
                .filter(pattern -> !NamePatterns.isLiteral(pattern))
                .filter(pattern -> names.stream().noneMatch(name -> NamePatterns.matches(pattern, name)))
                .forEach(pattern ->
                        warnings.add("keepVersions=" + pattern + " matches no version, so it protects none."));
        if (!selected.isEmpty()) {
            warnings.addAll(idleRules());
        }
        return warnings;
    }

    private List<String> idleRules() {
        List<String> warnings = new ArrayList<>();
        for (VersionKind kind : VersionKind.values()) {
            if (count(kind) == 0) {
                policy.rules(kind)
                        .forEach(rule -> warnings.add(rule + " has no effect: there is no " + kind + " to judge."));
            }
        }
        policy.rules().forEach(rule -> warnings.addAll(rule.idleness(packages)));
        if (policy.keepPer() != KeepPer.PACKAGE && policy.rules().stream().noneMatch(KeepNewest.class::isInstance)) {
            warnings.add("keepPer=" + policy.keepPer() + " has no effect without " + KeepNewest.PARAMETERS + ".");
        }
        if (protectsEverything()) {
            warnings.add("keepVersions=" + policy.keepVersions()
                    + " protects every version that a rule looks at, so nothing can be deleted.");
        }
        return warnings;
    }

    /** Kinds that are there and for which the policy has no rule. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (VersionKind kind : VersionKind.values()) {
            long count = count(kind);
            if (count > 0 && policy.rules(kind).isEmpty()) {
                notes.add(English.count(count, kind) + (count == 1 ? " is" : " are") + " kept: there is no rule for "
                        + kind + "s.");
            }
        }
        return notes;
    }

    private long count(VersionKind kind) {
        return selected.stream().filter(version -> version.kind() == kind).count();
    }

    private boolean protectsEverything() {
        List<RankedVersion> judged = selected.stream()
                .filter(version -> !policy.rules(version.kind()).isEmpty())
                .toList();
        return !judged.isEmpty()
                && judged.stream().allMatch(version -> policy.keepVersions().matches(version.name()));
    }
}
