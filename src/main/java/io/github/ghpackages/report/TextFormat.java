package io.github.ghpackages.report;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lines, as a table for people or as Markdown, in a file or on standard output. */
final class TextFormat implements ReportFormat {

    private final Destination destination;
    private final Function<List<Block>, List<String>> lines;

    /**
     * @param lines makes harmless lines of blocks
     */
    TextFormat(Destination destination, Function<List<Block>, List<String>> lines) {
        this.destination = destination;
        this.lines = lines;
    }

    @Override
    public void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) throws IOException {
        write(blocks);
    }

    @Override
    public void end(Report.Part json, Supplier<List<Block>> blocks) throws IOException {
        write(blocks);
    }

    private void write(Supplier<List<Block>> blocks) throws IOException {
        for (String line : lines.apply(blocks.get())) {
            destination.open().write(line + "\n");
        }
    }
}
