package io.github.ghpackages.mojo;

import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.ProxySettings;
import io.github.ghpackages.http.Token;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the user said about connections, whatever they lead to. */
record ConnectionOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration maxWait,
        int concurrency,
        boolean allowHttp,
        String userAgent) {

    HttpSettings to(URI apiUrl, Token token, @Nullable ProxySettings proxy) {
        return new HttpSettings(
                apiUrl, token, proxy, connectTimeout, responseTimeout, maxWait, concurrency, userAgent, allowHttp);
    }
}
