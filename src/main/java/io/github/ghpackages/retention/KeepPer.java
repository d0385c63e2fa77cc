package io.github.ghpackages.retention;

import java.util.Locale;

/** What a count counts per: the package, or a line of versions that share their leading numbers. */
public enum KeepPer {
    PACKAGE,
    MAJOR,
    MINOR;

    /** As the user types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
