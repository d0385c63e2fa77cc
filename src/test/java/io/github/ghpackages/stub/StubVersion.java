package io.github.ghpackages.stub;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of a package.
 *
 * @param deletedAt null for an active one
 * @param files by file name; grows with each upload
 * @param tags of an image
 */
record StubVersion(
        long id,
        String name,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long downloads,
        Map<String, byte[]> files,
        List<String> tags) {

    static StubVersion published(long id, String name, Instant at) {
        return new StubVersion(id, name, at, at, null, 0, Collections.emptyMap(), List.of());
    }

    boolean isSnapshot() {
        return name.endsWith("-SNAPSHOT");
    }

    StubVersion deleted(@Nullable Instant at) {
        return new StubVersion(id, name, createdAt, updatedAt, at, downloads, files, tags);
    }

    StubVersion downloaded(long times) {
        return new StubVersion(id, name, createdAt, updatedAt, deletedAt, times, files, tags);
    }

    StubVersion published(Instant at) {
        return new StubVersion(id, name, at, at, deletedAt, downloads, files, tags);
    }

    StubVersion updated(Instant at) {
        return new StubVersion(id, name, createdAt, at, deletedAt, downloads, files, tags);
    }

    /** The dates stay: GitHub does not move them when a snapshot is deployed again. */
    StubVersion withFile(String file, byte[] content) {
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(file, content);
        return new StubVersion(id, name, createdAt, updatedAt, deletedAt, downloads, more, tags);
    }

    /** A push moves the tags of an image, and GitHub's date of its last change. */
    StubVersion tagged(List<String> others, Instant at) {
        return new StubVersion(id, name, createdAt, at, deletedAt, downloads, files, List.copyOf(others));
    }
}
