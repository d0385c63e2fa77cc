package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where the report of a run goes. */
final class Output {

    /** What {@code format} may be. */
    enum Format {
        TABLE,
        JSON
    }

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
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /** Writes the report; the last line of the table is its summary. */
    void write(List<String> table, String json, List<String> warnings) {
        warnings.forEach(warning -> log.warn(Text.harmless(warning)));
        if (file != null) {
            String text = format == Format.JSON ? json + "\n" : String.join("\n", table) + "\n";
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw notWritable(file, e);
            }
            log.info(table.get(table.size() - 1) + " Report: " + file);
        } else if (format == Format.JSON) {
            writeRaw(json + "\n");
        } else {
            table.forEach(log::info);
        }
    }

    /** Past {@code System.out}, which Maven 4 decorates. */
    private static void writeRaw(String text) {
        FileOutputStream out =
                new FileOutputStream(FileDescriptor.out); // closing it would close standard output itself
        try {
            System.out.flush();
            out.write(text.getBytes(StandardCharsets.UTF_8));
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
