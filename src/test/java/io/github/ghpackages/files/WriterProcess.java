package io.github.ghpackages.files;

import static io.github.ghpackages.files.JournalSamples.APP;
import static io.github.ghpackages.files.JournalSamples.header;
import static io.github.ghpackages.files.JournalSamples.version;

import io.github.ghpackages.Outcome;
import io.github.ghpackages.PackagesException;
import io.github.ghpackages.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A JVM of its own that writes a journal with several threads until it is killed or the disk is full. It says on its standard
 * output which versions it would now delete, so that a test can compare this with the journal that is left.
 */
final class WriterProcess implements AutoCloseable {

    private static final int THREADS = 4;

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static WriterProcess start(Path journal) throws IOException {
        return new WriterProcess(builder(command(journal)).start());
    }

    /** The same on a disk that holds files of this many kilobytes only. */
    static WriterProcess startWithFullDisk(Path journal, int kilobytes) throws IOException {
        // The shell of Debian counts in blocks of 512 bytes, others in kilobytes; both leave too little room.
        var shell = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "sh"));
        shell.addAll(command(journal));
        return new WriterProcess(builder(shell).start());
    }

    private static List<String> command(Path journal) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                // Its file of counters would not fit on the full disk either.
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                journal.toString());
    }

    private static ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Reads this many lines of what the process says. */
    List<String> lines(int count) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (lines.size() == count) {
                break;
            }
        }
        return lines;
    }

    /** {@code kill -9}, and what the process has said until then. */
    List<String> kill() throws IOException, InterruptedException {
        // By its handle: the process's own method also closes the stream that is still to be read.
        process.toHandle().destroyForcibly();
        return linesUntilTheEnd();
    }

    List<String> linesUntilTheEnd() throws IOException, InterruptedException {
        var lines = lines(Integer.MAX_VALUE);
        process.waitFor();
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var nextId = new AtomicLong();
        var threads = new ArrayList<Thread>();
        try (var journal = new JournalWriter(Path.of(arguments[0]), header("prune"), InstantSource.system(), null)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.add(new Thread(() -> writeUntilItFails(journal, nextId)));
            }
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void writeUntilItFails(JournalWriter journal, AtomicLong nextId) {
        try {
            while (true) {
                long id = nextId.incrementAndGet();
                journal.before(APP, version(id, "1." + id), "keepReleases", "too many");
                say(Long.toString(id));
                journal.after(APP, id, Result.of(Outcome.DELETED), 204, null);
            }
        } catch (PackagesException e) {
            say(e.id().toString());
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
