package io.github.ghpackages.report;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.text.English;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Logs how long a prune of more than a few versions will take before it begins, and from time to time how far it is. */
public final class ProgressLog implements RunListener {

    private static final int A_FEW = 10;
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private long saidAt;
    private int planned;
    private int done;

    public ProgressLog(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.saidAt = nanos.getAsLong();
    }

    @Override
    public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
        planned += requests;
        if (requests > A_FEW) {
            log.accept("About to send " + requests + " deletions to " + apiUrl.shown()
                    + ", which takes about " + English.duration(estimate) + "."
                    + left(quota, requests));
        }
        saidAt = nanos.getAsLong();
    }

    @Override
    public void progress(int more) {
        done += more;
        if (nanos.getAsLong() - saidAt >= SILENCE && done < planned) {
            log.accept(done + " of " + planned + " deletions are done.");
            saidAt = nanos.getAsLong();
        }
    }

    private static String left(RequestQuota quota, int requests) {
        Long limit = quota.limit();
        Long remaining = quota.remaining();
        Instant reset = quota.resetsAt();
        if (limit == null || remaining == null) {
            return "";
        }
        String until = reset == null ? "" : " until " + CLOCK.format(reset);
        return " Of " + limit + " requests an hour, " + remaining + " are left" + until
                + (remaining < requests
                        ? ": too few, so the run will wait, at most maxWait at a time, or stop and say how to resume."
                        : ".");
    }
}
