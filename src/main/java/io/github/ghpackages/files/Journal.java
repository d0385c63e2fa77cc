package io.github.ghpackages.files;

import io.github.ghpackages.PackageRef;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.json.JsonException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal that was read back.
 *
 * @param file where it stands
 * @param header which run wrote it
 * @param entries what the run sent, in that order
 * @param complete whether the run came to its end
 * @param warnings what a person should know, such as a last line that a kill cut off
 */
public record Journal(
        Path file, JournalHeader header, List<JournalEntry> entries, boolean complete, List<String> warnings) {

    /** The error for a value of the header that the plugin would not write. */
    public PackagesException damagedHeader(String what) {
        return FileErrors.notReadable(file, 1, new JsonException(what));
    }

    /** What an undo has to look at. */
    public List<JournalEntry> toUndo() {
        return Stream.concat(deletions().stream(), lateDeletions().stream()).toList();
    }

    /** What this run deleted, or may have deleted, each version or package once. */
    public List<JournalEntry> deletions() {
        if (header.isRestore()) {
            return List.of();
        }
        var deletions = new LinkedHashMap<EntryKey, JournalEntry>();
        for (var entry : entries) {
            if (entry.mayHaveDeleted()) {
                deletions.put(EntryKey.of(entry), entry);
            }
        }
        return List.copyOf(deletions.values());
    }

    /** Deletions that failed as far as this run knew, but may have taken effect later. */
    public List<JournalEntry> lateDeletions() {
        return header.isRestore()
                ? List.of()
                : entries.stream().filter(JournalEntry::mayHaveDeletedLater).toList();
    }

    /** What ties an answer to what was sent: the package and the id of the version, null for the whole package. */
    record EntryKey(PackageRef ref, @Nullable Long id) {

        static EntryKey of(JournalEntry entry) {
            var version = entry.version();
            return new EntryKey(entry.ref(), version == null ? null : version.id());
        }
    }
}
