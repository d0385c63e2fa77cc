package io.github.ghpackages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts in a snapshot's own {@code maven-metadata.xml}. GitHub's dates of a snapshot do not change on redeploy
 * (bitwarden/sdk-sm#321), so its age is read from here.
 *
 * @param lastUpdated when it was last deployed
 * @param buildNumber number of its last build; null if the file has none
 */
public record SnapshotMetadata(
        Instant lastUpdated, @Nullable Integer buildNumber) {}
