package io.github.ghpackages;

import io.github.ghpackages.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one version, with an explanation.
 *
 * @param outcome the outcome
 * @param message GitHub's message or the plugin's, made {@link SafeText#harmless harmless} here; null if the outcome needs none
 */
public record Result(Outcome outcome, @Nullable String message) {

    public Result {
        message = message == null ? null : SafeText.harmless(message);
    }

    /** An outcome that needs no explanation. */
    public static Result of(Outcome outcome) {
        return new Result(outcome, null);
    }
}
