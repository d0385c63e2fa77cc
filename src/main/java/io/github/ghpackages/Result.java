package io.github.ghpackages;

import org.jspecify.annotations.Nullable;

/**
 * The outcome for one version, with what there is to say about it.
 *
 * @param outcome what became of it
 * @param message GitHub's words or ours, harmless to print; null where the outcome says all
 */
public record Result(Outcome outcome, @Nullable String message) {

    /** An outcome that needs no words. */
    public static Result of(Outcome outcome) {
        return new Result(outcome, null);
    }
}
