package io.github.ghpackages.run;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same work for many, a few at a time; how many requests are really under way is the HTTP client's business. */
final class Concurrently {

    static final int WIDTH = 8;

    private Concurrently() {}

    /** Begins with the first items; the first failure is thrown once all have ended. */
    static <T> void forEach(List<T> items, Consumer<T> work) {
        map(items, item -> {
            work.accept(item);
            return true;
        });
    }

    /** The results in the order of the items. The first failure, in that order, is thrown once all have ended. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        if (items.size() < 2) {
            return items.stream().map(work).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(WIDTH, items.size()));
        try {
            List<Callable<R>> calls = new ArrayList<>();
            items.forEach(item -> calls.add(() -> work.apply(item)));
            List<R> results = new ArrayList<>();
            for (Future<R> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackagesException(
                    Id.CONNECTION_FAILED,
                    "Doing several things at once was cut short.",
                    "The build is being stopped.",
                    "Run the goal again.");
        } finally {
            pool.shutdownNow();
        }
    }
}
