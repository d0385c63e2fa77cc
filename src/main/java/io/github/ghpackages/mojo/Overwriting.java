package io.github.ghpackages.mojo;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.files.JournalReader;
import io.github.ghpackages.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps what a run writes from taking the place of what the run, or an undo, needs. */
final class Overwriting {

    private Overwriting() {}

    /** Refuses a file that another parameter names too, by whatever path. */
    static void requireDistinct(String parameter, Path file, Map<String, Path> others) {
        others.forEach((other, otherFile) -> {
            if (real(file).equals(real(otherFile))) {
                throw new PackagesException(
                        Id.INVALID_PARAMETER,
                        "Reading " + parameter + " and " + other + " failed.",
                        "Both name " + SafeText.harmless(otherFile.toString()) + ", and one would overwrite the other.",
                        "Give each of them a file of its own. Nothing was changed.");
            }
        });
    }

    /** Refuses a file that is a journal, whoever wrote it. */
    static void requireNoJournal(String parameter, Path file) {
        try {
            if (Files.isRegularFile(file) && JournalReader.isJournal(file)) {
                throw taken(
                        parameter,
                        file,
                        "It is a journal, and a journal is never overwritten: it may be somebody's only way to undo a"
                                + " run.");
            }
        } catch (IOException e) {
            throw taken(parameter, file, "It can't be read, so it can't be told from a journal.");
        }
    }

    private static PackagesException taken(String parameter, Path file, String reason) {
        return new PackagesException(
                Id.INVALID_PARAMETER,
                "Writing " + SafeText.harmless(file.toString()) + " failed.",
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
