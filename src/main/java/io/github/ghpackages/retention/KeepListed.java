package io.github.ghpackages.retention;

import org.jspecify.annotations.Nullable;

/**
 * Keep what {@code keepVersions} names, whatever any other rule says of it. It is a protection: it names what stays and lets
 * nothing go, so a policy of it alone has no rule.
 */
final class KeepListed implements Rule {

    private final NamePatterns keepVersions;

    KeepListed(NamePatterns keepVersions) {
        this.keepVersions = keepVersions;
    }

    @Override
    public @Nullable Finding judge(RankedVersion candidate) {
        String pattern = keepVersions.match(candidate.name());
        return pattern == null
                ? null
                : new Finding(Finding.Effect.PROTECT, "keepVersions", "always kept (keepVersions=" + pattern + ")");
    }
}
