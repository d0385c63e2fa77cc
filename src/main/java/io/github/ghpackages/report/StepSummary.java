package io.github.ghpackages.report;

import io.github.ghpackages.report.Block.Gap;
import io.github.ghpackages.report.Block.Heading;
import io.github.ghpackages.report.Block.Item;
import io.github.ghpackages.report.Block.Line;
import io.github.ghpackages.report.Block.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as Markdown for the page of a CI run: the totals, one row for each package, and what a table shows of each package,
 * folded. It is cut where there is no more room.
 */
final class StepSummary {

    private static final String CUT =
            "The rest is left out: a summary has at most 1 MiB. The report in the log or in outputFile is complete.";

    private static final String CLOSED = "\n</details>\n\n";

    /** For the totals and the notes, which come last but must fit. */
    private static final int RESERVE = 64 * 1024;

    private final String title;
    private final long room;
    private final StringBuilder folded = new StringBuilder();
    private long used;
    private boolean isCut;
    private boolean isOpen;
    private boolean isAfterItem;

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
            if (block instanceof Heading heading) {
                close();
                isOpen = append("<details><summary>"
                        + HtmlFormat.escaped(heading.text()).replace("@", "@&#8203;") + "</summary>\n\n");
            } else if (block instanceof Gap) {
                close();
            } else {
                append((isAfterItem && block instanceof Table ? "\n" : "")
                        + String.join("\n", Markdown.lines(List.of(block))) + "\n");
            }
            isAfterItem = block instanceof Item;
        }
    }

    /** What is open is closed in any case: the rest of the page would be folded too. */
    private void close() {
        if (isOpen) {
            folded.append(CLOSED);
            used += size(CLOSED);
            isOpen = false;
        }
    }

    private boolean append(String text) {
        int size = size(text);
        isCut |= used + size > room - RESERVE;
        if (!isCut) {
            used += size;
            folded.append(text);
        }
        return !isCut;
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
        close();
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
