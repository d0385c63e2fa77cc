package io.github.ghpackages.stub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A package and its versions. Guarded by the lock of the world. */
final class StubPackage {

    /** As GitHub lists them, by what users have observed; nothing documents it. */
    static final Comparator<StubVersion> NEWEST_FIRST = Comparator.comparing(StubVersion::createdAt)
            .thenComparing(StubVersion::id)
            .reversed();

    private final long id;
    private final long ownerId;
    private final long repositoryId;
    private final String type;
    private final String name;
    private final Instant createdAt;
    private final Map<Long, StubVersion> versions = new LinkedHashMap<>();
    private final Map<String, Long> activeByName = new HashMap<>();
    private final Map<StubVersion, Integer> ghosts = new LinkedHashMap<>();
    private @Nullable List<StubVersion> active;
    private @Nullable List<StubVersion> deleted;
    private @Nullable Instant deletedAt;
    private boolean inConflict;

    StubPackage(long id, Repository repository, String type, String name, Instant createdAt) {
        this.id = id;
        this.ownerId = repository.ownerId();
        this.repositoryId = repository.id();
        this.type = type;
        this.name = name;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    long ownerId() {
        return ownerId;
    }

    long repositoryId() {
        return repositoryId;
    }

    String type() {
        return type;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When a version was published or deleted last. */
    Instant changedAt() {
        Instant latest = createdAt;
        for (StubVersion version : versions.values()) {
            for (Instant at : new Instant[] {version.createdAt(), version.updatedAt(), version.deletedAt()}) {
                latest = at != null && at.isAfter(latest) ? at : latest;
            }
        }
        return latest;
    }

    @Nullable
    Instant deletedAt() {
        return deletedAt;
    }

    boolean isInConflict() {
        return inConflict;
    }

    void setInConflict() {
        inConflict = true;
    }

    void delete(Instant at) {
        deletedAt = at;
    }

    void restore() {
        deletedAt = null;
    }

    Optional<StubVersion> active(String version) {
        return Optional.ofNullable(activeByName.get(version)).map(versions::get);
    }

    Optional<StubVersion> find(long version) {
        return Optional.ofNullable(versions.get(version));
    }

    Optional<StubVersion> active(long version) {
        return find(version).filter(found -> found.deletedAt() == null);
    }

    void put(StubVersion version) {
        versions.put(version.id(), version);
        if (version.deletedAt() == null) {
            activeByName.put(version.name(), version.id());
        } else {
            activeByName.remove(version.name(), version.id());
        }
        active = null;
        deleted = null;
    }

    /** A row in so many listings of the active versions, although there is nothing (any more) behind it. */
    void addGhost(StubVersion ghost, int listings) {
        ghosts.put(ghost, listings);
        active = null;
    }

    /** The first page is asked for: ghosts that have shown often enough are gone. */
    void listingStarts() {
        if (ghosts.values().removeIf(left -> left == 0)) {
            active = null;
        }
        ghosts.replaceAll((ghost, left) -> left - 1);
    }

    int activeCount() {
        return activeByName.size();
    }

    /** What a listing shows, newest first; kept until something changes, since a listing has many pages. */
    List<StubVersion> listed(boolean wantDeleted) {
        List<StubVersion> known = wantDeleted ? deleted : active;
        if (known != null) {
            return known;
        }
        List<StubVersion> rows = new ArrayList<>(wantDeleted ? List.of() : ghosts.keySet());
        for (StubVersion version : versions.values()) {
            if ((version.deletedAt() != null) == wantDeleted) {
                rows.add(version);
            }
        }
        rows.sort(NEWEST_FIRST);
        List<StubVersion> listed = List.copyOf(rows);
        if (wantDeleted) {
            deleted = listed;
        } else {
            active = listed;
        }
        return listed;
    }
}
