package io.github.ghpackages.run;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackageVersion;
import io.github.ghpackages.PackageVersion.State;
import io.github.ghpackages.Result;
import io.github.ghpackages.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deletion of a version that stands in a journal: tells it from other deletions of the same version, all by the server's clock.
 *
 * @param longestWait how long what stands in the journal may have waited for a rate limit before it was sent
 */
record JournalledDeletion(JournalEntry entry, Duration longestWait) {

    /** {@code Date} has whole seconds, and the machines of a service do not quite agree. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    /** An effect may be late, and a build may have been killed while it waited for an answer. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(5);

    /** Why a deletion at this time is another one; empty when it is this one, or may be. */
    Optional<String> whyNotOf(@Nullable Instant deletedAt) {
        if (deletedAt == null) {
            return Optional.empty();
        }
        Instant known = entry.answeredAt() == null ? entry.sentAt() : entry.answeredAt();
        Duration later = isCertain() ? CLOCKS_DIFFER : longestWait.plus(ON_THE_WAY);
        if (deletedAt.isAfter(known.plus(later))) {
            return Optional.of("was restored and deleted again since this journal");
        }
        if (!isCertain() && deletedAt.isBefore(entry.sentAt().minus(CLOCKS_DIFFER))) {
            return Optional.of("had been deleted before the run of this journal came to it");
        }
        return Optional.empty();
    }

    /** The version as it was left by this deletion, for where GitHub does not list it. */
    PackageVersion asDeleted(PackageVersion version) {
        return new PackageVersion(
                version.id(),
                version.name(),
                State.DELETED,
                version.createdAt(),
                version.updatedAt(),
                entry.answeredAt() == null ? entry.sentAt() : entry.answeredAt(),
                version.url());
    }

    private boolean isCertain() {
        Result result = entry.result();
        return result != null && result.outcome() == Outcome.DELETED;
    }
}
