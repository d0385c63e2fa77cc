package io.github.ghpackages.stub;

import java.time.Instant;

/** What may become of packages and versions, by GitHub's rules. Guarded by the lock of the world. */
final class Changes {

    private static final int TOO_POPULAR = 5000;

    private final World world;

    Changes(World world) {
        this.world = world;
    }

    void delete(StubPackage from, StubVersion version) {
        if (isPublic(from) && version.downloads() > TOO_POPULAR) {
            throw Refusal.of(
                    400,
                    "Publicly visible package versions with more than 5000 downloads cannot be deleted."
                            + " Contact GitHub support for further assistance.");
        }
        if (from.activeCount() == 1) {
            throw Refusal.of(
                    400, "You cannot delete the last version of a package. You must delete the package instead.");
        }
        from.put(version.deleted(world.now()));
        world.record(Event.What.DELETED, from, version);
    }

    /** The texts of these refusals are not known; the status is an option of the stub. */
    void restore(StubPackage to, StubVersion version) {
        Instant deletedAt = version.deletedAt();
        if (deletedAt == null) {
            throw declined("Package version is not deleted.");
        }
        if (to.active(version.name()).isPresent()) {
            throw declined("Package version cannot be restored: its name is in use.");
        }
        if (!Packages.isRestorable(deletedAt, world.now())) {
            throw declined("Package version cannot be restored: it was deleted more than 30 days ago.");
        }
        to.put(version.deleted(null));
        world.record(Event.What.RESTORED, to, version);
    }

    void delete(StubPackage gone) {
        if (isPublic(gone) && gone.listed(false).stream().anyMatch(version -> version.downloads() > TOO_POPULAR)) {
            throw Refusal.of(
                    400,
                    "Publicly visible packages with more than 5000 downloads cannot be deleted."
                            + " Contact GitHub support for further assistance.");
        }
        gone.delete(world.now());
        world.record(Event.What.PACKAGE_DELETED, gone);
    }

    void restore(StubPackage back) {
        Account owner = world.directory().get(back.ownerId());
        Instant deletedAt = back.deletedAt();
        if (world.packages().find(owner, back.type(), back.name()).isPresent()) {
            throw declined("Package cannot be restored: its name is in use.");
        }
        if (deletedAt == null || !Packages.isRestorable(deletedAt, world.now())) {
            throw declined("Package cannot be restored: it was deleted more than 30 days ago.");
        }
        back.restore();
        world.record(Event.What.PACKAGE_RESTORED, back);
    }

    private Refusal declined(String message) {
        return Refusal.of(world.behaviour().restoreRefusal(), message);
    }

    private boolean isPublic(StubPackage of) {
        return !world.directory().repository(of.repositoryId()).isPrivate();
    }
}
