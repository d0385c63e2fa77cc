package io.github.ghpackages.report;

import io.github.ghpackages.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reports in GitHub's Markdown. A name can't become a link, a mention, a heading, a cell of its own or HTML. */
final class Markdown {

    private static final String MARKS = "\\`*_[]<>|~&$";

    private Markdown() {}

    /** The lines of a report. */
    static List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        boolean isAfterItem = false;
        for (Block block : blocks) {
            if (isAfterItem && block instanceof Table) {
                lines.add("");
            }
            lines.addAll(lines(block));
            isAfterItem = block instanceof Block.Item;
        }
        return lines;
    }

    private static List<String> lines(Block block) {
        if (block instanceof Block.Heading heading) {
            return List.of("### " + escaped(heading.text()), "");
        }
        if (block instanceof Block.Text text) {
            return List.of(line(text.text()), "");
        }
        if (block instanceof Block.Line line) {
            return List.of(line(line.text()), "");
        }
        if (block instanceof Block.Item item) {
            return List.of("- " + line(item.text()));
        }
        if (block instanceof Table table) {
            return lines(table);
        }
        return block instanceof Block.Gap ? List.of("") : List.of();
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table.head()));
        lines.add(table.head().stream().map(cell -> " --- ").collect(Collectors.joining("|", "|", "|")));
        table.rows().forEach(row -> lines.add(row(row)));
        lines.add("");
        return lines;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> " " + escaped(cell) + " ").collect(Collectors.joining("|", "|", "|"));
    }

    /** The text as itself, at the beginning of a line. */
    private static String line(String text) {
        String escaped = escaped(text);
        int digits = 0;
        while (digits < escaped.length() && Character.isDigit(escaped.charAt(digits))) {
            digits++;
        }
        // These would begin a heading, a list or a line.
        boolean beginsList = digits > 0 && digits < escaped.length() && ".)".indexOf(escaped.charAt(digits)) >= 0;
        if (beginsList) {
            return escaped.substring(0, digits) + "\\" + escaped.substring(digits);
        }
        return !escaped.isEmpty() && "#+-=".indexOf(escaped.charAt(0)) >= 0 ? "\\" + escaped : escaped;
    }

    /** The text as itself, inside of a line. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String harmless = SafeText.harmless(text);
        for (int i = 0; i < harmless.length(); i++) {
            char c = harmless.charAt(i);
            if (MARKS.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
            // GitHub links @name, #1, https:// and www. wherever they are; a space of no width prevents that.
            boolean beginsLink = c == '@'
                    || c == '#'
                    || c == ':' && harmless.startsWith("//", i + 1)
                    || c == 'w' && harmless.startsWith("www.", i - 2);
            if (beginsLink) {
                escaped.append("&#8203;");
            }
        }
        return escaped.toString();
    }
}
