package io.github.ghpackages.demo;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A picture of a terminal with lines that have the escape codes of ANSI colours. */
final class Picture {

    private static final Pattern CODE = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final int LINE = 20;
    private static final int COLUMN = 9;
    private static final int MARGIN = 20;

    private Picture() {}

    /** As SVG, for a light or a dark page. */
    static String of(List<String> lines, boolean isDark) {
        int columns = lines.stream()
                .mapToInt(line -> CODE.matcher(line).replaceAll("").length())
                .max()
                .orElse(0);
        int width = columns * COLUMN + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        Map<String, String> colours = isDark
                ? Map.of("back", "#0d1117", "text", "#e6edf3", "2", "#9198a1", "31", "#ff7b72")
                : Map.of("back", "#ffffff", "text", "#1f2328", "2", "#59636e", "31", "#cf222e");
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " "
                + height + "\" width=\"" + width + "\" height=\"" + height + "\">\n"
                + "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"" + colours.get("back") + "\" stroke=\""
                + colours.get("2") + "\" stroke-opacity=\"0.4\"/>\n"
                + "<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, monospace\" font-size=\"14\""
                + ">\n");
        for (int i = 0; i < lines.size(); i++) {
            svg.append(line(lines.get(i), MARGIN + (i + 1) * LINE - LINE / 4, colours));
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static String line(String line, int y, Map<String, String> colours) {
        String text = CODE.matcher(line).replaceAll("");
        StringBuilder svg = new StringBuilder("<text x=\"" + MARGIN + "\" y=\"" + y + "\" textLength=\""
                + text.length() * COLUMN + "\" fill=\"" + colours.get("text") + "\">");
        Matcher code = CODE.matcher(line);
        String style = "";
        int begin = 0;
        while (code.find()) {
            svg.append(part(line.substring(begin, code.start()), style, colours));
            style = code.group(1);
            begin = code.end();
        }
        return svg.append(part(line.substring(begin), style, colours))
                .append("</text>\n")
                .toString();
    }

    private static String part(String part, String style, Map<String, String> colours) {
        String text = part.replace("&", "&amp;").replace("<", "&lt;").replace(' ', '\u00a0');
        if (text.isEmpty() || style.isEmpty() || style.equals("0")) {
            return text;
        }
        return "<tspan"
                + (style.equals("1") ? " font-weight=\"bold\"" : " fill=\"" + colours.get(style) + "\"")
                + ">" + text + "</tspan>";
    }
}
