package io.github.ghpackages.run;

import io.github.ghpackages.SnapshotMetadata;
import java.util.Optional;

/** Looks up what the {@code maven-metadata.xml} of one snapshot of a package tells; empty where it can't be read. */
@FunctionalInterface
public interface SnapshotLookup {
    Optional<SnapshotMetadata> metadata(String versionName);
}
