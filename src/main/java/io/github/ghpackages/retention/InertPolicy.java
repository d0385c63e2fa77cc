package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the parts of a policy that do nothing. A rule that has never matched looks like one that works, until somebody asks
 * where the disk went, or where a version.
 */
final class InertPolicy {

    private static final int MOST_NAMED = 5;

    private final Policy policy;
    private final Collection<PackageJudge> judges;
    private final List<RankedVersion> all;
    private final List<RankedVersion> selected;

    InertPolicy(Policy policy, Collection<PackageJudge> judges) {
        this.policy = policy;
        this.judges = judges;
        this.all =
                judges.stream().flatMap(judge -> judge.newestFirst().stream()).toList();
        this.selected =
                judges.stream().flatMap(judge -> judge.selected().stream()).toList();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(missingNames());
        if (all.isEmpty()) {
            warnings.add("There is no active version in any of the packages, so no rule has anything to do.");
            return warnings;
        }
        NamePatterns versions = policy.versions();
        if (versions != null) {
            unmatched(versions)
                    .forEach(
                            pattern -> warnings.add("versions=" + SafeText.harmless(pattern) + " matches no version."));
        }
        unmatched(policy.keepVersions()).stream()
                .filter(pattern -> !NamePatterns.isLiteral(pattern))
                .forEach(pattern -> warnings.add(
                        "keepVersions=" + SafeText.harmless(pattern) + " matches no version, so it protects none."));
        if (!selected.isEmpty()) {
            warnings.addAll(idleRules());
        }
        return warnings;
    }

    private List<String> idleRules() {
        List<String> warnings = new ArrayList<>();
        for (VersionKind kind : VersionKind.values()) {
            if (selected.stream().noneMatch(candidate -> candidate.kind() == kind)) {
                policy.rules(kind)
                        .forEach(rule ->
                                warnings.add(rule + " has nothing to do: there is no " + kind + " to look at."));
            }
        }
        if (policy.releasedSnapshotsGrace() != null) {
            withoutReleases().ifPresent(warnings::add);
        }
        if (policy.keepPer() != KeepPer.PACKAGE && policy.keepNewest().isEmpty()) {
            warnings.add("keepPer=" + policy.keepPer() + " has nothing to do without " + Policy.COUNTS + ".");
        }
        if (protectsEverything()) {
            warnings.add(
                    "keepVersions=" + SafeText.harmless(policy.keepVersions().toString())
                            + " protects every version that a rule looks at, so nothing can be deleted.");
        }
        return warnings;
    }

    /** A snapshot is released by a version of the same package, so where releases go elsewhere the rule never matches. */
    private Optional<String> withoutReleases() {
        List<PackageJudge> withSnapshots = judges.stream()
                .filter(judge ->
                        judge.selected().stream().anyMatch(candidate -> candidate.kind() == VersionKind.SNAPSHOT))
                .toList();
        List<String> without = withSnapshots.stream()
                .filter(judge -> !hasReleases(judge))
                .map(judge -> judge.history().ref().toString())
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String where = without.size() == withSnapshots.size() ? "" : " in " + firstOf(without);
        return Optional.of(DeleteReleasedSnapshots.RULE + "=true has nothing to do" + where
                + ": there is no release to look at. Releases may be published elsewhere.");
    }

    /** Whether it has a release, or a prerelease that releases its own snapshot. */
    private static boolean hasReleases(PackageJudge judge) {
        Set<String> names = judge.newestFirst().stream()
                .filter(candidate -> candidate.kind() != VersionKind.SNAPSHOT)
                .map(RankedVersion::name)
                .collect(Collectors.toSet());
        return judge.newestFirst().stream().anyMatch(candidate -> candidate.kind() == VersionKind.RELEASE)
                || judge.selected().stream()
                        .flatMap(candidate -> DeleteReleasedSnapshots.releaseName(candidate.name()).stream())
                        .anyMatch(names::contains);
    }

    private static String firstOf(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return more <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + more + " more";
    }

    /** Names in {@code keepVersions} that no package has: the user means to protect something, and nothing is protected. */
    List<String> missingNames() {
        return unmatched(policy.keepVersions()).stream()
                .filter(NamePatterns::isLiteral)
                .map(name -> "keepVersions=" + SafeText.harmless(name)
                        + " names a version that does not exist, so it protects nothing.")
                .toList();
    }

    /** Kinds that are there and that the policy does not speak of. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (VersionKind kind : VersionKind.values()) {
            long count = selected.stream()
                    .filter(candidate -> candidate.kind() == kind)
                    .count();
            if (count > 0 && policy.rules(kind).isEmpty()) {
                notes.add(Words.count((int) count, kind) + (count == 1 ? " stays" : " stay")
                        + " untouched: there is no rule for " + kind + "s.");
            }
        }
        return notes;
    }

    private List<String> unmatched(NamePatterns patterns) {
        return patterns.texts().stream()
                .filter(pattern -> all.stream().noneMatch(candidate -> NamePatterns.matches(pattern, candidate.name())))
                .toList();
    }

    private boolean protectsEverything() {
        Set<VersionKind> ruled = EnumSet.allOf(VersionKind.class);
        ruled.removeIf(kind -> policy.rules(kind).isEmpty());
        List<RankedVersion> judged = selected.stream()
                .filter(candidate -> ruled.contains(candidate.kind()))
                .toList();
        return !judged.isEmpty()
                && judged.stream().allMatch(candidate -> policy.keepVersions().matches(candidate.name()));
    }
}
