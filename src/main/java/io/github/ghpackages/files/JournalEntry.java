package io.github.ghpackages.files;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.Result;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deletion or restore that a run was to send, with its outcome.
 *
 * @param ref the package
 * @param version the version; null: the whole package
 * @param packageVersions of a whole package, the versions that went with it; else empty
 * @param rule the rule that decided; null for a whole package and for a restore
 * @param reason why, in plain words
 * @param sentAt when the journal had it, before it was sent or called off
 * @param answeredAt when the outcome was known; null: it was not recorded
 * @param result its outcome; null if it was sent and no outcome was recorded
 */
public record JournalEntry(
        PackageRef ref,
        @Nullable PackageVersion version,
        List<PackageVersion> packageVersions,
        @Nullable String rule,
        @Nullable String reason,
        Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Result result) {

    /** Whether this deletion happened, or may have happened for all that the journal knows. */
    public boolean mayHaveDeleted() {
        return result == null || result.outcome() == Outcome.DELETED || result.outcome() == Outcome.UNKNOWN;
    }

    /** Whether it was there as long as the run looked, though a request for its deletion may have been under way. */
    public boolean mayHaveDeletedLater() {
        return result != null && result.outcome() == Outcome.FAILED;
    }
}
