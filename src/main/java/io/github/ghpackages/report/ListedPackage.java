package io.github.ghpackages.report;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.retention.VersionOrder;
import java.util.List;

/**
 * One package of a list.
 *
 * @param ref the package
 * @param exists whether GitHub shows it to the token
 * @param versions in any order; the record has them newest first
 */
public record ListedPackage(PackageRef ref, boolean exists, List<ListedVersion> versions) {

    public ListedPackage {
        versions = VersionOrder.newestFirst(versions, ListedVersion::version);
    }
}
