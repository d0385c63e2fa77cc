package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;

/**
 * Keep or delete, for one version, and why.
 *
 * @param version the version judged
 * @param delete whether it goes
 * @param rule the rule that decided, by the name of its parameter, or {@code guard}, {@code coherence}, {@code no-rule}
 * @param reason in plain words, such as {@code 3rd newest of 5 releases (keepReleases=3)}
 * @param keptByCount whether it stays and has one of the places that a count gives, whatever else keeps it: if it turns out to
 *     be gone, another version was counted out wrongly
 */
public record Verdict(PackageVersion version, boolean delete, String rule, String reason, boolean keptByCount) {

    /** The same, with one of the places that a count gives. */
    Verdict withPlace() {
        return new Verdict(version, delete, rule, reason, true);
    }

    /** The same version, kept for another reason. */
    Verdict keptInstead(String byRule, String because) {
        return new Verdict(version, false, byRule, because, false);
    }
}
