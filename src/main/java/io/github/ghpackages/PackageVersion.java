package io.github.ghpackages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a package, as GitHub lists it. For Maven, {@code 1.0-SNAPSHOT} is one version that contains all its
 * timestamped builds, and its dates do not change when it is deployed again.
 *
 * @param id GitHub's numeric id, which survives deletion and restore
 * @param name the Maven version
 * @param state whether it can be downloaded or only restored
 * @param createdAt when it was first published; null if unknown
 * @param updatedAt GitHub's time of the last change; null if unknown
 * @param deletedAt null for an active version, or if unknown
 * @param url its page on GitHub; null if unknown
 * @param tags the tags of an image, as GitHub lists them; empty for an untagged one and for other types
 */
public record PackageVersion(
        long id,
        String name,
        State state,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable String url,
        List<String> tags) {

    /** A version without tags. */
    public PackageVersion(
            long id,
            String name,
            State state,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable Instant deletedAt,
            @Nullable String url) {
        this(id, name, state, createdAt, updatedAt, deletedAt, url, List.of());
    }

    /** GitHub's own two states of a version. */
    public enum State {
        ACTIVE,
        DELETED
    }

    /** The kind, which only the name decides. */
    public VersionKind kind() {
        return VersionKind.of(name);
    }
}
