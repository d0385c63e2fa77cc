package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is live in a package while versions are restored to it. A listing may still show what is deleted
 * (dataaxiom/ghcr-cleanup-action#121), so a row that matters is read once more by itself.
 */
final class LiveVersions {

    private final TargetPackage subject;
    private final Map<String, Long> listed = new HashMap<>();
    private final Map<String, Long> added = new HashMap<>();

    LiveVersions(TargetPackage subject, List<PackageVersion> active) {
        this.subject = subject;
        active.forEach(version -> listed.put(version.name(), version.id()));
    }

    boolean has(PackageVersion version) {
        return Long.valueOf(version.id()).equals(listed.get(version.name())) && isLive(subject, version.id());
    }

    /** The id of another version of the same name. */
    Optional<Long> inTheWayOf(PackageVersion version) {
        Long here = added.get(version.name());
        if (here != null) {
            return Optional.of(here);
        }
        Long other = listed.get(version.name());
        return other != null && other != version.id() && isLive(subject, other) ? Optional.of(other) : Optional.empty();
    }

    /** It has been restored, or would be. */
    void add(PackageVersion version) {
        added.put(version.name(), version.id());
    }

    static boolean isLive(TargetPackage subject, long id) {
        return subject.github()
                .version(subject.owner(), subject.name(), id)
                .filter(found -> found.state() == State.ACTIVE)
                .isPresent();
    }
}
