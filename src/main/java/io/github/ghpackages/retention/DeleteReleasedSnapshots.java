package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.retention.VersionOrder.RankedVersion;
import io.github.ghpackages.text.English;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Delete a snapshot, whatever counts and ages say, if its exact name without {@code -SNAPSHOT} is an active release or prerelease
 * of the package that is at least {@code releasedSnapshotsGrace} old. A release of unknown age counts as too young. Without another
 * rule for snapshots, it touches no other snapshot.
 */
public record DeleteReleasedSnapshots(Age grace) implements Rule {

    static final Type TYPE = new Type(
            "deleteReleasedSnapshots",
            values -> values.flag("deleteReleasedSnapshots")
                    ? values.age("releasedSnapshotsGrace").map(DeleteReleasedSnapshots::new)
                    : Optional.empty());

    private static final String SUFFIX = "-SNAPSHOT";

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public VersionKind kind() {
        return VersionKind.SNAPSHOT;
    }

    @Override
    public String toString() {
        return TYPE.rule() + "=true";
    }

    @Override
    public boolean needsAgeOf(VersionKind other) {
        return other != VersionKind.SNAPSHOT;
    }

    /**
     * The name of the version because of which a snapshot is deleted.
     *
     * @param cause what decided to delete it; empty for any other than this rule
     */
    public static Optional<String> releaseThatDeleted(Cause cause, PackageVersion snapshot) {
        return cause == TYPE ? releaseName(snapshot.name()) : Optional.empty();
    }

    /** The only name under which this snapshot can be released; empty if its name has no such form. */
    private static Optional<String> releaseName(String snapshot) {
        return snapshot.endsWith(SUFFIX) && snapshot.length() > SUFFIX.length()
                ? Optional.of(snapshot.substring(0, snapshot.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /** A snapshot is released by a version of the same package, so if releases are published elsewhere the rule never matches. */
    @Override
    public Optional<Boolean> hasEffectIn(PackageJudge versions) {
        return versions.selected().stream().anyMatch(version -> version.kind() == VersionKind.SNAPSHOT)
                ? Optional.of(hasReleases(versions))
                : Optional.empty();
    }

    @Override
    public String idleness() {
        return "there is no release. Releases may be published elsewhere.";
    }

    /** Whether the package has a release, or a prerelease that releases its own snapshot. */
    private static boolean hasReleases(PackageJudge versions) {
        Set<String> names = versions.newestFirst().stream()
                .filter(version -> version.kind() != VersionKind.SNAPSHOT)
                .map(RankedVersion::name)
                .collect(Collectors.toSet());
        return versions.newestFirst().stream().anyMatch(version -> version.kind() == VersionKind.RELEASE)
                || versions.selected().stream()
                        .flatMap(version -> releaseName(version.name()).stream())
                        .anyMatch(names::contains);
    }

    @Override
    public Judge on(PackageJudge versions) {
        return new Released(this, versions);
    }

    /** The releases and prereleases of one package, by name. */
    private static final class Released implements Judge {

        private final PackageJudge versions;
        private final boolean alone;
        private final Instant graceBegan;
        private final String parameters;
        private final Map<String, RankedVersion> released = new HashMap<>();

        Released(DeleteReleasedSnapshots rule, PackageJudge versions) {
            this.versions = versions;
            this.alone = versions.policy().rules(VersionKind.SNAPSHOT).size() == 1;
            this.graceBegan = rule.grace.before(versions.now().now());
            this.parameters = rule + ", releasedSnapshotsGrace=" + rule.grace;
            for (RankedVersion version : versions.newestFirst()) {
                if (version.kind() != VersionKind.SNAPSHOT) {
                    released.put(version.name(), version);
                }
            }
        }

        @Override
        public @Nullable Finding judge(RankedVersion snapshot) {
            RankedVersion release =
                    releaseName(snapshot.name()).map(released::get).orElse(null);
            if (release == null) {
                return orKeep("it is not released", TYPE.rule() + "=true");
            }
            String shown = release.kind() + " " + release.name();
            LastChange change = LastChange.of(release, versions.history(), versions.now());
            Instant latest = change.latestKnown();
            if (change.missing() != null || latest == null) {
                return orKeep("the age of " + shown + " is unknown, since " + change.missing(), parameters);
            }
            String reason = shown + " is " + English.span(latest, versions.now().now()) + " old";
            return change.isKnownNotAfter(graceBegan)
                    ? new Finding(Effect.DELETE, TYPE, reason, parameters)
                    : orKeep(reason, parameters);
        }

        /** Other rules for snapshots decide, if there are any. */
        private @Nullable Finding orKeep(String fact, String because) {
            return alone ? new Finding(Effect.KEEP, TYPE, fact, because) : null;
        }
    }
}
