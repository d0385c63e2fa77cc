package io.github.ghpackages;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Release, prerelease or snapshot, told by the version's name alone. What is not clearly a prerelease or a snapshot is a
 * release: doubt means the more precious kind.
 */
public enum VersionKind {
    RELEASE,
    PRERELEASE,
    SNAPSHOT;

    private static final Pattern SNAPSHOT_NAME = Pattern.compile("(?i)(?:.*[-._])?SNAPSHOT", Pattern.DOTALL);

    /**
     * A qualifier of Maven's or a common spelling, as a part of its own after a digit or a separator, with at most a number
     * behind it: {@code 1.0-rc1}, {@code 2.0.0.M3}, {@code 1.0b2}, but neither {@code 1.0-march} nor {@code 1.0-export}.
     */
    private static final Pattern PRERELEASE_NAME = Pattern.compile(
            "(?i)v?[0-9].*?(?:(?:[-._+]|(?<=[0-9]))(?:alpha|beta|milestone|rc|cr|ea|pre|preview|dev|snapshot)"
                    + "|(?:[-._]|(?<=[0-9]))[abm](?=[-._]?[0-9]))"
                    + "(?:(?=[-._+0-9])|$).*",
            Pattern.DOTALL);

    /** The kind of a version of this name. */
    public static VersionKind of(String name) {
        if (SNAPSHOT_NAME.matcher(name).matches()) {
            return SNAPSHOT;
        }
        return PRERELEASE_NAME.matcher(name).matches() ? PRERELEASE : RELEASE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
