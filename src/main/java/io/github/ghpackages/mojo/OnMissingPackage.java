package io.github.ghpackages.mojo;

/** What happens if a package that {@code packages} names does not exist. */
enum OnMissingPackage {
    WARN,
    FAIL
}
