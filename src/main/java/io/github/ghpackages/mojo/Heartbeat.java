package io.github.ghpackages.mojo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows that a goal is still at work: on an interactive terminal by one line that is rewritten, else by a line in the log whenever
 * nothing was logged for ten seconds.
 */
final class Heartbeat implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REWRITE = Duration.ofMillis(250);

    private final Supplier<String> line;
    private final Consumer<String> log;
    private final boolean isRewritten;
    private final int columns;
    private final ScheduledExecutorService timer;
    private long loggedAt = System.nanoTime();
    private boolean isShown;
    private boolean isClosed;

    /**
     * Begins.
     *
     * @param line what is going on
     * @param log takes a line; null on an interactive terminal, where the line is rewritten
     */
    private Heartbeat(Supplier<String> line, Consumer<String> log, boolean isRewritten, int columns) {
        this.line = line;
        this.log = log;
        this.isRewritten = isRewritten;
        this.columns = columns;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ghpackages-progress");
            thread.setDaemon(true);
            return thread;
        });
        long every = (isRewritten ? REWRITE : LOOK).toMillis();
        var unused = timer.scheduleWithFixedDelay(this::beat, LOOK.toMillis(), every, TimeUnit.MILLISECONDS);
    }

    /** One that logs. */
    static Heartbeat logging(Supplier<String> line, Consumer<String> log) {
        return new Heartbeat(line, log, false, 0);
    }

    /** One that rewrites a line of the terminal. */
    static Heartbeat rewriting(Supplier<String> line, int columns) {
        return new Heartbeat(line, unused -> {}, true, columns);
    }

    /** The line is made without a lock: whoever knows what goes on may be about to log. */
    private void beat() {
        if (isDue()) {
            show(line.get());
        }
    }

    private synchronized boolean isDue() {
        return isRewritten || System.nanoTime() - loggedAt >= SILENCE.toNanos();
    }

    private synchronized void show(String text) {
        if (isClosed) {
            return;
        }
        if (isRewritten) {
            Console.rewrite(text, columns);
            isShown = true;
        } else {
            log.accept(text);
            loggedAt = System.nanoTime();
        }
    }

    /** To be called before something else is logged. */
    synchronized void makeWay() {
        loggedAt = System.nanoTime();
        if (isShown) {
            Console.rewrite("", columns);
            isShown = false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        end();
    }

    private synchronized void end() {
        isClosed = true;
        makeWay();
    }
}
