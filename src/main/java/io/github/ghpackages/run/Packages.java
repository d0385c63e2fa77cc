package io.github.ghpackages.run;

import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Reading that lists and restores have in common. */
public final class Packages {

    private Packages() {}

    /** The versions of a package; none where the package does not exist. */
    public static List<PackageVersion> versionsIfAny(Subject subject, State state) {
        return subject.github().find(subject.owner(), subject.name()).isPresent()
                ? subject.github().versions(subject.owner(), subject.name(), state)
                : List.of();
    }

    static Comparator<PackageVersion> lastDeletedFirst() {
        Comparator<Instant> oldestFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        return Comparator.comparing(PackageVersion::deletedAt, oldestFirst)
                .thenComparing(PackageVersion::id)
                .reversed();
    }
}
