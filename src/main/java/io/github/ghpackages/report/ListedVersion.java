package io.github.ghpackages.report;

import io.github.ghpackages.PackageVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a list.
 *
 * @param version the version
 * @param restorableUntil of a deleted one, when GitHub stops restoring it; null for an active one, and where it is not known
 * @param builds how many builds a snapshot holds; null where it was not asked for or is not known
 */
public record ListedVersion(
        PackageVersion version,
        @Nullable Instant restorableUntil,
        @Nullable Integer builds) {}
