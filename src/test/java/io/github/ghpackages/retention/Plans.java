package io.github.ghpackages.retention;

import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes plans for tests and reads them. */
final class Plans {

    private Plans() {}

    static Plan plan(Policy.Builder policy, History... histories) {
        return planAt(new ServerTime(History.NOW, History.NOW), policy, histories);
    }

    static Plan planAt(ServerTime now, Policy.Builder policy, History... histories) {
        return Planner.by(policy.build())
                .plan(Stream.of(histories).map(History::build).toList(), now);
    }

    static Policy.Builder keepReleases(int count) {
        return new Policy.Builder().rule(new KeepNewest(VersionKind.RELEASE, count));
    }

    static Policy.Builder keepSnapshots(int count) {
        return new Policy.Builder().rule(new KeepNewest(VersionKind.SNAPSHOT, count));
    }

    static Policy.Builder keepReleasesNewerThan(String age) {
        return new Policy.Builder().rule(new KeepNewerThan(VersionKind.RELEASE, Age.parse(age)));
    }

    static Policy.Builder keepSnapshotsNewerThan(String age) {
        return new Policy.Builder().rule(new KeepNewerThan(VersionKind.SNAPSHOT, Age.parse(age)));
    }

    static Policy.Builder deleteReleasedSnapshots(String grace) {
        return new Policy.Builder().rule(new DeleteReleasedSnapshots(Age.parse(grace)));
    }

    /** The counts of a policy, by kind. */
    static Map<VersionKind, Integer> counts(Policy policy) {
        Map<VersionKind, Integer> counts = new EnumMap<>(VersionKind.class);
        for (VersionKind kind : VersionKind.values()) {
            policy.rule(KeepNewest.class, kind).ifPresent(rule -> counts.put(kind, rule.count()));
        }
        return counts;
    }

    /** The age rules of a policy, by kind. */
    static Map<VersionKind, Age> ages(Policy policy) {
        Map<VersionKind, Age> ages = new EnumMap<>(VersionKind.class);
        for (VersionKind kind : VersionKind.values()) {
            policy.rule(KeepNewerThan.class, kind).ifPresent(rule -> ages.put(kind, rule.age()));
        }
        return ages;
    }

    static Selection selection(String... texts) {
        return Selection.ofVersions(List.of(texts));
    }

    static NamePatterns patterns(String... texts) {
        return NamePatterns.of(List.of(texts));
    }

    /** Names of what stays in the only package, newest first. */
    static List<String> kept(Plan plan) {
        return kept(plan, 0);
    }

    static List<String> kept(Plan plan, int index) {
        return names(plan, index, false);
    }

    /** Names of what goes in the only package, newest first. */
    static List<String> deleted(Plan plan) {
        return deleted(plan, 0);
    }

    static List<String> deleted(Plan plan, int index) {
        return names(plan, index, true);
    }

    private static List<String> names(Plan plan, int index, boolean delete) {
        return plan.packages().get(index).verdicts().stream()
                .filter(verdict -> verdict.delete() == delete)
                .map(verdict -> verdict.version().name())
                .toList();
    }

    static Verdict verdict(Plan plan, String name) {
        return verdict(plan, 0, name);
    }

    static Verdict verdict(Plan plan, int index, String name) {
        return plan.packages().get(index).verdicts().stream()
                .filter(verdict -> verdict.version().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String reason(Plan plan, String name) {
        return verdict(plan, name).reason();
    }

    /** {@code keep rule: reason} or {@code delete rule: reason} by name. */
    static Map<String, String> judgements(Plan plan) {
        return plan.packages().get(0).verdicts().stream()
                .collect(Collectors.toMap(
                        verdict -> verdict.version().name(),
                        verdict -> (verdict.delete() ? "delete " : "keep ") + verdict.rule() + ": " + verdict.reason(),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
