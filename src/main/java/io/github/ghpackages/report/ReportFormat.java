package io.github.ghpackages.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;

/** One way to write a report. Only the form that it needs of each piece is made: a table of 100,000 versions takes memory. */
interface ReportFormat {

    /** Where a report is written; opened at the first use. */
    interface Destination {
        Writer open() throws IOException;
    }

    /**
     * One package.
     *
     * @param json the next piece of the whole document
     * @param ofPackage the members of the package alone
     * @param blocks the package for people
     */
    void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) throws IOException;

    /** What comes after the packages. */
    void end(Report.Part json, Supplier<List<Block>> blocks) throws IOException;
}
