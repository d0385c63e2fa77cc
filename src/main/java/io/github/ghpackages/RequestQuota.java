package io.github.ghpackages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the run has sent, and what GitHub has said is left.
 *
 * @param sent requests so far
 * @param limit requests an hour; null where the server did not say
 * @param remaining how many of them are left; null where the server did not say
 * @param resetsAt when they start anew; null where the server did not say
 */
public record RequestQuota(
        long sent,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Instant resetsAt) {}
