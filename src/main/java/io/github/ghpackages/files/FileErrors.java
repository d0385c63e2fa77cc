package io.github.ghpackages.files;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalIndex.IndexEntry;
import io.github.ghpackages.json.JsonException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** What can go wrong with the files that a run reads and writes, in words. */
public final class FileErrors {

    private FileErrors() {}

    static PackagesException notWritable(Path file, IOException cause) {
        return new PackagesException(
                Id.JOURNAL_NOT_WRITABLE,
                "Writing the journal " + file + " failed.",
                isBelowFile(file) ? "One of its folders is a file." : reason(cause),
                "A deletion that is not in the journal is not sent. Make sure that this file can be written,"
                        + " or name another one with -Dghpackages.journal=FILE.",
                cause);
    }

    private static boolean isBelowFile(Path file) {
        for (var folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                return !Files.isDirectory(folder);
            }
        }
        return false;
    }

    static PackagesException notReadable(Path file, IOException cause) {
        return notReadable(file, reason(cause), cause);
    }

    static PackagesException notReadable(Path file, int line, JsonException cause) {
        return notReadable(file, "Line " + line + " is not a line of a journal: " + cause.getMessage() + ".", cause);
    }

    static PackagesException notReadable(Path file, String reason, Exception cause) {
        return new PackagesException(
                Id.JOURNAL_NOT_READABLE,
                "Reading the journal " + file + " failed.",
                reason,
                "Name another journal with -Dghpackages.journal=FILE,"
                        + " or restore without one, for example with -Dghpackages.deletedSince=2h.",
                cause);
    }

    /** The newest run is not known, and an older one must not be undone in its place. */
    static PackagesException indexNotReadable(Path index, String reason) {
        return lastNotFound(
                "Reading " + index + ", which names the journals of all runs, failed.",
                reason,
                "Name the journal of the run to undo: -Dghpackages.journal=FILE; the report of that run shows it. Without"
                        + " the index, journal=last looks only into its folder.");
    }

    static PackagesException gone(IndexEntry entry, String reason) {
        return lastNotFound(
                "Finding the journal of the last run failed.",
                "The newest run that may have deleted anything of "
                        + entry.account().login() + ", a " + entry.operation() + " of " + entry.at()
                        + ", wrote its journal to " + entry.journal() + "; " + reason,
                "If the journal was moved, name it: -Dghpackages.journal=FILE. To undo an older run, name the journal of"
                        + " that run.");
    }

    private static PackagesException lastNotFound(String tried, String reason, String remedy) {
        return new PackagesException(Id.JOURNAL_NOT_READABLE, tried, reason, remedy + " Nothing was changed.");
    }

    static PackagesException planNotWritable(Path file, IOException cause) {
        return new PackagesException(
                Id.REPORT_NOT_WRITABLE,
                "Writing the plan file " + file + " failed.",
                reason(cause),
                "Make sure that this file can be written, or name another one with -Dghpackages.planFile=FILE.",
                cause);
    }

    static PackagesException planNotReadable(Path file, String reason, Exception cause) {
        return new PackagesException(
                Id.PLAN_NOT_APPLICABLE,
                "Reading the plan file " + file + " failed.",
                reason,
                "Make a new plan: a dry run with -Dghpackages.planFile=FILE.",
                cause);
    }

    static String reason(IOException cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return "It exists already, and is not overwritten.";
        }
        if (cause instanceof NoSuchFileException) {
            return "There is no such file.";
        }
        if (cause instanceof AccessDeniedException) {
            return "The system denies access to it.";
        }
        var words = cause instanceof FileSystemException inFileSystem ? inFileSystem.getReason() : cause.getMessage();
        return words == null ? cause.getClass().getSimpleName() + "." : words + ".";
    }

    /** Refuses a file that another parameter names too, by whatever path. */
    public static void requireDistinct(String parameter, Path file, Map<String, Path> others) {
        others.forEach((other, otherFile) -> {
            if (real(file).equals(real(otherFile))) {
                throw new PackagesException(
                        Id.INVALID_PARAMETER,
                        "Reading " + parameter + " and " + other + " failed.",
                        "Both name " + otherFile + ", and one would overwrite the other.",
                        "Give each of them its own file. Nothing was changed.");
            }
        });
    }

    /** Refuses a file that is a journal of any run. */
    public static void requireNoJournal(String parameter, Path file) {
        try {
            if (Files.isRegularFile(file) && JournalReader.isJournal(file)) {
                throw taken(
                        parameter,
                        file,
                        "It is a journal, and a journal is never overwritten: it may be someone's only way to"
                                + " undo a run.");
            }
        } catch (IOException e) {
            throw taken(parameter, file, "It can't be read, so it may be a journal.");
        }
    }

    private static PackagesException taken(String parameter, Path file, String reason) {
        return new PackagesException(
                Id.INVALID_PARAMETER,
                "Writing " + file + " failed.",
                reason,
                "Name another file with -Dghpackages." + parameter + ".");
    }

    /** With all links resolved, also where the file is not there yet. */
    private static Path real(Path file) {
        Path path = file.toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            Path folder = path.getParent();
            return folder == null ? path : real(folder).resolve(path.getFileName());
        }
    }
}
