package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import java.util.ArrayList;
import java.util.List;

/** Applies the rules of a policy and the guards to the versions of one package. */
final class PackageJudge {

    private final PackageHistory history;
    private final List<RankedVersion> newestFirst;
    private final List<RankedVersion> selected;
    private final List<Rule> rules = new ArrayList<>();
    private final List<KeepNewest> counts = new ArrayList<>();

    PackageJudge(Policy policy, PackageHistory history, ServerTime now) {
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
    static List<RankedVersion> newestFirst(PackageHistory history) {
        return history.versions().stream()
                .filter(version -> version.state() == PackageVersion.State.ACTIVE)
                .map(RankedVersion::of)
                .sorted(VersionOrder.NEWEST_FIRST)
                .toList();
    }

    PackageHistory history() {
        return history;
    }

    List<RankedVersion> newestFirst() {
        return newestFirst;
    }

    /** What {@code versions} selects of them. */
    List<RankedVersion> selected() {
        return selected;
    }

    PackagePlan plan() {
        return new PackagePlan(history, newestFirst.stream().map(this::judge).toList(), false);
    }

    private Verdict judge(RankedVersion candidate) {
        Verdict verdict = judgeByRules(candidate);
        if (verdict.delete()) {
            verdict = keepGuarded(verdict, history);
        }
        return verdict.delete() || !isAmongNewest(candidate) ? verdict : verdict.withPlace();
    }

    private boolean isAmongNewest(RankedVersion candidate) {
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

    private Verdict judgeByRules(RankedVersion candidate) {
        Finding keep = null;
        Finding letGo = null;
        for (Rule rule : rules) {
            Finding finding = rule.judge(candidate);
            if (finding == null) {
                continue;
            }
            switch (finding.effect()) {
                case PROTECT -> {
                    return verdict(candidate, false, finding);
                }
                case DELETE -> {
                    return verdict(candidate, true, finding);
                }
                case KEEP -> keep = keep == null ? finding : keep;
                case LET_GO -> letGo = letGo == null ? finding : letGo.and(finding);
            }
        }
        if (keep != null) {
            return verdict(candidate, false, keep);
        }
        if (letGo != null) {
            return verdict(candidate, true, letGo);
        }
        return new Verdict(
                candidate.version(), false, "no-rule", "there is no rule for " + candidate.kind() + "s", false);
    }

    private static Verdict verdict(RankedVersion candidate, boolean delete, Finding finding) {
        return new Verdict(candidate.version(), delete, finding.rule(), finding.reason(), false);
    }
}
