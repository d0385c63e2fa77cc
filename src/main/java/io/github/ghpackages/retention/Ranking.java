package io.github.ghpackages.retention;

import io.github.ghpackages.NameParts;
import io.github.ghpackages.text.English;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions that a count ranks together: the plain ones of a kind, or the qualified ones, in their lines. */
final class Ranking {

    private final String noun;
    private final KeepPer per;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * @param noun what each of the versions is, such as {@code qualified release}
     */
    Ranking(String noun, KeepPer per) {
        this.noun = noun;
        this.per = per;
    }

    /**
     * Where a version is: its line, and its rank there, from 1 for the newest.
     *
     * @param ranking whose lines are counted
     */
    record Place(Ranking ranking, Line line, int rank) {

        /** {@code 3rd newest of 5 releases}. */
        String shown() {
            int size = line.size();
            return English.newest(rank, size)
                    + (size == 1 ? " " + ranking.noun : " of " + English.count(size, ranking.noun));
        }

        /** {@code line 1 is the 3rd newest of 4 lines with releases}. */
        String lineShown() {
            int size = ranking.lines.size();
            return "line " + line.label() + " is the " + English.newest(line.rank(), size) + " of "
                    + English.count(size, "line") + " with " + ranking.noun + "s";
        }
    }

    /** Adds the next version, from the newest on, so that lines come in the order of their ranks. */
    Place add(String name) {
        Line line = lines.computeIfAbsent(Line.label(name, per), label -> new Line(label, lines.size() + 1));
        return new Place(this, line, line.add());
    }

    /**
     * The versions that share a major, or a major.minor: the leading numbers after an optional {@code v}; a missing minor counts
     * as 0.
     */
    static final class Line {

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

        /** Adds the next version, from the newest on; returns its rank. */
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
}
