package io.github.ghpackages.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a goal of the plugin said, without what Maven said around it. */
final class GoalOutput {

    private static final String INFO = "[INFO] ";
    private static final String START = INFO + "--- ";
    private static final Pattern END = Pattern.compile(Pattern.quote(INFO) + "(-{72}|-+<.*>-+)");

    private GoalOutput() {}

    static List<String> of(String goal, List<String> log) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : log) {
            if (line.startsWith(START)) {
                inside = line.contains(":" + goal + " ");
            } else if (END.matcher(line).matches()) {
                inside = false;
            } else if (inside) {
                lines.add(line.startsWith(INFO) ? line.substring(INFO.length()) : line);
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
