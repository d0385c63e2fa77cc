package io.github.ghpackages.http;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where requests may go, and how.
 *
 * @param apiUrl base URL of the REST API; the token goes to its origin and nowhere else
 * @param token null for requests without one
 * @param proxy null for direct connections
 * @param connectTimeout the longest wait for a connection
 * @param responseTimeout how long the server may be silent
 * @param maxWait how long a rate limit may hold up the run at a time, until a request goes through, before the run ends in order
 * @param concurrency requests at once, 1 to 100 (GitHub's own bound)
 * @param userAgent what the requests call themselves; GitHub refuses those without a name
 * @param allowHttp whether {@code http://} is allowed beyond loopback
 * @param deletionsPerMinute the user's own limit on changes; null: none
 */
public record HttpSettings(
        URI apiUrl,
        @Nullable Token token,
        @Nullable ProxySettings proxy,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration maxWait,
        int concurrency,
        String userAgent,
        boolean allowHttp,
        @Nullable Integer deletionsPerMinute) {

    /** The default of {@code concurrency}. */
    public static final int DEFAULT_CONCURRENCY = 16;

    /** The default of {@code maxWait}. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(10);

    /** GitHub's bound on requests at once, over REST and GraphQL together. */
    public static final int MOST_CONCURRENT = 100;

    public HttpSettings {
        AllowedRequests.requireUsable(apiUrl, allowHttp, "The API URL");
        if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
            throw invalid("concurrency", String.valueOf(concurrency), "a number from 1 to " + MOST_CONCURRENT);
        }
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("responseTimeout", responseTimeout);
        if (maxWait.isNegative()) {
            throw invalid("maxWait", maxWait.toString(), "a time such as 10m");
        }
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("userAgent must be printable ASCII");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw invalid(name, value.toString(), "a time such as 30s");
        }
    }

    private static PackagesException invalid(String name, String value, String wanted) {
        return new PackagesException(
                Id.INVALID_PARAMETER,
                "Reading the parameter '" + name + "' failed.",
                "'" + value + "' is not " + wanted + ".",
                "Give " + wanted + ", as in -Dghpackages." + name + "=…");
    }

    /**
     * A proxy of settings.xml, chosen for the API's URL.
     *
     * @param protocol how the proxy itself is spoken to: {@code http} or {@code https}
     * @param host its host
     * @param port its port
     * @param user null where it asks for no login
     * @param password null where it asks for no login
     */
    public record ProxySettings(
            String protocol,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {

        /** Names the proxy without its password. */
        @Override
        public String toString() {
            return protocol + "://" + host + ":" + port;
        }
    }
}
