package io.github.ghpackages.report;

import io.github.ghpackages.report.Table.DisplayWidth;
import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where people read a table: a terminal, or a file or pipe that one day is shown in one.
 *
 * @param columns of the terminal, 80 or more; 80 if it is not known
 * @param hasColours whether escape codes may be written
 */
public record Screen(int columns, boolean hasColours) {

    /** A file or a pipe. */
    public static final Screen PLAIN = new Screen(80, false);

    private static final int FEWEST_COLUMNS = 80;

    /** Maven writes this before each line. */
    private static final int PREFIX = "[INFO] ".length();

    private static final String INDENT = "  ";

    /** No screen is narrower than 80 columns: there is no room for two columns of text. */
    public Screen {
        columns = Math.max(columns, FEWEST_COLUMNS);
    }

    /** The columns that a line of a report may have. */
    int width() {
        return columns - PREFIX;
    }

    /** The lines of a report, harmless whatever is in it. */
    List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.addAll(lines(block)));
        return lines;
    }

    private List<String> lines(Block block) {
        if (block instanceof Block.Heading heading) {
            return styled(hanging(heading.text(), "", INDENT + INDENT), Style.HEADING);
        }
        if (block instanceof Block.Line line) {
            return List.of(styled(SafeText.harmless(line.text()), line.style()));
        }
        if (block instanceof Block.Text text) {
            return styled(wrapped(text.text(), width()), text.style());
        }
        if (block instanceof Block.Item item) {
            return hanging(item.text(), INDENT, INDENT + INDENT);
        }
        return block instanceof Table table ? table.lines(this) : List.of("");
    }

    private List<String> hanging(String text, String first, String others) {
        List<String> lines = new ArrayList<>();
        for (String line : wrapped(text, width() - others.length())) {
            lines.add((lines.isEmpty() ? first : others) + line);
        }
        return lines;
    }

    private static List<String> wrapped(String text, int width) {
        return DisplayWidth.wrapped(SafeText.harmless(text), width).stream()
                // A broken word may begin a line with a command.
                .map(SafeText::harmless)
                .toList();
    }

    private List<String> styled(List<String> lines, Style style) {
        return lines.stream().map(line -> styled(line, style)).toList();
    }

    /** A line that is harmless already. */
    String styled(String line, Style style) {
        return hasColours ? style.on(line) : line;
    }
}
