package io.github.ghpackages.journal;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds journals and reads them back, also those of a run that was killed. */
public final class JournalReader {

    private static final Pattern OF_DELETIONS = Pattern.compile("(?:prune|delete)-([0-9]{1,18})-[0-9a-z]+\\.jsonl");
    private static final Pattern OF_RESTORES = Pattern.compile("restore-([0-9]{1,18})-[0-9a-z]+\\.jsonl");

    private JournalReader() {}

    /** Reads a journal; a last line that was cut off is left out and said. */
    public static Journal read(Path file) {
        return read(file, JournalText.read(file));
    }

    private static Journal read(Path file, JournalText text) {
        var header = header(file, text);
        var parser = new JournalParser(header);
        for (int index = 1; index < text.lines().size(); index++) {
            try {
                parser.line(text.lines().get(index));
            } catch (MalformedException e) {
                throw JournalErrors.notReadable(file, index + 1, e);
            }
        }
        return new Journal(file, header, parser.entries(), parser.isComplete(), warnings(parser, text));
    }

    private static JournalHeader header(Path file, JournalText text) {
        try {
            if (text.lines().isEmpty()) {
                throw new MalformedException("it was cut off before anything was sent");
            }
            return JournalParser.header(text.lines().get(0));
        } catch (MalformedException e) {
            throw JournalErrors.notReadable(file, 1, e);
        }
    }

    private static List<String> warnings(JournalParser parser, JournalText text) {
        var warnings = new ArrayList<String>();
        if (text.cutOff()) {
            warnings.add("The last line of the journal was cut off and is left out: what it was to say was not sent.");
        }
        var unanswered = parser.entries().stream()
                .filter(entry -> entry.result() == null)
                .count();
        if (unanswered > 0) {
            warnings.add("For " + unanswered + " of the " + parser.entries().size()
                    + " entries of the journal the answer was not recorded; they may or may not have come about.");
        }
        if (!parser.isComplete()) {
            warnings.add("The run of the journal did not come to its end.");
        }
        return List.copyOf(warnings);
    }

    /**
     * The newest journal of a run that deleted, or may have deleted, anything of this owner at this API, if only after it
     * had ended. Where a newer one of theirs can't be read, this is an error: an older one would undo the wrong run.
     */
    public static Optional<Path> newest(Path directory, URI apiUrl, String owner) {
        return newestFirst(directory, OF_DELETIONS).stream()
                .filter(file -> readIfOf(file, apiUrl, owner)
                        .filter(journal -> journal.toUndo().stream().anyMatch(entry -> isOf(entry, apiUrl, owner)))
                        .isPresent())
                .findFirst();
    }

    /**
     * Whether a journal in this directory says that a package that was deleted whole was restored after that. Where one of
     * its owner can't be read, this is an error: it may say so.
     */
    public static boolean isRestoredSince(Path directory, JournalEntry packageDeletion) {
        var ref = packageDeletion.ref();
        return newestFirst(directory, OF_RESTORES).stream()
                .flatMap(file -> readIfOf(file, ref.apiUrl(), ref.owner()).stream())
                .flatMap(journal -> journal.entries().stream())
                .anyMatch(entry -> entry.version() == null
                        && isOf(entry, ref.apiUrl(), ref.owner())
                        && entry.ref().name().equals(ref.name())
                        && entry.sentAt().isAfter(packageDeletion.sentAt())
                        && entry.result() != null
                        && entry.result().outcome() == Outcome.RESTORED);
    }

    private static List<Path> newestFirst(Path directory, Pattern names) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> startedAt(file, names).isPresent())
                    .sorted(Comparator.comparing(
                                    (Path file) -> startedAt(file, names).orElseThrow())
                            .thenComparing(Path::getFileName)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw JournalErrors.notReadable(directory, e);
        }
    }

    private static Optional<Long> startedAt(Path file, Pattern names) {
        var name = names.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
    }

    /** Empty where the run was killed before it sent anything, and where another account's journal can't be read. */
    private static Optional<Journal> readIfOf(Path file, URI apiUrl, String owner) {
        var text = JournalText.read(file);
        if (text.lines().isEmpty()) {
            return Optional.empty();
        }
        var header = header(file, text);
        try {
            return Optional.of(read(file, text));
        } catch (PackagesException e) {
            if (isSame(header.apiUrl(), apiUrl) && header.owner().equalsIgnoreCase(owner)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isOf(JournalEntry entry, URI apiUrl, String owner) {
        return isSame(entry.ref().apiUrl(), apiUrl) && entry.ref().owner().equalsIgnoreCase(owner);
    }

    private static boolean isSame(URI left, URI right) {
        return withoutLastSlash(left).equals(withoutLastSlash(right));
    }

    private static URI withoutLastSlash(URI url) {
        var text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    /** Whether this file begins as a journal does, of whatever layout. */
    public static boolean isJournal(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(JournalLines.BEGINNING.length), JournalLines.BEGINNING);
        }
    }

    /** {@code ~/.m2/ghpackages}: not under {@code target/}, where {@code clean} would take the undo away. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("user.home"), ".m2", "ghpackages");
    }

    /** A name for a new journal, {@code prune-<UTC ms>-<random>.jsonl}. */
    public static String newFileName(String operation, Instant now) {
        var random = new BigInteger(50, new SecureRandom()).toString(Character.MAX_RADIX);
        return operation + "-" + now.toEpochMilli() + "-" + random + ".jsonl";
    }
}
