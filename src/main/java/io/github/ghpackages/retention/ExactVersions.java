package io.github.ghpackages.retention;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.text.SafeText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versions that are to be deleted because somebody said exactly which, and not because of a policy. */
public final class ExactVersions {

    private static final String NOT_ASKED_FOR = "not asked for";

    private final String rule;
    private final String reasonToKeep;
    private final Set<String> names;
    private final Set<Long> ids;
    private final Map<PackageRef, Map<Long, Verdict>> planned;

    private ExactVersions(
            String rule,
            String reasonToKeep,
            Collection<String> names,
            Collection<Long> ids,
            Map<PackageRef, Map<Long, Verdict>> planned) {
        this.rule = rule;
        this.reasonToKeep = reasonToKeep;
        this.names = new LinkedHashSet<>(names);
        this.ids = new LinkedHashSet<>(ids);
        this.planned = Map.copyOf(planned);
    }

    /** The versions of these names, in every package: {@code delete-version} with {@code versions}. */
    public static ExactVersions named(Collection<String> names) {
        return new ExactVersions("versions", NOT_ASKED_FOR, names, List.of(), Map.of());
    }

    /** The versions of these ids: {@code delete-version} with {@code versionIds}. */
    public static ExactVersions withIds(Collection<Long> ids) {
        return new ExactVersions("versionIds", NOT_ASKED_FOR, List.of(), ids, Map.of());
    }

    /**
     * What an earlier plan says of each version, by package and id, with its rules and reasons: {@code applyPlan}. Ids are one
     * server's own, so they mean nothing without their package.
     */
    public static ExactVersions planned(Map<PackageRef, Map<Long, Verdict>> verdicts) {
        return new ExactVersions("applyPlan", "it is not in the plan", List.of(), List.of(), verdicts);
    }

    /** Whether {@code delete-version} was asked for the version of this verdict, although it may stay. */
    public static boolean wereAskedFor(Verdict verdict) {
        return !verdict.reason().equals(NOT_ASKED_FOR);
    }

    /**
     * Whether a name goes in all modules of a reactor or in none. An id means one version of one package, and asking for it says
     * so.
     */
    boolean areJudgedTogether() {
        return ids.isEmpty();
    }

    Verdict judge(PackageRef ref, PackageVersion version) {
        Verdict earlier = planned.getOrDefault(ref, Map.of()).get(version.id());
        if (earlier != null) {
            return new Verdict(version, earlier.delete(), earlier.rule(), earlier.reason(), earlier.keptByCount());
        }
        String asked = asked(version);
        return asked == null
                ? new Verdict(version, false, rule, reasonToKeep, false)
                : new Verdict(version, true, rule, "asked for (" + asked + ")", false);
    }

    private @Nullable String asked(PackageVersion version) {
        if (names.contains(version.name())) {
            return rule + "=" + version.name();
        }
        return ids.contains(version.id()) ? rule + "=" + version.id() : null;
    }

    /** A warning for each name and id that none of the packages has. */
    List<String> missing(List<PackageHistory> histories) {
        Set<String> missing = new LinkedHashSet<>(names);
        ids.forEach(id -> missing.add(Long.toString(id)));
        for (PackageHistory history : histories) {
            history.versions().stream()
                    .filter(version -> version.state() == PackageVersion.State.ACTIVE)
                    .forEach(version -> missing.remove(names.isEmpty() ? Long.toString(version.id()) : version.name()));
        }
        return missing.stream()
                .map(text -> rule + "=" + SafeText.harmless(text) + " is in none of the packages.")
                .toList();
    }
}
