package io.github.ghpackages.http;

import io.github.ghpackages.json.Instants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer that says "not now": primary or secondary limit, both as 403 or 429 (facts from docs.github.com, rate limits
 * for the REST API).
 *
 * @param reason what GitHub said, as a sentence
 * @param pause how long it asks to wait; empty where it does not say
 */
record RateLimitResponse(String reason, Optional<Duration> pause) {

    private static final Pattern LIMIT_TEXT = Pattern.compile("(?i)\\brate limit|secondary rate|abuse detection");

    /** What a 403 says that happens to use up the last request of the hour, and would say so again after it. */
    private static final Pattern REFUSAL_TEXT =
            Pattern.compile("(?i)not accessible|\\bscope|SAML|must have admin|suspended|forbids access|IP allow list");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ENDLESS = Pattern.compile("[0-9]{10,}");

    /** Reads the answer; empty where it is none of a limit. */
    static Optional<RateLimitResponse> of(Response response, Instant serverTime) {
        if (!isLimit(response)) {
            return Optional.empty();
        }
        Optional<Duration> pause = retryAfter(response, serverTime);
        if (pause.isEmpty() && isUsedUp(response)) {
            pause = untilReset(response, serverTime);
        }
        return Optional.of(new RateLimitResponse(reason(response, serverTime, pause), pause));
    }

    private static boolean isLimit(Response response) {
        if (response.status() == 429) {
            return true;
        }
        if (response.status() != 403 || wantsSingleSignOn(response)) {
            return false;
        }
        String message = response.message();
        return LIMIT_TEXT.matcher(message).find()
                || response.header("retry-after").isPresent()
                || isUsedUp(response) && !REFUSAL_TEXT.matcher(message).find();
    }

    private static boolean wantsSingleSignOn(Response response) {
        return response.header("x-github-sso").orElse("").startsWith("required");
    }

    private static boolean isUsedUp(Response response) {
        return response.header("x-ratelimit-remaining")
                .map(String::strip)
                .filter("0"::equals)
                .isPresent();
    }

    private static Optional<Duration> retryAfter(Response response, Instant serverTime) {
        return response.header("retry-after").map(String::strip).flatMap(value -> {
            if (SECONDS.matcher(value).matches()) {
                return Optional.of(Duration.ofSeconds(Math.max(1, Long.parseLong(value))));
            }
            return ENDLESS.matcher(value).matches()
                    ? Optional.of(ChronoUnit.FOREVER.getDuration())
                    : Instants.parseHttpDate(value).flatMap(time -> until(time, serverTime));
        });
    }

    /** One second more than said, since GitHub's times have no fractions. */
    private static Optional<Duration> untilReset(Response response, Instant serverTime) {
        return response.header("x-ratelimit-reset")
                .map(String::strip)
                .filter(value -> value.matches("[0-9]{1,11}"))
                .flatMap(value -> until(Instant.ofEpochSecond(Long.parseLong(value)), serverTime))
                .map(pause -> pause.plusSeconds(1));
    }

    /** A time that is past says nothing about when to go on. */
    private static Optional<Duration> until(Instant time, Instant serverTime) {
        return time.isAfter(serverTime) ? Optional.of(Duration.between(serverTime, time)) : Optional.empty();
    }

    private static String reason(Response response, Instant serverTime, Optional<Duration> pause) {
        String limit =
                isUsedUp(response) ? "The hourly request limit is used up" : "GitHub limits the pace of requests";
        String message = response.message();
        String said = message.isEmpty() ? "" : " ('" + message + "')";
        String until = pause.filter(wait -> isUsedUp(response) && wait.toDays() < 2)
                .map(wait -> " until " + clockTime(serverTime.plus(wait)))
                .orElse("");
        return limit + until + said + ".";
    }

    private static String clockTime(Instant time) {
        return LocalTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " UTC";
    }
}
