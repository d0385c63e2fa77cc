package io.github.ghpackages.retention;

import io.github.ghpackages.PackageVersion;

/**
 * Keep or delete, for one version, and why.
 *
 * @param version the version judged
 * @param delete whether it goes
 * @param rule the rule that decided, by the name of its parameter, or {@code guard}, {@code coherence}, {@code no-rule}
 * @param reason in plain words, such as {@code 3rd newest of 5 releases}
 * @param keptByCount whether its place among the newest is what keeps it
 */
public record Verdict(PackageVersion version, boolean delete, String rule, String reason, boolean keptByCount) {}
