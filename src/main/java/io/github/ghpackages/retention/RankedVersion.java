package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.VersionKind;

/**
 * A version to be judged, with what its name tells, read once.
 *
 * @param sortKey its place in version order
 * @param hasPlace whether it has one that means anything
 */
record RankedVersion(PackageVersion version, VersionKind kind, String sortKey, boolean hasPlace) {

    static RankedVersion of(PackageVersion version) {
        String sortKey = SortKey.of(version.name());
        return new RankedVersion(version, version.kind(), sortKey, SortKey.isPlace(sortKey));
    }

    /** Whether its name has only numbers and words that Maven knows; all others are qualified, and counted apart. */
    boolean isPlain() {
        return NameParts.isPlain(version.name());
    }

    String name() {
        return version.name();
    }
}
