package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.ServerTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes exactly the versions that the user named: {@code delete-version}. The rules of a policy are not looked at;
 * {@code keepVersions}, guards, coherence, last version and tripwires are. A version of an image is named by all its tags.
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
                                .map(candidate -> judge(history, candidate.version()))
                                .toList(),
                        false))
                .toList();
        List<String> warnings = new ArrayList<>(missing(histories));
        warnings.addAll(partlyNamed(histories));
        if (plans.stream().anyMatch(plan -> isImage(plan.history()) && plan.deletionCount() > 0)) {
            warnings.add(
                    "An image for several architectures consists of several versions. A version that is deleted may be a"
                            + " part of an image that is still in use.");
        }
        return new Judgement(plans, warnings, List.of(), List.of());
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

    private Verdict judge(PackageHistory history, PackageVersion version) {
        return isImage(history) ? judgeImage(version) : judge(version);
    }

    private Verdict judge(PackageVersion version) {
        if (!texts.contains(text(version))) {
            return Verdict.keep(version, byId ? Cause.Step.ID_NOT_NAMED : Cause.Step.NOT_NAMED, "not requested");
        }
        Cause cause = byId ? Cause.Step.ID_NAMED : Cause.Step.NAMED;
        return Verdict.delete(version, cause, "requested (" + cause.rule() + "=" + text(version) + ")");
    }

    /** A part of an image goes only if the user named all its tags; an untagged one may be a part of any image. */
    private Verdict judgeImage(PackageVersion version) {
        List<String> tags = version.tags();
        Cause notNamed = byId ? Cause.Step.ID_NOT_NAMED : Cause.Step.NOT_NAMED;
        Cause named = byId ? Cause.Step.ID_NAMED : Cause.Step.NAMED;
        if (tags.isEmpty()) {
            return Verdict.keep(
                    version, texts.contains(text(version)) ? named : notNamed, "untagged, so any image may need it");
        }
        if (byId) {
            return Verdict.keep(
                    version, texts.contains(text(version)) ? named : notNamed, "an image is deleted by its tags only");
        }
        if (tags.stream().noneMatch(texts::contains)) {
            return Verdict.keep(version, notNamed, "not requested");
        }
        return texts.containsAll(tags)
                ? Verdict.delete(
                        version, named, "all its tags were requested (versions=" + String.join(",", tags) + ")")
                : Verdict.keep(version, named, "not all its tags were requested");
    }

    private static boolean isImage(PackageHistory history) {
        return history.ref().name().type().isImage();
    }

    /** A warning for each image of which some tags are named, and not all. */
    private List<String> partlyNamed(List<PackageHistory> histories) {
        List<String> warnings = new ArrayList<>();
        for (PackageHistory history : histories) {
            for (PackageVersion version : isImage(history) && !byId ? history.versions() : List.<PackageVersion>of()) {
                List<String> others = version.tags().stream()
                        .filter(tag -> !texts.contains(tag))
                        .toList();
                if (version.state() == State.ACTIVE
                        && !others.isEmpty()
                        && others.size() < version.tags().size()) {
                    warnings.add(version.name() + " of " + history.ref() + " is kept: it also has the tags "
                            + String.join(", ", others) + ", which versions does not name.");
                }
            }
        }
        return warnings;
    }

    private String text(PackageVersion version) {
        return byId ? Long.toString(version.id()) : version.name();
    }

    private List<String> texts(PackageHistory history, PackageVersion version) {
        return isImage(history) && !byId ? version.tags() : List.of(text(version));
    }

    /** A warning for each name and id that none of the packages has. */
    private List<String> missing(List<PackageHistory> histories) {
        Set<String> missing = new LinkedHashSet<>(texts);
        for (PackageHistory history : histories) {
            history.versions().stream()
                    .filter(version -> version.state() == State.ACTIVE)
                    .forEach(version -> texts(history, version).forEach(missing::remove));
        }
        String rule = (byId ? Cause.Step.ID_NAMED : Cause.Step.NAMED).rule();
        return missing.stream()
                .map(text -> rule + "=" + text + " is in none of the packages.")
                .toList();
    }
}
