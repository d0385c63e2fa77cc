package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.VersionKind;
import io.github.ghpackages.arguments.Argument;
import io.github.ghpackages.arguments.Arguments;
import io.github.ghpackages.retention.Age;
import io.github.ghpackages.retention.KeepPer;
import io.github.ghpackages.retention.NamePatterns;
import io.github.ghpackages.retention.OnLastVersion;
import io.github.ghpackages.retention.Policy;

/** The retention policy that the arguments of a prune describe. */
record RetentionArguments(Arguments arguments) {

    Policy policy() {
        Policy.Builder builder = new Policy.Builder();
        builder.versions(arguments.isGiven("versions") ? NamePatterns.of(arguments.texts("versions")) : null);
        count("keepReleases", VersionKind.RELEASE, builder);
        count("keepPrereleases", VersionKind.PRERELEASE, builder);
        count("keepSnapshots", VersionKind.SNAPSHOT, builder);
        age("keepReleasesNewerThan", VersionKind.RELEASE, builder);
        age("keepPrereleasesNewerThan", VersionKind.PRERELEASE, builder);
        age("keepSnapshotsNewerThan", VersionKind.SNAPSHOT, builder);
        builder.keepPer(arguments.get("keepPer").choice(KeepPer.class));
        builder.keepLines(arguments.find("keepLines").map(Argument::positive).orElse(null));
        builder.keepVersions(NamePatterns.of(arguments.texts("keepVersions")));
        Age grace = Ages.of(arguments.get("releasedSnapshotsGrace"));
        if (arguments.get("deleteReleasedSnapshots").flag()) {
            builder.deleteReleasedSnapshots(grace);
        }
        builder.onLastVersion(arguments.get("onLastVersion").choice(OnLastVersion.class));
        builder.maxDeletions(arguments.find("maxDeletions").map(Argument::count).orElse(null));
        builder.maxDeletionShare(
                arguments.find("maxDeletionShare").map(Argument::percent).orElse(null));
        return builder.build();
    }

    /** Refuses a policy whose parameters contradict each other. */
    static void requireSound(Policy policy) {
        if (!policy.problems().isEmpty()) {
            throw new PackagesException(
                    Id.INVALID_PARAMETER,
                    "Reading the retention policy failed.",
                    String.join(" ", policy.problems()),
                    "Change the parameters that are named. Nothing was deleted.");
        }
    }

    private void count(String name, VersionKind kind, Policy.Builder builder) {
        arguments.find(name).ifPresent(argument -> builder.keepNewest(kind, argument.count()));
    }

    private void age(String name, VersionKind kind, Policy.Builder builder) {
        arguments.find(name).ifPresent(argument -> builder.keepNewerThan(kind, Ages.of(argument)));
    }
}
