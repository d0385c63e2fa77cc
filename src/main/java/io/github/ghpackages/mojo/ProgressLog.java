package io.github.ghpackages.mojo;

import io.github.ghpackages.ShownUrl;
import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.RequestQuota;
import io.github.ghpackages.run.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says what a prune of more than a handful will cost before it begins, and every so often how far it is. */
final class ProgressLog implements Progress {

    private static final int A_HANDFUL = 10;
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private long saidAt;
    private int planned;
    private int done;

    ProgressLog(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.saidAt = nanos.getAsLong();
    }

    @Override
    public void begins(GitHubPackages github, int requests) {
        planned += requests;
        if (requests > A_HANDFUL) {
            log.accept("About to send " + requests + " deletions to " + ShownUrl.of(github.apiUrl())
                    + ", which takes about " + words(github.estimate(0, requests)) + "."
                    + left(github.budget(), requests));
        }
        saidAt = nanos.getAsLong();
    }

    @Override
    public void deleted(int more) {
        done += more;
        if (nanos.getAsLong() - saidAt >= SILENCE && done < planned) {
            log.accept(done + " of " + planned + " deletions are done.");
            saidAt = nanos.getAsLong();
        }
    }

    private static String left(RequestQuota budget, int requests) {
        Long limit = budget.limit();
        Long remaining = budget.remaining();
        Instant reset = budget.resetsAt();
        if (limit == null || remaining == null) {
            return "";
        }
        String until = reset == null ? "" : " until " + CLOCK.format(reset);
        return " Of " + limit + " requests an hour, " + remaining + " are left" + until
                + (remaining < requests
                        ? ": too few, so it will wait, for at most maxWait at a time, or stop in order."
                        : ".");
    }

    private static String words(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? Math.max(1, time.toSeconds()) + " s"
                : time.plusSeconds(59).toMinutes() + " min";
    }
}
