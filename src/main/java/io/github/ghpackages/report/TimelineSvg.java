package io.github.ghpackages.report;

import io.github.ghpackages.report.Block.Timeline;
import io.github.ghpackages.report.Block.Timeline.Kind;
import io.github.ghpackages.report.Block.Timeline.Mark;
import io.github.ghpackages.report.Block.Timeline.Row;
import io.github.ghpackages.text.English;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A picture of the versions of packages over time: one row for each package, one mark for each version, its shape and colour by verdict. */
final class TimelineSvg {

    /** With more, a picture shows nothing any more, and no browser likes it. */
    private static final int MOST_MARKS = 10_000;

    private static final int NAMES = 260;
    private static final int WIDTH = 1000;
    private static final int ROW = 22;
    private static final int TOP = 30;
    private static final int MARK = 5;
    private static final int MOST_OF_NAME = 34;

    private TimelineSvg() {}

    static String of(Timeline timeline) {
        List<Row> rows =
                timeline.rows().stream().filter(row -> !row.marks().isEmpty()).toList();
        int marks = rows.stream().mapToInt(row -> row.marks().size()).sum();
        if (marks == 0) {
            return "";
        }
        if (marks > MOST_MARKS) {
            return "<p class=\"faint\">" + marks
                    + " versions are too many for a timeline. The tables show all of them.</p>\n";
        }
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Row row : rows) {
            for (Mark mark : row.marks()) {
                first = mark.changed().isBefore(first) ? mark.changed() : first;
                last = mark.changed().isAfter(last) ? mark.changed() : last;
            }
        }
        return svg(rows, marks, first, last, timeline.dryRun());
    }

    private static String svg(List<Row> rows, int marks, Instant first, Instant last, boolean dryRun) {
        int height = TOP + rows.size() * ROW + MARK;
        StringBuilder svg = new StringBuilder("<figure>\n<figcaption>When " + English.count(marks, "version")
                + " last changed: " + legends(dryRun) + "</figcaption>\n<div class=\"wide\" tabindex=\"0\">"
                + "<svg class=\"timeline\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\""
                + " aria-label=\"Timeline of the versions. The tables below have the same facts.\">\n");
        svg.append(text(NAMES, TOP - 12, "start", day(first))).append(text(WIDTH - MARK, TOP - 12, "end", day(last)));
        for (int i = 0; i < rows.size(); i++) {
            int y = TOP + i * ROW + ROW / 2;
            svg.append("<line x1=\"" + NAMES + "\" y1=\"" + y + "\" x2=\"" + WIDTH + "\" y2=\"" + y + "\"/>\n");
            svg.append(text(
                    0, y + 4, "start", Table.DisplayWidth.shortened(rows.get(i).name(), MOST_OF_NAME)));
            for (Mark mark : rows.get(i).marks()) {
                svg.append(mark(mark, x(mark.changed(), first, last), y));
            }
        }
        return svg.append("</svg></div>\n</figure>\n").toString();
    }

    private static String legends(boolean dryRun) {
        return dryRun
                ? legend(Kind.KEPT, "to keep") + legend(Kind.DELETED, "to delete")
                : legend(Kind.KEPT, "kept")
                        + legend(Kind.DELETED, "deleted")
                        + legend(Kind.NOT_DELETED, "planned, but not deleted");
    }

    private static String legend(Kind kind, String word) {
        return " <svg class=\"legend\" viewBox=\"0 0 14 14\" aria-hidden=\"true\">" + shape(kind, 7, 7) + "</svg> "
                + word;
    }

    private static double x(Instant changed, Instant first, Instant last) {
        double all = Math.max(1, Duration.between(first, last).toSeconds());
        double part = Duration.between(first, changed).toSeconds() / all;
        return NAMES + 2 * MARK + part * (WIDTH - NAMES - 4 * MARK);
    }

    private static String mark(Mark mark, double x, int y) {
        return "<g><title>" + HtmlFormat.escaped(mark.words()) + "</title>" + shape(mark.kind(), x, y) + "</g>\n";
    }

    /** A disc stays, a cross goes, a triangle should have gone. */
    private static String shape(Kind kind, double x, double y) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (kind) {
            case KEPT ->
                String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", name, x, y);
            case DELETED ->
                String.format(Locale.ROOT, "<path class=\"%s\" d=\"M%.1f %.1fl8 8m0 -8l-8 8\"/>", name, x - 4, y - 4);
            case NOT_DELETED ->
                String.format(Locale.ROOT, "<path class=\"%s\" d=\"M%.1f %.1fl5 9h-10z\"/>", name, x, y - 5);
        };
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + HtmlFormat.escaped(text)
                + "</text>\n";
    }

    private static String day(Instant instant) {
        return Wording.day(instant);
    }
}
