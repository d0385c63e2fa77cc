package io.github.ghpackages.report;

import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under a head, each column as wide as its widest cell. A first cell that is too wide for its column has a line of its
 * own; the last column takes what is left of the line, and is wrapped.
 */
final class Table implements Block {

    private static final int NARROWEST_LAST_COLUMN = 28;
    private static final int LONGEST_LAST_CELL = 400;
    private static final String GAP = "  ";

    private record Row(List<String> cells, Style style) {}

    private final List<Row> rows = new ArrayList<>();
    private int[] leastWidths = {};

    Table(List<String> head) {
        rows.add(new Row(head, Style.FAINT));
    }

    void row(List<String> cells) {
        row(cells, Style.PLAIN);
    }

    void row(List<String> cells, Style style) {
        rows.add(new Row(cells, style));
    }

    List<String> head() {
        return rows.get(0).cells();
    }

    /** The cells of all rows below the head. */
    List<List<String>> rows() {
        return rows.stream().skip(1).map(Row::cells).toList();
    }

    /** Takes one row. */
    interface RowReader {
        void read(List<String> cells, Style style);
    }

    /** Goes through the rows below the head. */
    void eachRow(RowReader reader) {
        rows.stream().skip(1).forEach(row -> reader.read(row.cells(), row.style()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && rows.equals(table.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /** Gives the columns of tables that belong together, and have as many of them, the same widths. */
    static void align(List<Table> tables) {
        int columns =
                tables.stream().mapToInt(table -> table.head().size()).min().orElse(0);
        int[] widths = IntStream.range(0, columns - 1)
                .map(column -> tables.stream()
                        .mapToInt(table -> width(table.rows, column, Integer.MAX_VALUE))
                        .max()
                        .orElse(0))
                .toArray();
        tables.stream().filter(table -> table.head().size() == columns).forEach(table -> table.leastWidths = widths);
    }

    /** As text, for a screen. */
    List<String> lines(Screen screen) {
        // Before their widths are measured.
        var harmless = rows.stream()
                .map(row -> new Row(row.cells().stream().map(SafeText::harmless).toList(), row.style()))
                .toList();
        int last = head().size() - 1;
        int widthOfLast = width(harmless, last, screen.width());
        boolean isNarrow = GAP.length() * (last + 1)
                        + IntStream.rangeClosed(0, last)
                                .map(column -> width(harmless, column, screen.width()))
                                .sum()
                <= screen.width();
        int others = GAP.length() * (last + 1)
                + IntStream.range(1, last)
                        .map(column -> width(harmless, column, 0))
                        .sum()
                + Math.min(widthOfLast, NARROWEST_LAST_COLUMN);
        int room = Math.max(screen.width() - others, DisplayWidth.of(head().get(0)));
        boolean hasText = widthOfLast > NARROWEST_LAST_COLUMN;
        int widestFirst = isNarrow ? screen.width() : hasText ? Math.min(room, screen.width() / 3) : room;
        int[] own = IntStream.range(0, last)
                .map(column -> width(harmless, column, widestFirst))
                .toArray();
        int[] widths = aligned(own, screen.width() - GAP.length() * (last + 1) - widthOfLast);
        int used = IntStream.of(widths).sum() + GAP.length() * (last + 1);
        int left = Math.max(screen.width() - used, NARROWEST_LAST_COLUMN);
        var lines = new ArrayList<String>();
        for (var row : harmless) {
            addLines(row, widths, left, screen, lines);
        }
        return lines;
    }

    /** As wide as those of the tables that this one is aligned with, if there is room for that. */
    private int[] aligned(int[] own, int room) {
        int[] aligned = IntStream.range(0, Math.min(own.length, leastWidths.length))
                .map(column -> Math.max(own[column], leastWidths[column]))
                .toArray();
        return aligned.length == own.length && IntStream.of(aligned).sum() <= room ? aligned : own;
    }

    private static int width(List<Row> rows, int column, int widestFirst) {
        return rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.cells().get(column)))
                .filter(width -> column > 0 || width <= widestFirst)
                .max()
                .orElse(0);
    }

    private static void addLines(Row row, int[] widths, int left, Screen screen, List<String> lines) {
        var first = row.cells().get(0);
        if (widths.length > 0 && DisplayWidth.of(first) > widths[0]) {
            lines.add(screen.styled(GAP + DisplayWidth.shortened(first, screen.width() - GAP.length()), row.style()));
            first = "";
        }
        var start = new StringBuilder(GAP);
        for (int column = 0; column < widths.length; column++) {
            start.append(DisplayWidth.padded(column == 0 ? first : row.cells().get(column), widths[column]))
                    .append(GAP);
        }
        var lastCell = DisplayWidth.shortened(row.cells().get(widths.length), LONGEST_LAST_CELL);
        var indent = " ".repeat(DisplayWidth.of(start.toString()));
        for (var part : DisplayWidth.wrapped(lastCell, left)) {
            // A broken word may begin with a command.
            lines.add(styled((start + SafeText.harmless(part)).stripTrailing(), first, row.style(), screen));
            start = new StringBuilder(indent);
            first = "";
        }
    }

    /** The line that begins with this first cell. */
    private static String styled(String line, String first, Style style, Screen screen) {
        return style == Style.CHANGE
                ? GAP
                        + screen.styled(first, style)
                        + line.substring(Math.min(line.length(), GAP.length() + first.length()))
                : screen.styled(line, style);
    }

    /** Text measured as a terminal shows it: East Asian characters and emoji take two columns, combining marks none. */
    static final class DisplayWidth {

        private static final String ELLIPSIS = "...";

        /** The blocks that Unicode's East Asian Width calls wide, coarsely: first and last code point in turn. */
        private static final int[] WIDE = {
            0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x4dbf, 0x4e00, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30,
            0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1faff, 0x20000,
            0x3fffd
        };

        /** The first combining mark; nothing before it is wide either. */
        private static final int FIRST_OF_NO_WIDTH = 0x300;

        private DisplayWidth() {}

        static int of(String text) {
            int width = 0;
            for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
                width += of(text.codePointAt(index));
            }
            return width;
        }

        private static int of(int character) {
            if (character < FIRST_OF_NO_WIDTH) {
                return 1;
            }
            int type = Character.getType(character);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                return 0;
            }
            for (int block = 0; block < WIDE.length; block += 2) {
                if (character >= WIDE[block] && character <= WIDE[block + 1]) {
                    return 2;
                }
            }
            return 1;
        }

        /** The text with blanks behind it, up to this width. */
        static String padded(String text, int width) {
            return text + " ".repeat(Math.max(0, width - of(text)));
        }

        /** The text, or its beginning and end where it is wider than this. */
        static String shortened(String text, int width) {
            if (of(text) <= width) {
                return text;
            }
            int tail = (width - ELLIPSIS.length()) / 3;
            var beginning = text.substring(0, fitting(text, width - ELLIPSIS.length() - tail));
            var reversed = new StringBuilder(text).reverse().toString();
            var end = new StringBuilder(reversed.substring(0, fitting(reversed, tail))).reverse();
            return beginning + ELLIPSIS + end;
        }

        /** The text in lines of at most this width, broken at blanks, and inside of words only where one is wider than a line. */
        static List<String> wrapped(String text, int width) {
            var lines = new ArrayList<String>();
            var line = "";
            for (var word : text.split(" ")) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (of(longer) > width && !line.isEmpty()) {
                    lines.add(line);
                    longer = word;
                }
                for (int end = fitting(longer, width); end < longer.length(); end = fitting(longer, width)) {
                    lines.add(longer.substring(0, end));
                    longer = longer.substring(end);
                }
                line = longer;
            }
            lines.add(line);
            return lines;
        }

        /** How many of the text's chars fit, at least one character, so that a loop comes to its end. */
        private static int fitting(String text, int width) {
            int taken = 0;
            int columns = 0;
            while (taken < text.length()) {
                int character = text.codePointAt(taken);
                columns += of(character);
                if (columns > width && taken > 0) {
                    break;
                }
                taken += Character.charCount(character);
            }
            return taken;
        }
    }
}
