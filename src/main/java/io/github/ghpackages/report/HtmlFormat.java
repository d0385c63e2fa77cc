package io.github.ghpackages.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.report.Block.Timeline;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One file that needs nothing beside it, for the person who approves a plan: the totals, a timeline, and the tables, which a text
 * filters. Without a script, in print and by keyboard it shows the same, except for the filter.
 */
final class HtmlFormat implements ReportFormat {

    private final Destination destination;
    private final StringBuilder body = new StringBuilder();
    private boolean inSection;
    private boolean inList;

    HtmlFormat(Destination destination) {
        this.destination = destination;
    }

    @Override
    public void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) {
        blocks.get().forEach(this::add);
    }

    @Override
    public void end(Report.Part json, Supplier<List<Block>> blocks) throws IOException {
        StringBuilder top = new StringBuilder();
        StringBuilder pictures = new StringBuilder();
        for (Block block : blocks.get()) {
            if (block instanceof Block.Line line) {
                top.append(paragraph(line.text(), line.style()));
            } else if (block instanceof Block.Text text) {
                top.append(paragraph(text.text(), text.style()));
            } else if (block instanceof Timeline timeline) {
                pictures.append(TimelineSvg.of(timeline));
            } else {
                add(block);
            }
        }
        endSection();
        Writer out = destination.open();
        out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'\">\n<title>GitHub Packages report</title>\n<style>\n");
        out.write(resource("report.css"));
        out.write("</style>\n</head>\n<body>\n<header>\n<h1>GitHub Packages report</h1>\n" + top + pictures
                + "<p class=\"filter\" hidden><label>Show only rows with"
                + " <input id=\"filter\" type=\"search\" autocomplete=\"off\"></label>"
                + " <output id=\"matches\" role=\"status\"></output></p>\n</header>\n<main>\n");
        out.append(body);
        out.write("</main>\n<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n");
    }

    private void add(Block block) {
        if (inList && !(block instanceof Block.Item)) {
            body.append("</ul>\n");
            inList = false;
        }
        if (block instanceof Block.Heading heading) {
            endSection();
            inSection = true;
            body.append("<section>\n<h2>").append(escaped(heading.text())).append("</h2>\n");
        } else if (block instanceof Block.Item item) {
            body.append(inList ? "" : "<ul>\n")
                    .append("<li>")
                    .append(escaped(item.text()))
                    .append("</li>\n");
            inList = true;
        } else if (block instanceof Block.Line line) {
            body.append(paragraph(line.text(), line.style()));
        } else if (block instanceof Block.Text text) {
            body.append(paragraph(text.text(), text.style()));
        } else if (block instanceof Table table) {
            add(table);
        }
    }

    private void add(Table table) {
        body.append("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        table.head()
                .forEach(cell ->
                        body.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        body.append("</tr></thead>\n<tbody>\n");
        table.eachRow((cells, style) -> {
            body.append("<tr class=\"").append(cssClass(style)).append("\">");
            for (int column = 0; column < cells.size(); column++) {
                String cell = escaped(cells.get(column));
                body.append(column == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
            }
            body.append("</tr>\n");
        });
        body.append("</tbody>\n</table></div>\n");
    }

    private void endSection() {
        if (inList) {
            body.append("</ul>\n");
            inList = false;
        }
        if (inSection) {
            body.append("</section>\n");
            inSection = false;
        }
    }

    private static String paragraph(String text, Style style) {
        return "<p class=\"" + cssClass(style) + "\">" + escaped(text) + "</p>\n";
    }

    private static String cssClass(Style style) {
        return switch (style) {
            case PLAIN -> "plain";
            case HEADING -> "total";
            case FAINT -> "faint";
            case ALARM -> "alarm";
            case CHANGE -> "change";
        };
    }

    /** The text as itself, in an element or in an attribute with quotation marks. */
    static String escaped(String text) {
        return SafeText.harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlFormat.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
