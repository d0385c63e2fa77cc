package io.github.ghpackages.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a goal of the plugin said, without what Maven said around it. */
final class GoalOutput {

    private static final String INFO = "[INFO] ";
    private static final Pattern CODE = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern MAVEN_PREFIX = Pattern.compile("^\\[" + CODE + "INFO" + CODE + "\\] ");
    private static final String START = INFO + "--- ";
    private static final Pattern END = Pattern.compile(Pattern.quote(INFO) + "(-{72}|-+<.*>-+)");

    private GoalOutput() {}

    static List<String> of(String goal, List<String> log) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String coloured : log) {
            // Maven's own codes go, those of the goal stay.
            String line = MAVEN_PREFIX.matcher(coloured).replaceFirst(Matcher.quoteReplacement(INFO));
            String plain = CODE.matcher(line).replaceAll("");
            if (plain.startsWith(START)) {
                inside = plain.contains(":" + goal + " ");
            } else if (END.matcher(plain).matches()) {
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
