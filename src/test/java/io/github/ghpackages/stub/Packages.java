package io.github.ghpackages.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All packages of all owners, and what can be done to them. Guarded by the lock of the world. */
final class Packages {

    static final Duration RESTORABLE = Duration.ofDays(30);

    private final List<StubPackage> packages = new ArrayList<>();
    /** Beyond 2^30, as GitHub's are by now. */
    private long lastVersionId = 1_259_730_684L;

    private long lastPackageId = 2_461_776L;

    List<StubPackage> of(Account owner) {
        return packages.stream()
                .filter(candidate -> candidate.ownerId() == owner.id())
                .filter(candidate -> candidate.deletedAt() == null)
                .toList();
    }

    Optional<StubPackage> find(Account owner, String type, String name) {
        return packages.stream()
                .filter(candidate -> is(candidate, owner, type, name))
                .filter(candidate -> candidate.deletedAt() == null)
                .findFirst();
    }

    /** The one of this name that was deleted last. */
    Optional<StubPackage> findDeleted(Account owner, String type, String name) {
        return packages.stream()
                .filter(candidate -> is(candidate, owner, type, name))
                .filter(candidate -> candidate.deletedAt() != null)
                .reduce((earlier, later) -> later);
    }

    private static boolean is(StubPackage candidate, Account owner, String type, String name) {
        return candidate.ownerId() == owner.id()
                && candidate.type().equals(type)
                && candidate.name().equals(name);
    }

    StubPackage getOrAdd(Account owner, Repository repository, String type, String name, Instant at) {
        return find(owner, type, name).orElseGet(() -> {
            StubPackage added = new StubPackage(++lastPackageId, repository, type, name, at);
            packages.add(added);
            return added;
        });
    }

    StubVersion publish(StubPackage to, String version, Instant at) {
        StubVersion published = StubVersion.published(++lastVersionId, version, at);
        to.put(published);
        return published;
    }

    long nextVersionId() {
        return ++lastVersionId;
    }

    static boolean isRestorable(Instant deletedAt, Instant now) {
        return Duration.between(deletedAt, now).compareTo(RESTORABLE) <= 0;
    }
}
