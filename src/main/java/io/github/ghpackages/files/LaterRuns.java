package io.github.ghpackages.files;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.files.Journal.EntryKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs after the run of a journal did to what that one deleted: only what they restored or deleted for certain. */
public final class LaterRuns {

    /** The header {@code Date} has no parts of seconds, so what came later may seem to be earlier by up to one. */
    private static final Duration WHOLE_SECONDS = Duration.ofSeconds(2);

    /**
     * What a later run did.
     *
     * @param journal the journal of that run
     * @param restored whether it restored; else it deleted
     * @param at when, by the server's clock; if a listing says that what it restored was deleted later than that, then
     */
    public record Touch(Path journal, boolean restored, Instant at) {

        private static Touch of(Journal journal, JournalEntry entry) {
            var answeredAt = entry.answeredAt();
            var version = entry.version();
            var at = answeredAt == null ? entry.sentAt() : answeredAt;
            // By another clock, the deletion that it undid may have been later.
            var undone = version == null || version.deletedAt() == null ? at : version.deletedAt();
            return new Touch(journal.file(), journal.header().isRestore(), undone.isAfter(at) ? undone : at);
        }

        /**
         * Whether what is deleted now, since this time, was deleted again. A listing may still show as deleted what was just
         * restored, with the time of its old deletion.
         */
        public boolean provesAnotherDeletion(@Nullable Instant deletedAt) {
            return !restored || deletedAt != null && deletedAt.isAfter(at);
        }

        /** What happened, to go on after the name of the version or package. */
        public String words() {
            var by = "by a later run (" + journal + ")";
            return restored ? "was restored " + by + " and deleted again after that" : "was deleted again " + by;
        }
    }

    private final Map<EntryKey, Touch> touched;
    private final List<String> warnings;

    private LaterRuns(Map<EntryKey, Touch> touched, List<String> warnings) {
        this.touched = touched;
        this.warnings = warnings;
    }

    /** The runs after this one that the folder of journals and its index know. */
    public static LaterRuns than(Journal journal, Path directory) {
        var touched = new HashMap<EntryKey, Touch>();
        var warnings = new ArrayList<String>();
        try {
            for (var later : JournalHistory.of(directory).since(journal, warnings)) {
                later.entries().stream()
                        .filter(LaterRuns::isCertain)
                        .forEach(entry -> touched.putIfAbsent(EntryKey.of(entry), Touch.of(later, entry)));
            }
        } catch (PackagesException e) {
            warnings.add(e.tried() + " " + e.reason() + " So later runs are unknown.");
        }
        return new LaterRuns(touched, warnings);
    }

    /**
     * What the newest of them did that restored the same version or package, or deleted it again. Only what it did after this
     * deletion: two runs may go on at the same time.
     */
    public Optional<Touch> of(JournalEntry deletion) {
        return Optional.ofNullable(touched.get(EntryKey.of(deletion)))
                .filter(touch -> touch.at().plus(WHOLE_SECONDS).isAfter(deletion.sentAt()));
    }

    /** Which journals could not be read. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private static boolean isCertain(JournalEntry entry) {
        var result = entry.result();
        return result != null && (result.outcome() == Outcome.RESTORED || result.outcome() == Outcome.DELETED);
    }
}
