package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Applies the rules of a policy and the guards to the versions of one package. */
final class PackageJudge {

    private final PackageHistory history;
    private final List<Candidate> newestFirst;
    private final List<Candidate> selected;
    private final List<Rule> rules = new ArrayList<>();
    private final List<KeepNewest> counts = new ArrayList<>();

    PackageJudge(Policy policy, PackageHistory history, Instant now) {
        this.history = history;
        this.newestFirst = newestFirst(history);
        var selection = new KeepUnselected(policy.versions());
        this.selected = newestFirst.stream().filter(selection::isSelected).toList();
        rules.add(new KeepListed(policy.keepVersions()));
        rules.add(selection);
        if (policy.releasedSnapshotsGrace() != null) {
            boolean alone = !policy.hasKeepingRule(VersionKind.SNAPSHOT);
            rules.add(new DeleteReleasedSnapshots(policy.releasedSnapshotsGrace(), alone, newestFirst, history, now));
        }
        policy.keepNewest().forEach((kind, count) -> counts.add(new KeepNewest(policy, kind, count, selected)));
        rules.addAll(counts);
        policy.keepNewerThan().forEach((kind, age) -> rules.add(new KeepNewerThan(kind, age, history, now)));
    }

    /** Active versions only: nothing else can be deleted, or is worth a place. */
    static List<Candidate> newestFirst(PackageHistory history) {
        return history.versions().stream()
                .filter(version -> version.state() == PackageVersion.State.ACTIVE)
                .map(Candidate::of)
                .sorted(VersionOrder.OF_CANDIDATES.reversed())
                .toList();
    }

    List<Candidate> newestFirst() {
        return newestFirst;
    }

    /** What {@code versions} selects of them. */
    List<Candidate> selected() {
        return selected;
    }

    PackagePlan plan() {
        return new PackagePlan(history, newestFirst.stream().map(this::judge).toList(), false);
    }

    private Verdict judge(Candidate candidate) {
        Verdict verdict = judgeByRules(candidate);
        if (verdict.delete()) {
            verdict = keepGuarded(verdict, history);
        }
        return verdict.delete() || !isAmongNewest(candidate) ? verdict : verdict.withPlace();
    }

    private boolean isAmongNewest(Candidate candidate) {
        for (KeepNewest count : counts) {
            if (count.isAmongNewest(candidate)) {
                return true;
            }
        }
        return false;
    }

    /** The verdict, turned where a guard names the version. */
    static Verdict keepGuarded(Verdict verdict, PackageHistory history) {
        for (Guard guard : history.guards()) {
            if (guard.matches().test(verdict.version().name())) {
                return verdict.keptInstead("guard", guard.reason());
            }
        }
        return verdict;
    }

    private Verdict judgeByRules(Candidate candidate) {
        List<Finding> others = new ArrayList<>();
        for (Rule rule : rules) {
            Finding finding = rule.judge(candidate);
            if (finding == null) {
                continue;
            }
            if (finding.effect() == Finding.Effect.PROTECT || finding.effect() == Finding.Effect.DELETE) {
                return verdict(candidate, finding);
            }
            others.add(finding);
        }
        for (Finding finding : others) {
            if (finding.effect() == Finding.Effect.KEEP) {
                return verdict(candidate, finding);
            }
        }
        if (others.isEmpty()) {
            return new Verdict(
                    candidate.version(), false, "no-rule", "there is no rule for " + candidate.kind() + "s", false);
        }
        String reasons = others.stream().map(Finding::reason).collect(Collectors.joining("; "));
        return new Verdict(candidate.version(), true, others.get(0).rule(), reasons, false);
    }

    private static Verdict verdict(Candidate candidate, Finding finding) {
        return new Verdict(
                candidate.version(),
                finding.effect() == Finding.Effect.DELETE,
                finding.rule(),
                finding.reason(),
                false);
    }
}
