package io.github.ghpackages.journal;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What can go wrong with the files of this package, in words. */
final class JournalErrors {

    private JournalErrors() {}

    static PackagesException notWritable(Path file, IOException cause) {
        return new PackagesException(
                Id.JOURNAL_NOT_WRITABLE,
                "Writing the journal " + printable(file) + " failed.",
                reason(cause),
                "What does not stand in the journal is not sent. Make sure that this file can be written,"
                        + " or name another one with -Dghpackages.journal=FILE.",
                cause);
    }

    static PackagesException notReadable(Path file, IOException cause) {
        return notReadable(file, reason(cause), cause);
    }

    static PackagesException notReadable(Path file, int line, MalformedException cause) {
        return notReadable(file, "Line " + line + " is not a line of a journal: " + cause.getMessage() + ".", cause);
    }

    static PackagesException notReadable(Path file, String reason, Exception cause) {
        return new PackagesException(
                Id.JOURNAL_NOT_READABLE,
                "Reading the journal " + printable(file) + " failed.",
                reason,
                "Name another journal with -Dghpackages.journal=FILE,"
                        + " or restore without one, for example with -Dghpackages.deletedSince=2h.",
                cause);
    }

    static PackagesException planNotWritable(Path file, IOException cause) {
        return new PackagesException(
                Id.REPORT_NOT_WRITABLE,
                "Writing the plan file " + printable(file) + " failed.",
                reason(cause),
                "Make sure that this file can be written, or name another one with -Dghpackages.planFile=FILE.",
                cause);
    }

    static PackagesException planNotReadable(Path file, String reason, Exception cause) {
        return new PackagesException(
                Id.PLAN_NOT_APPLICABLE,
                "Reading the plan file " + printable(file) + " failed.",
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
        return words == null ? cause.getClass().getSimpleName() + "." : Text.harmless(words) + ".";
    }

    private static String printable(Path file) {
        return Text.harmless(file.toString());
    }
}
