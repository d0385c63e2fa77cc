package io.github.ghpackages.report;

import io.github.ghpackages.report.Block.Gap;
import io.github.ghpackages.report.Block.Heading;
import io.github.ghpackages.report.Block.Line;
import io.github.ghpackages.report.Block.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as Markdown for the page of a CI run: the totals, one row for each package, and what a table shows of each package,
 * folded. It is cut where there is no more room.
 */
final class StepSummary {

    private static final String CUT =
            "The rest is left out: a summary has at most 1 MiB. The report in the log or in outputFile is complete.";

    /** For the totals and the notes, which come last but must fit. */
    private static final int RESERVE = 64 * 1024;

    private final String title;
    private final long room;
    private final StringBuilder folded = new StringBuilder();
    private final List<Block> pending = new ArrayList<>();
    private @Nullable String heading;
    private long used;
    private boolean isCut;

    /**
     * @param room how many bytes it may have
     */
    StepSummary(String title, long room) {
        this.title = title;
        this.room = room;
    }

    /** Adds what is shown of packages, folded under their headings. */
    void add(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Heading next) {
                flush();
                heading = next.text();
            } else if (block instanceof Gap) {
                flush();
            } else {
                pending.add(block);
            }
        }
    }

    /** Writes what is pending, as a fold if it has a heading, whole or not at all: a fold that is not closed hides the rest of the page. */
    private void flush() {
        if (heading == null && pending.isEmpty()) {
            return;
        }
        String text = String.join("\n", Markdown.lines(pending)) + "\n";
        if (heading != null) {
            text = "<details><summary>" + HtmlFormat.escaped(heading).replace("@", "@&#8203;") + "</summary>\n\n" + text
                    + "\n</details>\n\n";
        }
        heading = null;
        pending.clear();
        isCut |= used + size(text) > room - RESERVE;
        if (!isCut) {
            used += size(text);
            folded.append(text);
        }
    }

    /**
     * The whole summary.
     *
     * @param last what comes after the packages; headings among it are folded too
     * @param overview one row for each package
     */
    String end(List<Block> last, List<Block> overview) {
        List<Block> top = new ArrayList<>();
        List<Block> packages = new ArrayList<>();
        for (Block block : last) {
            (block instanceof Line || block instanceof Text ? top : packages).add(block);
        }
        add(packages);
        flush();
        StringBuilder text = new StringBuilder("## " + Markdown.escaped(title) + "\n\n");
        text.append(String.join("\n", Markdown.lines(top))).append('\n');
        String rows = String.join("\n", Markdown.lines(overview)) + "\n";
        if (size(text + rows) + used > room) {
            isCut = true;
        } else {
            text.append(rows);
        }
        text.append(folded);
        if (isCut) {
            text.append(CUT).append('\n');
        }
        text.append('\n');
        if (size(text.toString()) <= room) {
            return text.toString();
        }
        return size(CUT) < room ? CUT + "\n" : "";
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
