package io.github.ghpackages.mojo;

import io.github.ghpackages.run.Journals;
import io.github.ghpackages.text.English;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What a run does when the build is cancelled by Ctrl-C or SIGTERM: it begins nothing more, waits a moment for what is under way, and
 * says what was done. Its last words go past Maven's log, which may be closed by then, and is silent under {@code -q}.
 */
final class Cancellation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a shell reports of a process that ended by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private final CountDownLatch settled = new CountDownLatch(1);
    private final Thread hook;
    private @Nullable SignalHandler before;

    private Cancellation(Runnable stop, Duration patience, Supplier<List<String>> lastWords) {
        hook = new Thread(() -> end(stop, patience, lastWords), "ghpackages-cancelled");
        Runtime.getRuntime().addShutdownHook(hook);
        before = catchInterrupt();
    }

    /**
     * Watches until it is closed.
     *
     * @param stop makes the run begin nothing more
     * @param lastWords what to say once what is under way has ended, or after some seconds; no lines: nothing
     */
    static Cancellation watch(Runnable stop, Supplier<List<String>> lastWords) {
        return new Cancellation(stop, PATIENCE, lastWords);
    }

    /** Watches a build that has nothing of ours under way, but something to say if it does not come to its end. */
    static Cancellation watch(Supplier<List<String>> lastWords) {
        return new Cancellation(() -> {}, Duration.ZERO, lastWords);
    }

    /**
     * Watches a run that deletes.
     *
     * @param stop makes the run begin nothing more
     * @param undo the command that undoes a run, by its journal
     */
    static Cancellation watch(Runnable stop, Journals journals, Function<Path, String> undo) {
        return new Cancellation(stop, PATIENCE, () -> done(journals, undo));
    }

    private static List<String> done(Journals journals, Function<Path, String> undo) {
        List<String> lines = new ArrayList<>();
        for (Journals.SoFar done : journals.soFar()) {
            lines.add("The build was cancelled. " + English.count(done.deleted(), "deletion") + " done, "
                    + done.unknown() + " with an unknown outcome.");
            lines.add("To undo them: " + undo.apply(done.journal()));
        }
        return lines.isEmpty() ? List.of("The build was cancelled before the first deletion.") : lines;
    }

    /** Maven 4 resets SIGINT in a terminal, so that Ctrl-C would end the process without its shutdown hooks. */
    private static @Nullable SignalHandler catchInterrupt() {
        try {
            return Signal.handle(
                    new Signal("INT"),
                    signal -> new Thread(() -> System.exit(INTERRUPTED), "ghpackages-interrupted").start());
        } catch (IllegalArgumentException reserved) {
            // With -Xrs the JVM leaves the signal to others; then SIGTERM is all that can be heard of.
            return null;
        }
    }

    private void end(Runnable stop, Duration patience, Supplier<List<String>> lastWords) {
        stop.run();
        try {
            boolean inTime = settled.await(patience.toMillis(), TimeUnit.MILLISECONDS) || patience.isZero();
            List<String> lines = new ArrayList<>(lastWords.get());
            if (!inTime && !lines.isEmpty()) {
                lines.add("Some requests were still under way.");
            }
            Console.print("WARNING", lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch. If the build was cancelled, it does not return: Maven would report a success. */
    @Override
    public void close() {
        settled.countDown();
        if (before != null) {
            Signal.handle(new Signal("INT"), before);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // The JVM is ending; nothing else may happen here.
            }
        }
    }
}
