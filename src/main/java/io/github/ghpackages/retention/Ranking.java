package io.github.ghpackages.retention;

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
            return Words.newest(rank, size)
                    + (size == 1 ? " " + ranking.noun : " of " + Words.count(size, ranking.noun));
        }

        /** {@code line 1 is the 3rd newest of 4 lines with releases}. */
        String lineShown() {
            int size = ranking.lines.size();
            return "line " + line.label() + " is the " + Words.newest(line.rank(), size) + " of "
                    + Words.count(size, "line") + " with " + ranking.noun + "s";
        }
    }

    /** Takes in the next version, from the newest on, so that a line is met in its rank. */
    Place add(String name) {
        Line line = lines.computeIfAbsent(Line.label(name, per), label -> new Line(label, lines.size() + 1));
        return new Place(this, line, line.add());
    }
}
