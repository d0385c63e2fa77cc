package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same work for many, a few at a time; how many requests are really under way is the HTTP client's business. After a
 * failure nothing more is begun: on a server that hangs, each of a hundred packages would take its time to fail as well.
 */
final class Concurrently {

    static final int WIDTH = 8;

    private Concurrently() {}

    /** Begins with the first items; the first failure is thrown once what was begun has ended. */
    static <T> void forEach(List<T> items, Consumer<T> work) {
        map(items, item -> {
            work.accept(item);
            return true;
        });
    }

    /** The results in the order of the items. The first failure, in that order, is thrown once what was begun has ended. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        if (items.size() < 2) {
            return items.stream().map(work).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(WIDTH, items.size()));
        try {
            return results(pool.invokeAll(unlessOneFails(items, work)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PackagesException.interrupted("Reading several packages or versions was interrupted.");
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T, R> List<Callable<R>> unlessOneFails(List<T> items, Function<T, R> work) {
        AtomicBoolean failed = new AtomicBoolean();
        List<Callable<R>> calls = new ArrayList<>();
        for (T item : items) {
            calls.add(() -> {
                if (failed.get()) {
                    throw new CancellationException("another one failed before this one began");
                }
                try {
                    return work.apply(item);
                } catch (RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
            });
        }
        return calls;
    }

    private static <R> List<R> results(List<Future<R>> ended) throws InterruptedException {
        List<R> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<R> future : ended) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        failures.stream()
                .filter(failure -> !(failure instanceof CancellationException))
                .findFirst()
                .ifPresent(first -> {
                    throw first instanceof RuntimeException failure ? failure : new IllegalStateException(first);
                });
        return results;
    }
}
