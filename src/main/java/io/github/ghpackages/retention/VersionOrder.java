package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;
import java.util.Comparator;

/** The one total order of versions, whatever Maven runs. */
public final class VersionOrder {

    private VersionOrder() {}

    /** Oldest first by name; equal names by {@code createdAt}, then id. */
    public static Comparator<PackageVersion> ascending() {
        throw new UnsupportedOperationException();
    }

    /** Compares two version names. */
    public static int compareNames(String left, String right) {
        throw new UnsupportedOperationException(left + right);
    }
}
