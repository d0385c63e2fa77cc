package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads all pages after the first at the same time. */
record PagesAtOnce<T>(PageReader<T> reader, int concurrency) {

    /** Pages two to the last, in order. */
    List<Page<T>> read(Page<T> first, int count) throws InconsistentPagesException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(concurrency, count - 1), task -> {
            Thread thread = new Thread(task, "ghpackages-page");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<Page<T>>> pages = new ArrayList<>(count);
        try {
            for (int number = 2; number <= count; number++) {
                var url = first.sibling(number);
                pages.add(threads.submit(() -> reader.read(url)));
            }
            List<Page<T>> read = new ArrayList<>(count);
            for (Future<Page<T>> page : pages) {
                read.add(notEmpty(page.get()));
            }
            return read;
        } catch (ExecutionException e) {
            throw asMisfit(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PackagesException.interrupted("Reading a listing was interrupted.");
        } finally {
            // Not interrupted: requests under way end by themselves, within their deadline.
            pages.forEach(page -> page.cancel(false));
            threads.shutdown();
        }
    }

    /** None of these may be, so it is not waited for the others: the first page may have spoken of thousands. */
    private static <T> Page<T> notEmpty(Page<T> page) throws InconsistentPagesException {
        if (page.rows().isEmpty()) {
            throw new InconsistentPagesException("A page to which another page links is empty.");
        }
        return page;
    }

    private static InconsistentPagesException asMisfit(ExecutionException wrapped) {
        Throwable failure = wrapped.getCause();
        if (failure instanceof InconsistentPagesException misfit) {
            return misfit;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }
}
