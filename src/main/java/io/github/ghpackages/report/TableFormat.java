package io.github.ghpackages.report;

import java.util.List;

/**
 * Reports as a person reads them, at most 73 columns wide for ordinary data, since Maven puts {@code [INFO] } before each
 * line. Warnings are not part of it: they belong to the log, as warnings.
 */
public final class TableFormat {

    private TableFormat() {}

    /** The lines of a list; the last one is its summary. */
    public static List<String> lines(ListReport report) {
        return ListTable.lines(report);
    }

    /** The lines of a plan or of what became of it; the last one is its summary. */
    public static List<String> lines(PruneReport report) {
        return PruneTable.lines(report);
    }

    /** The lines of a restore; the last one is its summary. */
    public static List<String> lines(RestoreReport report) {
        return RestoreTable.lines(report);
    }

    /** The lines of what tokens may do; the last one is its summary. */
    public static List<String> lines(AccessReport report) {
        return AccessTable.lines(report);
    }

    /** What tokens may do in one line. */
    public static String summary(AccessReport report) {
        return AccessTable.summary(report);
    }

    /** A list in one line. */
    public static String summary(ListReport report) {
        return ListTable.summary(report);
    }

    /** A plan, or what became of it, in one line. */
    public static String summary(PruneReport report) {
        return PruneTable.summary(report);
    }

    /** A restore in one line. */
    public static String summary(RestoreReport report) {
        return RestoreTable.summary(report);
    }
}
