package io.github.ghpackages.journal;

import io.github.ghpackages.PackageRef;
import org.jspecify.annotations.Nullable;

/** What ties an answer to what was sent: the package and the id of the version, null for the whole package. */
record EntryKey(PackageRef ref, @Nullable Long id) {

    static EntryKey of(JournalEntry entry) {
        var version = entry.version();
        return new EntryKey(entry.ref(), version == null ? null : version.id());
    }
}
