package io.github.ghpackages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot's own {@code maven-metadata.xml} tells. GitHub's dates of a snapshot do not move on redeploy
 * (bitwarden/sdk-sm#321), so its age is told from here.
 *
 * @param lastUpdated when it was last deployed
 * @param buildNumber number of its last build; null where the file has none
 */
public record SnapshotMetadata(
        Instant lastUpdated, @Nullable Integer buildNumber) {}
