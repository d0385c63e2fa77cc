package io.github.ghpackages.retention;

import org.jspecify.annotations.Nullable;

/** Keep what {@code versions} does not select: the rules look at the others only, and count the others only. */
final class KeepUnselected implements Rule {

    private final @Nullable NamePatterns versions;

    KeepUnselected(@Nullable NamePatterns versions) {
        this.versions = versions;
    }

    boolean isSelected(RankedVersion candidate) {
        return versions == null || versions.matches(candidate.name());
    }

    @Override
    public @Nullable Finding judge(RankedVersion candidate) {
        return isSelected(candidate)
                ? null
                : new Finding(Finding.Effect.PROTECT, "versions", "not selected (versions=" + versions + ")");
    }
}
