package io.github.ghpackages.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code maven-metadata.xml} of one snapshot tells. Either {@code lastUpdated} or {@code problem} is there.
 *
 * @param lastUpdated when it was last deployed
 * @param buildNumber number of its last build; null where the file has none
 * @param builds how many builds it holds; null where the file does not tell
 * @param problem why nothing is known, as a sentence without its full stop
 */
public record SnapshotFacts(
        @Nullable Instant lastUpdated,
        @Nullable Integer buildNumber,
        @Nullable Integer builds,
        @Nullable String problem) {

    static SnapshotFacts unknown(String problem) {
        return new SnapshotFacts(null, null, null, problem);
    }
}
