package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.ServerTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes exactly the versions that the user named: {@code delete-version}. The rules of a policy and {@code keepVersions} are not
 * looked at; guards, coherence, last version and tripwires are.
 */
public final class ExactVersions implements Judge {

    private final boolean byId;
    private final Set<String> texts;

    private ExactVersions(boolean byId, Collection<String> texts) {
        this.byId = byId;
        this.texts = new LinkedHashSet<>(texts);
    }

    /** The versions of these names, in every package: {@code delete-version} with {@code versions}. */
    public static ExactVersions named(Collection<String> names) {
        return new ExactVersions(false, names);
    }

    /** The versions of these ids: {@code delete-version} with {@code versionIds}. */
    public static ExactVersions withIds(Collection<Long> ids) {
        return new ExactVersions(true, ids.stream().map(String::valueOf).toList());
    }

    /** Whether the user named the version of this verdict, although it may stay. */
    public static boolean isNamed(Verdict verdict) {
        return verdict.cause() != Cause.Step.NOT_NAMED && verdict.cause() != Cause.Step.ID_NOT_NAMED;
    }

    @Override
    public Judgement judge(List<PackageHistory> histories, ServerTime now) {
        List<PackagePlan> plans = histories.stream()
                .map(history -> new PackagePlan(
                        history,
                        PackageJudge.newestFirst(history).stream()
                                .map(candidate -> judge(candidate.version()))
                                .toList(),
                        false))
                .toList();
        return new Judgement(plans, missing(histories), List.of(), List.of());
    }

    @Override
    public boolean namesVersions() {
        return true;
    }

    /** An id means one version of one package. */
    @Override
    public boolean judgesTogether() {
        return !byId;
    }

    private Verdict judge(PackageVersion version) {
        if (!texts.contains(text(version))) {
            return Verdict.keep(version, byId ? Cause.Step.ID_NOT_NAMED : Cause.Step.NOT_NAMED, "not requested");
        }
        Cause cause = byId ? Cause.Step.ID_NAMED : Cause.Step.NAMED;
        return Verdict.delete(version, cause, "requested (" + cause.rule() + "=" + text(version) + ")");
    }

    private String text(PackageVersion version) {
        return byId ? Long.toString(version.id()) : version.name();
    }

    /** A warning for each name and id that none of the packages has. */
    private List<String> missing(List<PackageHistory> histories) {
        Set<String> missing = new LinkedHashSet<>(texts);
        for (PackageHistory history : histories) {
            history.versions().stream()
                    .filter(version -> version.state() == State.ACTIVE)
                    .forEach(version -> missing.remove(text(version)));
        }
        String rule = (byId ? Cause.Step.ID_NAMED : Cause.Step.NAMED).rule();
        return missing.stream()
                .map(text -> rule + "=" + text + " is in none of the packages.")
                .toList();
    }
}
