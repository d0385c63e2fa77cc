package io.github.ghpackages.retention;

/** What to do when a plan would empty a package, which GitHub declines for its last version. */
public enum OnLastVersion {
    KEEP,
    FAIL,
    DELETE_PACKAGE
}
