package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import org.jspecify.annotations.Nullable;

/** Pages that do not fit together. Reading them again may help. */
final class Misfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final @Nullable PackagesException unreadable;

    Misfit(String reason) {
        super(reason);
        this.reason = reason;
        this.unreadable = null;
    }

    /** A page that could not be understood at all. */
    Misfit(PackagesException unreadable) {
        super(unreadable);
        this.reason = unreadable.reason();
        this.unreadable = unreadable;
    }

    PackagesException asFailure(String tried) {
        PackagesException known = unreadable;
        return new PackagesException(
                known == null ? Id.INCOMPLETE_LISTING : known.id(),
                tried + " failed.",
                reason,
                known == null
                        ? "From a part of a listing nothing is decided. Run the goal again when nothing else deploys or deletes; if it stays so, it is the server or a proxy."
                        : known.remedy());
    }
}
