package io.github.ghpackages.report;

import io.github.ghpackages.ApiUrl;
import io.github.ghpackages.RequestQuota;
import io.github.ghpackages.run.RunListener;
import io.github.ghpackages.text.English;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How far a run is. It logs what is ahead before the first of many deletions or restores; who shows the progress asks for {@link #line()}. */
public final class Progress implements RunListener {

    /** What is going on with GitHub's API. */
    public interface Activity {

        /** How many requests were sent. */
        long requests();

        /** How many more are known to be necessary. */
        int expected();

        /** What the next request waits for, and until when, in words; empty if it does not wait. */
        Optional<String> waiting();
    }

    private static final int A_FEW = 10;

    /** The slowest sustained pace that users report (ghcr-cleanup-action#49); the documented one is 180. */
    private static final int REPORTED_PER_MINUTE = 33;

    /** With fewer, or in a shorter time, a pace is a matter of luck. */
    private static final int ENOUGH_TO_MEASURE = 5;

    private static final Duration LONG_ENOUGH_TO_MEASURE = Duration.ofSeconds(5);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private volatile @Nullable Activity activity;
    private String phase = "Reading";
    private volatile String noun = "deletion";
    private long sendingSince;
    private int planned;
    private int done;
    private int packages;
    private int allPackages;

    public Progress(Consumer<String> log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** Where requests are sent from now on. */
    public void follow(Activity requests) {
        activity = requests;
    }

    /**
     * What the run does now.
     *
     * @param words the beginning of a sentence, such as {@code Restoring}
     * @param request what it sends, such as {@code restore}
     */
    public synchronized void phase(String words, String request) {
        phase = words;
        noun = request;
    }

    @Override
    public synchronized void reached(int reached, int all) {
        packages = reached;
        allPackages = all;
    }

    @Override
    public void sending(ApiUrl apiUrl, int requests, Duration estimate, RequestQuota quota) {
        synchronized (this) {
            if (planned == 0) {
                sendingSince = nanos.getAsLong();
            }
            planned += requests;
        }
        if (requests > A_FEW) {
            log.accept("About to send " + requests + " " + noun + "s to " + apiUrl.shown() + ", which takes "
                    + range(estimate, requests) + "." + left(quota, requests));
        }
    }

    @Override
    public synchronized void progress(int more) {
        done += more;
    }

    /** What is going on, in one line: what is done of how much, the time left at the pace so far, and what it waits for. */
    public String line() {
        Activity requests = activity;
        String waiting = requests == null
                ? ""
                : requests.waiting().map(wait -> " Waiting for " + wait + ".").orElse("");
        return work(requests == null ? 0 : requests.requests(), requests == null ? 0 : requests.expected()) + waiting;
    }

    private synchronized String work(long requests, int expected) {
        if (done < planned) {
            return done + " of " + planned + " " + noun + "s are done" + timeLeft() + ".";
        }
        String begin = planned == 0 ? phase + ": " : English.count(done, noun) + " done, ";
        if (allPackages > 0) {
            begin += packages + " of " + English.count(allPackages, "package") + ", ";
        }
        return expected == 0
                ? begin + English.count(requests, "request") + " sent so far."
                : begin + requests + " of at least " + English.count(requests + expected, "request") + " sent.";
    }

    private String timeLeft() {
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - sendingSince);
        if (done < ENOUGH_TO_MEASURE || done >= planned || elapsed.compareTo(LONG_ENOUGH_TO_MEASURE) < 0) {
            return "";
        }
        return ", about "
                + English.duration(elapsed.multipliedBy(planned - done).dividedBy(done)) + " left";
    }

    /** From the documented limit to the pace that users report. */
    private static String range(Duration estimate, int requests) {
        Duration slow = Duration.ofMinutes(1).multipliedBy(requests).dividedBy(REPORTED_PER_MINUTE);
        return estimate.compareTo(slow) >= 0
                ? "about " + English.duration(estimate)
                : English.duration(estimate) + " to " + English.duration(slow);
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
