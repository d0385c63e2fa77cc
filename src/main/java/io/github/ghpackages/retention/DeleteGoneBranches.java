package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import io.github.ghpackages.text.English;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Delete a version that is named after a branch or pull request, once that no longer exists and the version has not changed for a
 * grace time. It overrides rules that keep. A version of which this is not certain is left to the other rules.
 *
 * @param kind of the versions; there is one such rule for each kind
 * @param branchVersions how versions are named
 */
public record DeleteGoneBranches(VersionKind kind, BranchVersions branchVersions, Age grace) implements Rule {

    private static final String PARAMETER = "deleteGoneBranches";

    /** In the order of the kinds, all of one parameter. */
    static final List<Type> TYPES =
            Stream.of(VersionKind.values()).map(DeleteGoneBranches::type).toList();

    private static Type type(VersionKind kind) {
        return new Type(
                PARAMETER,
                values -> values.flag(PARAMETER)
                        ? Optional.of(new DeleteGoneBranches(
                                kind,
                                BranchVersions.of(values.texts("branchVersions")),
                                values.age("goneBranchGrace").orElse(Age.parse("7d"))))
                        : Optional.empty());
    }

    @Override
    public Type type() {
        return TYPES.get(kind.ordinal());
    }

    @Override
    public String toString() {
        return PARAMETER + "=true";
    }

    @Override
    public List<String> problems() {
        return branchVersions.toString().isEmpty()
                ? List.of(this + " requires branchVersions, which says how versions are named after branches, such as"
                        + " *-{branch}-SNAPSHOT.")
                : List.of();
    }

    @Override
    public boolean needsAgeOf(VersionKind other) {
        return other == kind;
    }

    @Override
    public boolean onlyDeletes() {
        return true;
    }

    @Override
    public boolean dependsOnMoreThanPackage(PackageVersion version) {
        return !branchVersions.candidates(version.name()).isEmpty();
    }

    @Override
    public Judge on(PackageJudge versions) {
        boolean alone = versions.policy().rules(kind).size() == 1;
        Instant now = versions.now().now();
        Instant graceBegan = grace.before(now);
        return version -> judge(version, versions, alone, now, graceBegan);
    }

    private @Nullable Finding judge(
            RankedVersion version, PackageJudge versions, boolean alone, Instant now, Instant graceBegan) {
        String gone = versions.history().goneBranches().get(version.version().id());
        if (gone == null) {
            return alone ? new Finding(Effect.KEEP, type(), "of no branch that is gone", this) : null;
        }
        LastChange change = LastChange.of(version, versions.history(), versions.now());
        Instant latest = change.latestKnown();
        String parameters = this + ", goneBranchGrace=" + grace;
        if (change.missing() != null || latest == null) {
            String reason = "its " + gone + " is gone, but its age is unknown, since " + change.missing();
            return alone ? new Finding(Effect.KEEP, type(), reason, parameters) : null;
        }
        String reason = "its " + gone + " is gone, and it last changed " + English.span(latest, now) + " ago";
        if (change.isKnownNotAfter(graceBegan)) {
            return new Finding(Effect.DELETE, type(), reason, parameters);
        }
        return alone ? new Finding(Effect.KEEP, type(), reason, parameters) : null;
    }
}
