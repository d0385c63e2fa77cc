package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.ServerTime;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the rules of a policy to the versions of one package. */
public final class PackageJudge {

    private final Policy policy;
    private final PackageHistory history;
    private final ServerTime now;
    private final List<RankedVersion> newestFirst;
    private final List<RankedVersion> selected;
    private final Map<VersionKind, List<Rule.Judge>> rules = new EnumMap<>(VersionKind.class);

    PackageJudge(Policy policy, PackageHistory history, ServerTime now) {
        this.policy = policy;
        this.history = history;
        this.now = now;
        this.newestFirst = newestFirst(history);
        this.selected = newestFirst.stream().filter(this::isSelected).toList();
        for (Rule rule : policy.rules()) {
            rules.computeIfAbsent(rule.kind(), kind -> new ArrayList<>()).add(rule.on(this));
        }
    }

    /** Active versions only: nothing else can be deleted, or takes a place. */
    static List<RankedVersion> newestFirst(PackageHistory history) {
        return history.versions().stream()
                .filter(version -> version.state() == State.ACTIVE)
                .map(RankedVersion::of)
                .sorted(VersionOrder.NEWEST_FIRST)
                .toList();
    }

    Policy policy() {
        return policy;
    }

    PackageHistory history() {
        return history;
    }

    ServerTime now() {
        return now;
    }

    /** All active versions. */
    List<RankedVersion> newestFirst() {
        return newestFirst;
    }

    /** The active versions that {@code versions} selects. */
    List<RankedVersion> selected() {
        return selected;
    }

    PackagePlan plan() {
        return new PackagePlan(history, newestFirst.stream().map(this::judge).toList(), false);
    }

    /** What each rule for its kind finds about a version; null if it does not apply. */
    Map<Rule, Rule.@Nullable Finding> findings(RankedVersion version) {
        List<Rule> ofKind = policy.rules(version.kind());
        List<Rule.Judge> judges = rules.getOrDefault(version.kind(), List.of());
        Map<Rule, Rule.@Nullable Finding> findings = new LinkedHashMap<>();
        for (int i = 0; i < ofKind.size(); i++) {
            findings.put(ofKind.get(i), judges.get(i).judge(version));
        }
        return findings;
    }

    private boolean isSelected(RankedVersion version) {
        Selection versions = policy.versions();
        return versions == null || versions.matches(version.name());
    }

    private Verdict judge(RankedVersion version) {
        List<Rule.Judge> judges = rules.getOrDefault(version.kind(), List.of());
        Verdict verdict = judge(version, judges);
        for (Rule.Judge judge : judges) {
            if (judge.grantsPlace(version)) {
                return verdict.withPlace();
            }
        }
        return verdict;
    }

    /** {@code keepVersions} first, then {@code versions}, then the rules. */
    private Verdict judge(RankedVersion version, List<Rule.Judge> judges) {
        Optional<Reason> always = policy.alwaysKept(version.version());
        if (always.isPresent()) {
            return Verdict.keep(version.version(), Cause.Step.KEEP_VERSIONS, always.get());
        }
        if (!isSelected(version)) {
            return Verdict.keep(
                    version.version(),
                    Cause.Step.NOT_SELECTED,
                    Reason.of("not selected", "versions=" + policy.versions()));
        }
        Rule.Finding keep = null;
        Rule.Finding expire = null;
        for (Rule.Judge judge : judges) {
            Rule.Finding finding = judge.judge(version);
            if (finding == null) {
                continue;
            }
            switch (finding.effect()) {
                case DELETE -> {
                    return Verdict.delete(version.version(), finding.cause(), finding.why());
                }
                case KEEP -> keep = keep == null ? finding : keep;
                case EXPIRE -> expire = expire == null ? finding : expire.and(finding);
            }
        }
        if (keep != null) {
            return Verdict.keep(version.version(), keep.cause(), keep.why());
        }
        return expire == null
                ? Verdict.keep(version.version(), Cause.Step.NO_RULE, "there is no rule for " + version.kind() + "s")
                : Verdict.delete(version.version(), expire.cause(), expire.why());
    }
}
