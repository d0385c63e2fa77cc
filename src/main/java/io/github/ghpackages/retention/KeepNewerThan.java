package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import io.github.ghpackages.text.English;
import java.time.Instant;
import java.util.List;

/**
 * Keep the versions of a kind that are younger than an age. A version of unknown age is kept. Next to a count of the same kind, a
 * version is kept if either of the two keeps it.
 */
public record KeepNewerThan(VersionKind kind, Age age) implements Rule {

    /** In the order of the kinds. */
    static final List<Type> TYPES = List.of(
            type("keepReleasesNewerThan", VersionKind.RELEASE),
            type("keepPrereleasesNewerThan", VersionKind.PRERELEASE),
            type("keepSnapshotsNewerThan", VersionKind.SNAPSHOT));

    private static Type type(String parameter, VersionKind kind) {
        return new Type(parameter, values -> values.age(parameter).map(age -> new KeepNewerThan(kind, age)));
    }

    @Override
    public Type type() {
        return TYPES.get(kind.ordinal());
    }

    @Override
    public String toString() {
        return type().rule() + "=" + age;
    }

    @Override
    public boolean keepsNone() {
        return age.isZero();
    }

    @Override
    public boolean needsAgeOf(VersionKind other) {
        return other == kind;
    }

    @Override
    public Judge on(PackageJudge versions) {
        Instant now = versions.now().now();
        Instant cutOff = age.before(now);
        return version -> {
            LastChange change = LastChange.of(version, versions.history(), versions.now());
            Instant latest = change.latestKnown();
            if (latest == null || !latest.isAfter(cutOff) && !change.isKnownNotAfter(cutOff)) {
                return new Finding(Effect.KEEP, type(), "its age is unknown, since " + change.missing(), this);
            }
            return new Finding(
                    latest.isAfter(cutOff) ? Effect.KEEP : Effect.EXPIRE,
                    type(),
                    "last changed " + English.span(latest, now) + " ago",
                    this);
        };
    }
}
