package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.files.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deletion of a version that a journal names, with what its time shows.
 *
 * @param longestWait how long what is in the journal may have waited for a rate limit before it was sent
 */
record JournalledDeletion(JournalEntry entry, Duration longestWait) {

    /**
     * The times in the journal are from the header {@code Date}, those of a listing from a database. A second node or a proxy may
     * have another clock; only what is more than a day apart was deleted at another time.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** Whether a version that was deleted at this time was deleted by something else, later. */
    boolean isLongBefore(@Nullable Instant deletedAt) {
        Duration later = isCertain() ? CLOCKS_DIFFER : longestWait.plus(CLOCKS_DIFFER);
        return deletedAt != null && deletedAt.isAfter(at().plus(later));
    }

    /** Whether the clocks of the journal and of the listing agree, as far as this deletion shows. */
    boolean showsThatClocksAgree(@Nullable Instant deletedAt) {
        return isCertain()
                && deletedAt != null
                && Duration.between(at(), deletedAt).abs().compareTo(CLOCKS_DIFFER) <= 0;
    }

    /** The version as it was after this deletion, for where GitHub does not list it. */
    PackageVersion asDeleted(PackageVersion version) {
        return new PackageVersion(
                version.id(),
                version.name(),
                State.DELETED,
                version.createdAt(),
                version.updatedAt(),
                at(),
                version.url());
    }

    private Instant at() {
        return entry.answeredAt() == null ? entry.sentAt() : entry.answeredAt();
    }

    private boolean isCertain() {
        Result result = entry.result();
        return result != null && result.outcome() == Outcome.DELETED;
    }
}
