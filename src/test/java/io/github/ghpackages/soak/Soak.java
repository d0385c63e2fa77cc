package io.github.ghpackages.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Prunes random histories by random policies with real Maven, while the stub fails and Maven is killed, for a given time. After each
 * round: nothing is gone that the plan did not show, the journal has whatever is gone, the report tells the truth, and an undo brings
 * all back. {@code mvn -B verify -Psoak -Dsoak.minutes=30} starts it.
 */
final class Soak {

    private static final int WORKERS = 2;
    private static final Duration SHOW = Duration.ofMinutes(1);

    private final Map<String, Long> counts = new TreeMap<>();

    private Soak() {}

    /**
     * Wants the base directory, Maven's home, the plugin's version, the local repository of the build that started it (which it does not
     * need), for how many minutes, and the seed of the first round or {@code any}.
     */
    public static void main(String[] args) throws Exception {
        long seed = args[5].equals("any") ? System.currentTimeMillis() : Long.parseLong(args[5]);
        Duration time = Duration.ofSeconds(Math.round(Double.parseDouble(args[4]) * 60));
        Path folder = Files.createDirectories(Path.of(args[0], "target", "soak"));
        Settings settings = new Settings(Path.of(args[0]), Path.of(args[1]), args[2], folder);
        System.out.println("Soaking for " + time.toMinutes() + " minutes. The first round has the seed " + seed + ".");
        new Soak().run(settings, seed, Instant.now().plus(time));
    }

    /** What all rounds share. */
    record Settings(Path basedir, Path mavenHome, String version, Path folder) {}

    private void run(Settings settings, long seed, Instant end) throws InterruptedException, IOException {
        AtomicLong next = new AtomicLong(seed);
        Instant began = Instant.now();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> running = IntStream.range(0, WORKERS)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> work(settings, next, end)))
                    .toList();
            Instant shown = Instant.now();
            // A round that fails ends it all.
            while (running.stream().noneMatch(Future::isDone)) {
                Thread.sleep(500);
                if (Duration.between(shown, Instant.now()).compareTo(SHOW) > 0) {
                    shown = Instant.now();
                    System.out.println(figures(began));
                }
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            System.out.println(figures(began));
            throw new AssertionError("A round failed: " + failed.getCause(), failed);
        } finally {
            workers.shutdownNow();
        }
        String figures = figures(began);
        System.out.println(figures);
        for (String needed : List.of("deleted versions", "undone runs", "whole plans", "killed runs", "faults")) {
            if (counts.getOrDefault(needed, 0L) == 0) {
                throw new AssertionError("It proves nothing: there were no " + needed + ". Soak for longer.");
            }
        }
        System.out.println("In no round was anything lost or deleted without a plan, and each undo was complete.");
        Files.writeString(settings.folder().resolve("figures.txt"), figures + "\n");
    }

    private Void work(Settings settings, AtomicLong next, Instant end) throws Exception {
        while (Instant.now().isBefore(end)) {
            Map<String, Long> ofRound = new Round(settings, next.getAndIncrement()).play();
            synchronized (counts) {
                ofRound.forEach((what, count) -> counts.merge(what, count, Long::sum));
            }
        }
        return null;
    }

    private String figures(Instant began) {
        synchronized (counts) {
            return Duration.between(began, Instant.now()).toMinutes() + " minutes: " + counts;
        }
    }
}
