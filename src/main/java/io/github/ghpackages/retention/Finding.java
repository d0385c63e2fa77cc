package io.github.ghpackages.retention;

/**
 * What one rule says of one version.
 *
 * @param rule the name of its parameter
 * @param reason why, in plain words
 */
record Finding(Effect effect, String rule, String reason) {

    /** The same, with the reason of another that says the same. */
    Finding and(Finding other) {
        return new Finding(effect, rule, reason + "; " + other.reason);
    }

    /** How much a finding weighs beside those of other rules. */
    enum Effect {
        /** It stays, whatever else is said behind this. */
        PROTECT,
        /** It goes, whatever else is said behind this. */
        DELETE,
        /** It stays. */
        KEEP,
        /** This rule does not keep it; it goes unless another rule does. */
        LET_GO
    }
}
