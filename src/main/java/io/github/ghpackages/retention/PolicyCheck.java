package io.github.ghpackages.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.Policy.KeepPer;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import io.github.ghpackages.text.English;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the parts of a policy that make no sense, and those that had no effect. A rule that has never matched looks like one that
 * works, until somebody asks where the disk space went, or where a version.
 */
final class PolicyCheck {

    private static final int MOST_NAMED = 5;

    private final Policy policy;
    private final Set<String> missingNames;
    private final Set<String> idlePatterns = new LinkedHashSet<>();
    private final Set<String> idleVersions = new LinkedHashSet<>();
    private final Map<VersionKind, Long> selected = new EnumMap<>(VersionKind.class);
    private final Map<Rule, Integer> packagesOfRule = new LinkedHashMap<>();
    private final Map<Rule, List<String>> packagesWithoutEffect = new LinkedHashMap<>();
    private boolean anyVersion;
    private boolean anyJudged;
    private boolean anyUnprotected;

    /** Nothing has been judged yet. */
    PolicyCheck(Policy policy) {
        this.policy = policy;
        this.missingNames = new LinkedHashSet<>(policy.keepVersions().literals());
        policy.keepVersions().texts().stream()
                .filter(pattern -> !NamePatterns.isLiteral(pattern))
                .forEach(idlePatterns::add);
        Selection versions = policy.versions();
        if (versions != null) {
            idleVersions.addAll(versions.unmatched(List.of()));
        }
    }

    /** One more package has been judged. Keeps nothing of it. */
    void add(PackageJudge judged) {
        List<String> names =
                judged.newestFirst().stream().map(RankedVersion::name).toList();
        anyVersion |= !names.isEmpty();
        missingNames.removeAll(names);
        idlePatterns.removeIf(pattern -> names.stream().anyMatch(name -> NamePatterns.matches(pattern, name)));
        Selection versions = policy.versions();
        if (versions != null) {
            idleVersions.retainAll(versions.unmatched(names));
        }
        for (RankedVersion version : judged.selected()) {
            selected.merge(version.kind(), 1L, Long::sum);
            if (!policy.rules(version.kind()).isEmpty()) {
                anyJudged = true;
                anyUnprotected |= !policy.keepVersions().matches(version.name());
            }
        }
        for (Rule rule : policy.rules()) {
            rule.hasEffectIn(judged).ifPresent(effect -> {
                packagesOfRule.merge(rule, 1, Integer::sum);
                if (!effect) {
                    packagesWithoutEffect
                            .computeIfAbsent(rule, key -> new ArrayList<>())
                            .add(judged.history().ref().toString());
                }
            });
        }
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
        List<Rule> rules = policy.rules(VersionKind.RELEASE).stream()
                .filter(rule -> !rule.onlyDeletes())
                .toList();
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
        List<String> warnings = new ArrayList<>(policy.missingNames(missingNames));
        if (!anyVersion) {
            warnings.add("There is no active version in any of the packages, so no rule has an effect.");
            return warnings;
        }
        idleVersions.forEach(text -> warnings.add("versions=" + text + " matches no version."));
        idlePatterns.forEach(
                pattern -> warnings.add("keepVersions=" + pattern + " matches no version, so it protects none."));
        if (!selected.isEmpty()) {
            warnings.addAll(idleRules());
        }
        return warnings;
    }

    private List<String> idleRules() {
        List<String> warnings = new ArrayList<>();
        // A parameter may be a rule for several kinds: it has an effect if there is a version of one of them.
        Map<String, List<Rule>> rulesByParameter = policy.rules().stream()
                .filter(rule -> !rule.onlyDeletes())
                .collect(groupingBy(rule -> rule.type().rule(), LinkedHashMap::new, toList()));
        for (List<Rule> rules : rulesByParameter.values()) {
            if (rules.stream().allMatch(rule -> count(rule.kind()) == 0)) {
                String kinds =
                        rules.stream().map(rule -> rule.kind().toString()).collect(joining(" or "));
                warnings.add(rules.get(0) + " has no effect: there is no " + kinds + " to judge.");
            }
        }
        packagesWithoutEffect.forEach((rule, without) -> warnings.add(rule + " has no effect"
                + (without.size() == packagesOfRule.getOrDefault(rule, 0)
                        ? ""
                        : " in " + English.firstOf(without, MOST_NAMED))
                + ": " + rule.idleness()));
        if (policy.keepPer() != KeepPer.PACKAGE && policy.rules().stream().noneMatch(KeepNewest.class::isInstance)) {
            warnings.add("keepPer=" + policy.keepPer() + " has no effect without " + KeepNewest.PARAMETERS + ".");
        }
        if (anyJudged && !anyUnprotected) {
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
        return selected.getOrDefault(kind, 0L);
    }
}
