package io.github.ghpackages.report;

/** Reports as programs read them. Fields are added in later versions, never renamed; absent values are null. */
public final class JsonFormat {

    private JsonFormat() {}

    /** A list. */
    public static String text(ListReport report) {
        throw new UnsupportedOperationException(report.toString());
    }

    /** A plan, or what became of it. */
    public static String text(PruneReport report) {
        throw new UnsupportedOperationException(report.toString());
    }

    /** A restore. */
    public static String text(RestoreReport report) {
        throw new UnsupportedOperationException(report.toString());
    }
}
