package io.github.ghpackages.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.FileErrors;
import io.github.ghpackages.text.SafeText;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a report goes: the log, a file, or standard output. */
public final class ReportFile {

    /** What {@code format} may be. */
    public enum Format {
        /** For people: in the log, or as text in a file. */
        TABLE,
        /** For programs. */
        JSON,
        /** For a pull request or a wiki. */
        MARKDOWN,
        /** For a spreadsheet. */
        CSV,
        /** For a browser; only in a file. */
        HTML
    }

    /**
     * The log of the goal.
     *
     * @param isQuiet whether it drops information, so that no table is made for it
     * @param screen where it is shown
     */
    public record Log(Consumer<String> info, Consumer<String> warn, boolean isQuiet, Screen screen) {}

    private final String title;
    private final Ci ci;
    private final @Nullable StepSummary summary;
    private boolean isGrouped;

    /** The CI in which the run takes place. */
    public interface Ci {

        /** None. */
        Ci NONE = new Ci() {};

        /** Begins a part of the log that is folded. */
        default void group(String title) {}

        /** Ends it. */
        default void endGroup() {}

        /** How many bytes a summary of the run may have; 0: nobody wants one. */
        default long roomForSummary() {
            return 0;
        }

        /** Shows a summary in Markdown. */
        default void summary(String markdown) {}
    }

    private static final String PARAMETER = "outputFile";

    private final Log log;
    private final Format format;
    private final @Nullable Path file;
    private @Nullable Writer out;
    private @Nullable ReportFormat writer;
    private @Nullable PackagesException failure;

    /**
     * The place for a report.
     *
     * @param file null: the log for a table, standard output for others
     * @param title of the report in CI
     * @param ci also shows the report
     */
    public ReportFile(Log log, Format format, @Nullable Path file, String title, Ci ci) {
        this.title = title;
        this.ci = ci;
        long room = ci.roomForSummary();
        this.summary = room == 0 ? null : new StepSummary(title, room);
        this.log = log;
        this.format = format;
        this.file = file;
    }

    /** Makes sure, before anything is done, that an older report is not taken for this run's. */
    public void prepare() {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            // Something like /dev/stdout must stay.
            if (Files.isRegularFile(file)) {
                FileErrors.requireNoJournal(PARAMETER, file);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    void warn(String warning) {
        log.warn.accept(SafeText.harmless(warning));
    }

    private void info(String line) {
        log.info.accept(SafeText.harmless(line));
    }

    Format format() {
        return format;
    }

    /**
     * Writes a package. A piece that can't be written fails the run at its end: a deletion that is under way is not left without its
     * outcome.
     */
    void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) {
        if (summary == null) {
            write(() -> writer().add(json, ofPackage, blocks));
            return;
        }
        List<Block> made = blocks.get();
        summary.add(made);
        write(() -> writer().add(json, ofPackage, () -> made));
    }

    /**
     * Writes what comes after the packages.
     *
     * @param overview one row for each package, for a summary
     */
    void end(Report.Part json, Supplier<List<Block>> blocks, Supplier<List<Block>> overview) {
        if (summary == null) {
            write(() -> writer().end(json, blocks));
            return;
        }
        List<Block> made = blocks.get();
        write(() -> writer().end(json, () -> made));
        ci.summary(summary.end(made, overview.get()));
    }

    private void endGroup() {
        if (isGrouped) {
            isGrouped = false;
            ci.endGroup();
        }
    }

    /** A piece of work on the file. */
    private interface Writing {
        void write() throws IOException;
    }

    private void write(Writing piece) {
        if (failure != null) {
            return;
        }
        try {
            piece.write();
        } catch (IOException e) {
            failure = notWritable(e);
        } catch (PackagesException e) {
            failure = e;
        }
    }

    private ReportFormat writer() {
        if (writer == null) {
            writer = switch (format) {
                case TABLE -> file == null ? logged() : new TextFormat(this::out, Screen.PLAIN::lines);
                case MARKDOWN -> new TextFormat(this::out, Markdown::lines);
                case JSON -> new JsonFormat(this::out);
                case CSV -> new CsvFormat(this::out);
                case HTML -> new HtmlFormat(this::out);
            };
        }
        return writer;
    }

    private ReportFormat logged() {
        return new ReportFormat() {
            @Override
            public void add(Report.Part json, Report.Part ofPackage, Supplier<List<Block>> blocks) {
                if (!log.isQuiet) {
                    log(blocks.get());
                }
            }

            @Override
            public void end(Report.Part json, Supplier<List<Block>> blocks) {
                if (!log.isQuiet) {
                    List<Block> last = blocks.get();
                    List<Block> tables = last.stream()
                            .takeWhile(block -> !(block instanceof Block.Line || block instanceof Block.Text))
                            .toList();
                    log(tables);
                    endGroup();
                    log.screen.lines(last.subList(tables.size(), last.size())).forEach(log.info);
                }
            }

            /** Folded in CI; what it comes to is not. */
            private void log(List<Block> tables) {
                if (!isGrouped && !tables.isEmpty()) {
                    isGrouped = true;
                    ci.group(title);
                }
                log.screen.lines(tables).forEach(log.info);
            }
        };
    }

    /** Gives up a report that has no end: no part of one is left in a file, where it could be taken for the whole. */
    void abandon() {
        endGroup();
        try {
            if (file != null && out != null) {
                out.close();
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            } else if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            warn("The report " + (file == null ? "on standard output" : file) + " is incomplete: " + e.getMessage());
        }
    }

    /** Ends the report of a run that had nothing to do: one line says so. */
    void endWithout(Report.Part json, String reason) {
        if (format != Format.TABLE || file != null) {
            end(json, () -> List.of(new Block.Line(reason)), List::of);
        } else if (summary != null) {
            ci.summary(summary.end(List.of(new Block.Line(reason)), List.of()));
        }
        close(reason);
        if (file == null) {
            info(reason);
        }
    }

    /** Ends the report. A report in a file leaves one line in the log. */
    void close(String line) {
        try {
            if (file != null) {
                out().close();
            } else if (out != null) {
                // Not closed: that would close standard output itself.
                out.flush();
            }
        } catch (IOException e) {
            failure = failure == null ? notWritable(e) : failure;
        }
        if (failure != null) {
            throw failure;
        }
        if (file != null) {
            info(line + " Report: " + file);
        }
    }

    /** Standard output past {@code System.out}, which Maven 4 decorates. */
    private Writer out() throws IOException {
        if (out == null) {
            if (file == null) {
                System.out.flush();
                out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
            } else {
                FileErrors.requireNoJournal(PARAMETER, file);
                out = Files.newBufferedWriter(file);
            }
        }
        return out;
    }

    private PackagesException notWritable(IOException e) {
        return file == null
                ? new PackagesException(
                        Id.REPORT_NOT_WRITABLE,
                        "Writing the report to standard output failed.",
                        String.valueOf(e.getMessage()),
                        "Give a file with -Dghpackages.outputFile.",
                        e)
                : new PackagesException(
                        Id.REPORT_NOT_WRITABLE,
                        "Writing the report " + file + " failed.",
                        e.getClass().getSimpleName() + ": " + e.getMessage(),
                        "Name another file with -Dghpackages.outputFile.",
                        e);
    }
}
