package io.github.ghpackages.files;

import io.github.ghpackages.json.JsonException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in which a dry run stores its plan, and from which {@code applyPlan} carries it out: JSON, one version a line, so
 * that it can be reviewed and compared.
 */
public final class PlanFile {

    private PlanFile() {}

    /** Writes the plan; folders are made, an older file is replaced. */
    public static void write(Path file, StoredPlan plan) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            try (var out = Files.newBufferedWriter(file)) {
                PlanJson.write(plan, out);
            }
        } catch (IOException e) {
            throw FileErrors.planNotWritable(file, e);
        }
    }

    /** Removes an older plan, so that it is not taken for the one that is about to be made. */
    public static void remove(Path file) {
        try {
            // Not where it is something like /dev/stdout, which must stay.
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw FileErrors.planNotWritable(file, e);
        }
    }

    /** Reads a plan back; anything but a whole plan of a known layout is refused. */
    public static StoredPlan read(Path file) {
        try {
            return PlanJson.parse(Files.readString(file));
        } catch (MalformedInputException e) {
            throw FileErrors.planNotReadable(file, "It is not a plan: it is not UTF-8.", e);
        } catch (IOException e) {
            throw FileErrors.planNotReadable(file, FileErrors.reason(e), e);
        } catch (JsonException e) {
            throw FileErrors.planNotReadable(file, "It is not a plan: " + e.getMessage() + ".", e);
        }
    }
}
