package io.github.ghpackages.report;

import java.time.Instant;
import java.util.List;

/** A piece of a report for people, which each format shows in its own way. */
sealed interface Block permits Block.Heading, Block.Text, Block.Line, Block.Item, Block.Gap, Block.Timeline, Table {

    /** What the blocks below it are about. */
    record Heading(String text) implements Block {}

    /** A paragraph. */
    record Text(String text, Style style) implements Block {

        Text(String text) {
            this(text, Style.PLAIN);
        }
    }

    /** A line that is never broken: people search for it, or copy from it. */
    record Line(String text, Style style) implements Block {

        Line(String text) {
            this(text, Style.PLAIN);
        }
    }

    /** One of a list of remarks. */
    record Item(String text) implements Block {}

    /** The end of what a heading is about. */
    record Gap() implements Block {}

    /** The versions of packages over time. Only a format with pictures shows it; the tables have the same facts. */
    record Timeline(List<Row> rows, boolean dryRun) implements Block {

        /** One package. */
        record Row(String name, List<Mark> marks) {}

        /**
         * One version.
         *
         * @param changed when it last changed
         * @param words its name, and what becomes of it and why
         */
        record Mark(Instant changed, Kind kind, String words) {}

        /** What becomes of a version. */
        enum Kind {
            KEPT,
            DELETED,
            /** It was planned to be deleted, and it is still there or its outcome is unknown. */
            NOT_DELETED
        }
    }
}
