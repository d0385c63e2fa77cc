package io.github.ghpackages.retention;

/** What a count counts per: the package, or a line of versions that share their leading numbers. */
public enum KeepPer {
    PACKAGE,
    MAJOR,
    MINOR
}
