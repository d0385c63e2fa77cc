package io.github.ghpackages.files;

import io.github.ghpackages.PackageRef;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What ties an answer to what was sent: the package and the id of the version, null for the whole package. */
record EntryKey(PackageRef ref, @Nullable Long id) {

    static EntryKey of(JournalEntry entry) {
        var version = entry.version();
        return new EntryKey(entry.ref(), version == null ? null : version.id());
    }

    /** The same for every spelling of the owner and of the API's URL. */
    EntryKey canonical() {
        var owner = ref.owner().toLowerCase(Locale.ROOT);
        return new EntryKey(new PackageRef(withoutLastSlash(ref.apiUrl()), owner, ref.name()), id);
    }

    static boolean isSame(URI api, URI other) {
        return withoutLastSlash(api).equals(withoutLastSlash(other));
    }

    private static URI withoutLastSlash(URI url) {
        var text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
