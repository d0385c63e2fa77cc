package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;

/** Pages that do not fit together. Reading them again may help. */
final class InconsistentPagesException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    InconsistentPagesException(String reason) {
        super(reason);
        this.reason = reason;
    }

    PackagesException asFailure(String tried) {
        return new PackagesException(
                Id.INCOMPLETE_LISTING,
                tried + " failed.",
                reason,
                "Nothing is decided from an incomplete listing. Run the goal again when nothing else deploys or"
                        + " deletes. If the error persists, the server or a proxy is at fault.");
    }
}
