package io.github.ghpackages.retention;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.SnapshotMetadata;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one package when a plan is made.
 *
 * @param ref the package
 * @param coherenceGroup packages with an equal group are modules of one reactor at one registry, and a version name is kept
 *     in all of them or deleted in all; null: judged on its own
 * @param versions its active versions, in any order
 * @param snapshots metadata by version id, for the snapshots where it was looked up and could be read
 * @param guards versions of this package that stay
 * @param goneBranches by version id, the branch or pull request after which the version is named and that certainly no longer
 *     exists, such as {@code branch fix-login}
 */
public record PackageHistory(
        PackageRef ref,
        @Nullable String coherenceGroup,
        List<PackageVersion> versions,
        Map<Long, SnapshotMetadata> snapshots,
        List<Guard> guards,
        Map<Long, String> goneBranches) {

    /** A package of whose versions none is known to be of a branch that is gone. */
    public PackageHistory(
            PackageRef ref,
            @Nullable String coherenceGroup,
            List<PackageVersion> versions,
            Map<Long, SnapshotMetadata> snapshots,
            List<Guard> guards) {
        this(ref, coherenceGroup, versions, snapshots, guards, Map.of());
    }

    /**
     * A version that stays whatever the policy says, because the build made it or a pom names it.
     *
     * @param matches whether a version with this name is protected
     * @param reason why, such as {@code referenced as a dependency in module app}
     */
    public record Guard(Predicate<String> matches, String reason) {}
}
