package io.github.ghpackages.github;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.github.PageReader.InconsistentPagesException;
import io.github.ghpackages.github.PageReader.Page;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * All pages of a listing, or an error: from a part of a listing nothing may be decided. After page one the others are read
 * at the same time. Rows shift when somebody deploys or deletes meanwhile; where the pages do not fit together, they are read
 * again, one after the other.
 *
 * @param <T> what a row is read as
 */
final class Listing<T> {

    /** A million versions; more pages than that are no listing of GitHub's. */
    private static final int MOST_PAGES = 10_000;

    private static final int MOST_EMPTY_PAGES = 5;

    /** GitHub's page size where {@code per_page} is not heeded. */
    private static final int DEFAULT_PAGE_SIZE = 30;

    private final HttpApi http;
    private final String tried;
    private final PageReader<T> reader;
    private final Function<T, Object> identity;

    /**
     * @param tried what is read, for errors: {@code Listing the versions of acme/com.example.app}
     * @param row reads one row
     * @param identity what no two rows may share
     */
    Listing(HttpApi http, ErrorTable failures, String tried, Json.Use<T> row, Function<T, Object> identity) {
        this.http = http;
        this.tried = tried;
        this.reader = new PageReader<>(http, failures, tried, row);
        this.identity = identity;
    }

    /** The rows of all pages, from the first page's URL on. */
    List<T> read(URI url) {
        try {
            return from(url, reader.read(url));
        } catch (InconsistentPagesException e) {
            throw e.asFailure(tried);
        }
    }

    /** The same; empty where GitHub answers the first page's URL with 404. */
    Optional<List<T>> find(URI url) {
        Optional<Page<T>> first = reader.first(url);
        try {
            return first.isEmpty() ? Optional.empty() : Optional.of(from(url, first.get()));
        } catch (InconsistentPagesException e) {
            throw e.asFailure(tried);
        }
    }

    private List<T> from(URI url, Page<T> first) throws InconsistentPagesException {
        try {
            return atOnce(url, first);
        } catch (InconsistentPagesException firstTime) {
            return inOrder(url, reader.read(url));
        }
    }

    private List<T> atOnce(URI url, Page<T> first) throws InconsistentPagesException {
        if (first.count().isEmpty()) {
            return inOrder(url, first);
        }
        int count = first.count().getAsInt();
        if (count < 2 || count > MOST_PAGES) {
            throw new InconsistentPagesException("The first page names " + count + " pages.");
        }
        List<Page<T>> pages = new ArrayList<>(count);
        pages.add(first);
        pages.addAll(new PagesAtOnce<>(http, reader).read(first, count));
        requireFit(pages);
        return rowsOf(pages);
    }

    /** Each page but the last must be as full as the first, lead on, and name the same last page. */
    private void requireFit(List<Page<T>> pages) throws InconsistentPagesException {
        int count = pages.size();
        int full = pages.get(0).rows().size();
        for (int number = 1; number <= count; number++) {
            Page<T> page = pages.get(number - 1);
            int rows = page.rows().size();
            boolean fits = number < count
                    ? rows == full && page.next().isPresent() && page.count().orElse(0) == count
                    : rows > 0 && rows <= full && page.next().isEmpty();
            if (!fits) {
                throw new InconsistentPagesException(
                        "Page " + number + " of " + count + " is inconsistent with the others.");
            }
        }
    }

    private List<T> inOrder(URI url, Page<T> first) throws InconsistentPagesException {
        List<Page<T>> pages = new ArrayList<>();
        Set<URI> seen = new HashSet<>(Set.of(url));
        Page<T> page = first;
        pages.add(page);
        int empty = 0;
        for (Optional<URI> next = page.next(); next.isPresent(); next = page.next()) {
            empty += page.rows().isEmpty() ? 1 : 0;
            if (!seen.add(next.get()) || empty > MOST_EMPTY_PAGES || seen.size() > MOST_PAGES) {
                throw new InconsistentPagesException("The links between the pages form a loop or never end.");
            }
            page = reader.read(next.get());
            pages.add(page);
        }
        List<T> rows = rowsOf(pages);
        requireNoMore(url, pages, rows);
        return rows;
    }

    /**
     * Where a page spoke of more pages, or the last one is full, the link that leads on may have got lost on the way, or the
     * server lost its thread. Then only the server can tell.
     */
    private void requireNoMore(URI url, List<Page<T>> pages, List<T> rows) throws InconsistentPagesException {
        int count = pages.size();
        for (Page<T> page : pages) {
            if (page.count().orElse(0) > count) {
                throw new InconsistentPagesException("Page " + count + " has no link to the pages after it.");
            }
        }
        int size = pages.get(count - 1).rows().size();
        boolean asFullAsTheFirst = count > 1 && size == pages.get(0).rows().size();
        if (size != Endpoints.PAGE_SIZE && size != DEFAULT_PAGE_SIZE && !asFullAsTheFirst) {
            return;
        }
        Set<Object> known = new HashSet<>();
        rows.forEach(row -> known.add(identity.apply(row)));
        Page<T> more = reader.read(URI.create(url + "&page=" + (count + 1)));
        if (!more.rows().stream().map(identity).allMatch(known::contains)) {
            throw new InconsistentPagesException("There are more pages, but page " + count + " has no link to them.");
        }
    }

    private List<T> rowsOf(List<Page<T>> pages) throws InconsistentPagesException {
        List<T> rows = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Page<T> page : pages) {
            for (T row : page.rows()) {
                if (!seen.add(identity.apply(row))) {
                    throw new InconsistentPagesException(
                            "Two rows have the same" + " identity (" + identity.apply(row) + ").");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Reads all pages after the first at the same time. */
    record PagesAtOnce<T>(HttpApi http, PageReader<T> reader) {

        /** Pages two to the last, in order. */
        List<Page<T>> read(Page<T> first, int count) throws InconsistentPagesException {
            int width = Math.min(http.settings().concurrency(), count - 1);
            ExecutorService threads = Executors.newFixedThreadPool(width, task -> {
                Thread thread = new Thread(task, "ghpackages-page");
                thread.setDaemon(true);
                return thread;
            });
            List<Future<Page<T>>> pages = new ArrayList<>(count);
            AtomicInteger unsent = new AtomicInteger(count - 1);
            http.expect(count - 1);
            try {
                for (int number = 2; number <= count; number++) {
                    var url = first.sibling(number);
                    pages.add(threads.submit(() -> {
                        if (unsent.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            http.expect(-1);
                        }
                        return reader.read(url);
                    }));
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
                http.expect(-unsent.getAndSet(0));
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
}
