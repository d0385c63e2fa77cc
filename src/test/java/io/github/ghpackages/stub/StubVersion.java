package io.github.ghpackages.stub;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of a package.
 *
 * @param deletedAt null for an active one
 * @param files by file name; grows with each upload
 */
record StubVersion(
        long id,
        String name,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long downloads,
        Map<String, byte[]> files) {

    static StubVersion published(long id, String name, Instant at) {
        return new StubVersion(id, name, at, at, null, 0, Collections.emptyMap());
    }

    boolean isSnapshot() {
        return name.endsWith("-SNAPSHOT");
    }

    StubVersion deleted(@Nullable Instant at) {
        return new StubVersion(id, name, createdAt, updatedAt, at, downloads, files);
    }

    StubVersion downloaded(long times) {
        return new StubVersion(id, name, createdAt, updatedAt, deletedAt, times, files);
    }

    StubVersion published(Instant at) {
        return new StubVersion(id, name, at, at, deletedAt, downloads, files);
    }

    StubVersion updated(Instant at) {
        return new StubVersion(id, name, createdAt, at, deletedAt, downloads, files);
    }

    /** The dates stay: GitHub does not move them when a snapshot is deployed again. */
    StubVersion withFile(String file, byte[] content) {
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(file, content);
        return new StubVersion(id, name, createdAt, updatedAt, deletedAt, downloads, more);
    }
}
