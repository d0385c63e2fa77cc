package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;

/**
 * The versions that share a major, or a major.minor: the leading numbers after an optional {@code v}; a missing minor counts as 0.
 */
final class Line {

    private static final String WHOLE_PACKAGE = "";

    private final String label;
    private final int rank;
    private int size;

    /**
     * @param label such as {@code 1.4}; empty for the whole package
     * @param rank from 1 for the newest line
     */
    Line(String label, int rank) {
        this.label = label;
        this.rank = rank;
    }

    /** The label of the line of a version that has a place in version order. A commit hash is no minor. */
    static String label(String versionName, KeepPer per) {
        if (per == KeepPer.PACKAGE) {
            return WHOLE_PACKAGE;
        }
        String name = NameParts.withoutHashes(versionName);
        int start = SortKey.startOfNumber(name);
        int end = endOfNumber(name, start);
        String major = number(name, start, end);
        if (per == KeepPer.MAJOR) {
            return major;
        }
        int minorStart = Math.min(end + 1, name.length());
        boolean hasMinor = end < name.length() && name.charAt(end) == '.';
        return major + "." + number(name, minorStart, hasMinor ? endOfNumber(name, minorStart) : minorStart);
    }

    /** Takes in the next version, from the newest on, and says its rank. */
    int add() {
        return ++size;
    }

    String label() {
        return label;
    }

    int rank() {
        return rank;
    }

    int size() {
        return size;
    }

    private static int endOfNumber(String name, int start) {
        int end = start;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Without leading zeros; nothing counts as 0. */
    private static String number(String name, int start, int end) {
        int first = start;
        while (first < end && name.charAt(first) == '0') {
            first++;
        }
        return first == end ? "0" : name.substring(first, end);
    }
}
