package io.github.ghpackages.stub;

import java.time.Instant;

/**
 * Something that became of a package or version, by request or by seeding.
 *
 * @param owner the owner's login
 * @param packageName the package's name
 * @param version the version's name; empty for a whole package
 * @param id the version's id, or the package's for a whole package
 * @param at by the stub's clock
 */
public record Event(What what, String owner, String packageName, String version, long id, Instant at) {

    /** What happened to it. */
    public enum What {
        PUBLISHED,
        DELETED,
        RESTORED,
        PACKAGE_DELETED,
        PACKAGE_RESTORED
    }

    @Override
    public String toString() {
        return what + " " + owner + "/" + packageName + (version.isEmpty() ? "" : " " + version) + " (" + id + ")";
    }
}
