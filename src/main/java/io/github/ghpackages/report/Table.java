package io.github.ghpackages.report;

import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under a head, each column as wide as its widest cell. A first cell that is too wide for its column has a line of its
 * own; the last column takes what is left of the line, and is wrapped.
 */
final class Table {

    /** With Maven's {@code [INFO] } before it, a line has 80 columns. */
    static final int WIDTH = 73;

    private static final int WIDEST_FIRST_COLUMN = 24;
    private static final int NARROWEST_LAST_COLUMN = 28;
    private static final int LONGEST_LAST_CELL = 400;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> head) {
        rows.add(head);
    }

    /** A text in lines. A word may be broken, so each line is made harmless anew: a command could begin it. */
    static List<String> paragraph(String text) {
        return DisplayWidth.wrapped(SafeText.harmless(text), WIDTH).stream()
                .map(SafeText::harmless)
                .toList();
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    List<String> lines() {
        int last = rows.get(0).size() - 1;
        var widths = IntStream.range(0, last).map(this::width).toArray();
        int used = IntStream.of(widths).sum() + GAP.length() * (last + 1);
        int left = Math.max(WIDTH - used, NARROWEST_LAST_COLUMN);
        var lines = new ArrayList<String>();
        for (var row : rows) {
            addLines(row, widths, left, lines);
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.get(column)))
                .filter(width -> column > 0 || width <= WIDEST_FIRST_COLUMN)
                .max()
                .orElse(0);
    }

    private static void addLines(List<String> row, int[] widths, int left, List<String> lines) {
        var first = row.get(0);
        if (DisplayWidth.of(first) > widths[0]) {
            lines.add(GAP + DisplayWidth.shortened(first, WIDTH - GAP.length()));
            first = "";
        }
        var start = new StringBuilder(GAP).append(DisplayWidth.padded(first, widths[0]));
        for (int column = 1; column < widths.length; column++) {
            start.append(GAP).append(DisplayWidth.padded(row.get(column), widths[column]));
        }
        var lastCell = DisplayWidth.shortened(row.get(widths.length), LONGEST_LAST_CELL);
        var indent = " ".repeat(DisplayWidth.of(start.toString()));
        for (var part : DisplayWidth.wrapped(lastCell, left)) {
            lines.add(SafeText.harmless((start + GAP + part).stripTrailing()));
            start = new StringBuilder(indent);
        }
    }
}
