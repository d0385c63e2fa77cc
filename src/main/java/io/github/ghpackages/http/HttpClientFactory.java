package io.github.ghpackages.http;

import io.github.ghpackages.http.HttpSettings.ProxySettings;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes clients that do nothing by themselves: no redirects, cookies, retries or decompression. */
final class HttpClientFactory {

    /** GitHub's longest header is the link to other pages, of some hundred characters. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int MOST_HEADERS = 200;

    /** A connection that the server closed while it was idle must not swallow a DELETE. */
    private static final TimeValue CHECK_IDLE_AFTER = TimeValue.ofMilliseconds(100);

    /** What lies between may forget an idle connection without a word; some do after a minute. */
    private static final Timeout LONGEST_IDLE = Timeout.ofSeconds(30);

    private HttpClientFactory() {}

    static CloseableHttpClient client(HttpSettings settings) {
        ProxySettings proxy = settings.proxy();
        var bounds = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        .build())
                .setTlsSocketStrategy(new TlsOnDemand())
                .setMaxConnTotal(settings.concurrency())
                .setMaxConnPerRoute(settings.concurrency())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .setIdleTimeout(LONGEST_IDLE)
                        .setValidateAfterInactivity(CHECK_IDLE_AFTER)
                        .build())
                .build();
        // Directly, nothing is needed of what HttpClient can do by itself; a JVM that has just started need not load it
        // either.
        return proxy == null ? HttpClients.createMinimal(connections) : through(proxy, connections);
    }

    static RequestConfig requestConfig(HttpSettings settings) {
        ProxySettings proxy = settings.proxy();
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .setProtocolUpgradeEnabled(false)
                // A server's challenge is answered by nobody, and HttpClient would log it as a warning.
                .setAuthenticationEnabled(proxy != null && proxy.user() != null)
                .build();
    }

    private static CloseableHttpClient through(ProxySettings proxy, HttpClientConnectionManager connections) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setProxy(new HttpHost(proxy.protocol(), proxy.host(), proxy.port()))
                .setRequestExecutor(new ProxyRefusedException.Tunnels(proxy));
        String user = proxy.user();
        if (user != null) {
            String password = proxy.password() == null ? "" : proxy.password();
            BasicCredentialsProvider logins = new BasicCredentialsProvider();
            logins.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(user, password.toCharArray()));
            builder.setDefaultCredentialsProvider(logins);
        }
        return builder.build();
    }
}
