package io.github.ghpackages.retention;

import io.github.ghpackages.VersionKind;
import org.jspecify.annotations.Nullable;

/**
 * A range in Maven's notation, by this plugin's version order: {@code [1.0,2.0)}, {@code (,1.5]}, {@code [1.0]}.
 *
 * <p>An open upper bound also excludes the prereleases and snapshots of that version, which Maven's own resolution includes: whoever
 * writes {@code [1.0,2.0)} means 1.x, and not {@code 2.0-rc-1}. A name without a place in version order is in no range.
 *
 * @param lower null: no lower bound
 * @param upper null: no upper bound
 */
record VersionRange(
        @Nullable String lower, boolean withLower, @Nullable String upper, boolean withUpper) {

    private static final String SNAPSHOT = "-SNAPSHOT";

    /** Whether somebody who writes this text means a range. */
    static boolean looksLikeOne(String text) {
        return text.startsWith("[") || text.startsWith("(") || text.endsWith("]") || text.endsWith(")");
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException in words for the user, if it is malformed
     */
    static VersionRange parse(String text) {
        int end = text.length() - 1;
        boolean closed = end > 0 && "[(".indexOf(text.charAt(0)) >= 0 && "])".indexOf(text.charAt(end)) >= 0;
        if (!closed || text.substring(1, end).chars().anyMatch(character -> "[]()".indexOf(character) >= 0)) {
            throw new IllegalArgumentException("a range begins with [ or ( and ends with ] or )");
        }
        boolean withLower = text.charAt(0) == '[';
        boolean withUpper = text.charAt(end) == ']';
        String[] bounds = text.substring(1, end).split(",", -1);
        if (bounds.length == 1) {
            String only = bound(bounds[0]);
            if (only == null || !withLower || !withUpper) {
                throw new IllegalArgumentException("a range of one version is written [1.0]");
            }
            return new VersionRange(only, true, only, true);
        }
        if (bounds.length > 2) {
            throw new IllegalArgumentException("a range has two bounds; separate several ranges by commas");
        }
        VersionRange range = new VersionRange(bound(bounds[0]), withLower, bound(bounds[1]), withUpper);
        if (range.isEmpty()) {
            throw new IllegalArgumentException("no version is in this range");
        }
        return range;
    }

    private static @Nullable String bound(String text) {
        String bound = text.strip();
        if (!bound.isEmpty() && !VersionOrder.hasPlace(bound)) {
            throw new IllegalArgumentException("the bound " + bound + " does not begin with a number");
        }
        return bound.isEmpty() ? null : bound;
    }

    private boolean isEmpty() {
        if (lower == null || upper == null) {
            return false;
        }
        int order = VersionOrder.compareNames(lower, upper);
        return order > 0 || order == 0 && !(withLower && withUpper);
    }

    /** Whether a version of this name is in it. */
    boolean contains(String name) {
        return VersionOrder.hasPlace(name) && isAboveLower(name) && isBelowUpper(name);
    }

    private boolean isAboveLower(String name) {
        if (lower == null) {
            return true;
        }
        int order = VersionOrder.compareNames(name, lower);
        return order > 0 || order == 0 && withLower;
    }

    private boolean isBelowUpper(String name) {
        if (upper == null) {
            return true;
        }
        int order = VersionOrder.compareNames(name, upper);
        return withUpper ? order <= 0 : order < 0 && !leadsTo(name, upper);
    }

    /** Whether a version of this name is a prerelease or snapshot of another one. */
    private static boolean leadsTo(String name, String release) {
        if (VersionKind.of(name) == VersionKind.RELEASE) {
            return false;
        }
        return VersionOrder.compareNames(numbers(name), release) == 0
                || VersionOrder.compareNames(withoutSnapshot(name), release) == 0;
    }

    /** The leading numbers of a name: {@code 2.0} of {@code v2.0-rc-1}. */
    private static String numbers(String name) {
        int start = SortKey.startOfNumber(name);
        int end = start;
        while (end < name.length() && (name.charAt(end) == '.' || Character.isDigit(name.charAt(end)))) {
            end++;
        }
        while (end > start && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(start, end);
    }

    private static String withoutSnapshot(String name) {
        int end = name.length() - SNAPSHOT.length();
        return end > 0 && name.regionMatches(true, end, SNAPSHOT, 0, SNAPSHOT.length()) ? name.substring(0, end) : name;
    }
}
