package io.github.ghpackages.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
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
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where the report of a run goes. */
final class Output {

    /** What {@code format} may be. */
    enum Format {
        TABLE,
        JSON
    }

    private static final String PARAMETER = "outputFile";

    private final Log log;
    private final Format format;
    private final @Nullable Path file;

    Output(Log log, Format format, @Nullable Path file) {
        this.log = log;
        this.format = format;
        this.file = file;
    }

    /** Makes sure, before anything is done, that an older report is not taken for this run's. */
    void prepare() {
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
            // Not where it is something like /dev/stdout, which must stay.
            if (Files.isRegularFile(file)) {
                Overwriting.requireNoJournal(PARAMETER, file);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /** Writes a report as JSON, piece by piece. */
    interface Json {
        void write(Writer out) throws IOException;
    }

    /** Writes the report. Only the form that was asked for is made: a table of 100,000 versions takes memory. */
    void write(Supplier<List<String>> table, String summary, Json json, List<String> warnings) {
        for (String warning : warnings) {
            log.warn(SafeText.harmless(warning));
        }
        if (file != null) {
            writeFile(file, table, json);
            log.info(summary + " Report: " + file);
        } else if (format == Format.JSON) {
            writeRaw(json);
        } else if (log.isInfoEnabled()) {
            table.get().forEach(log::info);
        }
    }

    /** For a run without a table: the line goes to the log, and where a report is wanted it is written as well. */
    void writeOneLine(String line, Json json) {
        if (file != null) {
            writeFile(file, () -> List.of(line), json);
            log.info(line + " Report: " + file);
        } else {
            log.info(line);
            if (format == Format.JSON) {
                writeRaw(json);
            }
        }
    }

    private void writeFile(Path file, Supplier<List<String>> table, Json json) {
        Overwriting.requireNoJournal(PARAMETER, file);
        try (Writer out = Files.newBufferedWriter(file)) {
            if (format == Format.JSON) {
                json.write(out);
            } else {
                for (String line : table.get()) {
                    out.write(line);
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /** Past {@code System.out}, which Maven 4 decorates. Closing it would close standard output itself. */
    private static void writeRaw(Json json) {
        System.out.flush();
        Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
        try {
            json.write(out);
            out.flush();
        } catch (IOException e) {
            throw new PackagesException(
                    Id.REPORT_NOT_WRITABLE,
                    "Writing the report to standard output failed.",
                    String.valueOf(e.getMessage()),
                    "Give a file with -Dghpackages.outputFile.",
                    e);
        }
    }

    private static PackagesException notWritable(Path file, IOException e) {
        return new PackagesException(
                Id.REPORT_NOT_WRITABLE,
                "Writing the report " + file + " failed.",
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Name another file with -Dghpackages.outputFile.",
                e);
    }
}
