package io.github.ghpackages.http;

import io.github.ghpackages.http.HttpSettings.ProxySettings;
import io.github.ghpackages.http.Token.TokenTraces.Scrubbing;
import io.github.ghpackages.text.English;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, and nothing that HttpClient would do by itself: no redirects, cookies, retries or unbounded answers. The
 * only class that sees HttpClient.
 */
final class HttpExchange implements AutoCloseable {

    /** A page of 100 versions has some 60 kB; container packages with many tags have more. */
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    /** GitHub's longest header is the link to other pages, of some hundred characters. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int MOST_HEADERS = 200;

    /** A connection that the server closed while it was idle must not swallow a DELETE. */
    private static final TimeValue CHECK_IDLE_AFTER = TimeValue.ofMilliseconds(100);

    /** What lies between may forget an idle connection without a word; some do after a minute. */
    private static final Timeout LONGEST_IDLE = Timeout.ofSeconds(30);

    private final CloseableHttpClient client;
    private final RequestConfig requestConfig;
    private final String userAgent;
    private final Duration deadline;
    private final Scrubbing scrubbing;
    private final @Nullable ProxySettings proxy;
    private final ScheduledExecutorService watchdog;

    HttpExchange(HttpSettings settings) {
        this.client = clientFor(settings);
        this.requestConfig = requestConfig(settings);
        this.userAgent = settings.userAgent();
        this.proxy = settings.proxy();
        this.scrubbing = Scrubbing.of(settings.token());
        this.deadline =
                settings.connectTimeout().plus(settings.responseTimeout().multipliedBy(2));
        this.watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ghpackages-deadline");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sends one request, reads the whole answer and covers every trace of the token in it, within the deadline. */
    Response exchange(String verb, URI url, Map<String, String> headers) throws IOException {
        if (headers.containsKey("Authorization")) {
            HeaderLoggers.requireSilence("token");
        }
        if (proxy != null && proxy.user() != null) {
            HeaderLoggers.requireSilence("proxy's login");
        }
        HttpUriRequestBase request = new HttpUriRequestBase(verb, url);
        request.setConfig(requestConfig);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request.setHeader(header.getKey(), header.getValue());
        }
        request.setHeader("Accept-Encoding", "gzip");
        request.setHeader("User-Agent", userAgent);
        ScheduledFuture<?> alarm = alarmFor(request);
        try {
            return fromServer(url, answer(new HttpHost(url.getScheme(), url.getHost(), url.getPort()), request));
        } catch (OversizedAnswerException e) {
            throw e;
        } catch (MessageConstraintException e) {
            throw new OversizedAnswerException("the headers of the answer are too large", e);
        } catch (IOException | RuntimeException e) {
            throw request.isCancelled()
                    ? new IOException("no complete answer within " + English.duration(deadline), e)
                    : e instanceof IOException io ? io : new IOException("the request could not be sent", e);
        } finally {
            alarm.cancel(false);
        }
    }

    private ScheduledFuture<?> alarmFor(HttpUriRequestBase request) throws IOException {
        try {
            return watchdog.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new IOException("the connection to the server is closed already", e);
        }
    }

    private Response fromServer(URI url, Response response) throws ProxyRefusedException {
        if (proxy != null && (response.status() == 407 || isRefusalOfLogin(url, response))) {
            throw new ProxyRefusedException(proxy.toString(), response.status());
        }
        return response;
    }

    /** Tinyproxy answers a wrong login with 401, as if it were the server, whose own 401 is never a web page. */
    private static boolean isRefusalOfLogin(URI url, Response response) {
        return response.status() == 401 && "http".equals(url.getScheme()) && response.isWebPage();
    }

    /** Whether it is certain that the server never saw the request. */
    static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ProxyRefusedException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Read here, and not in a handler, about whose failures HttpClient logs a warning that quotes the server. */
    private Response answer(HttpHost server, HttpUriRequestBase request) throws IOException {
        try (ClassicHttpResponse answer = client.executeOpen(server, request, null)) {
            Response response = scrubbing.clean(read(answer, request::cancel), request::isCancelled);
            if (request.isCancelled()) {
                throw new IOException("the answer came too late");
            }
            return response;
        }
    }

    private static Response read(ClassicHttpResponse answer, Runnable hangUp) throws IOException {
        Headers headers = new Headers();
        for (Header header : answer.getHeaders()) {
            headers.add(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return new Response(answer.getCode(), headers, bodyOf(answer.getEntity(), headers, hangUp));
    }

    private static String bodyOf(@Nullable HttpEntity entity, Headers headers, Runnable hangUp) throws IOException {
        if (entity == null) {
            return "";
        }
        boolean zipped = headers.first("content-encoding").orElse("").equalsIgnoreCase("gzip");
        try (InputStream raw = entity.getContent();
                InputStream plain = zipped ? new GZIPInputStream(raw) : raw) {
            return bounded(plain, hangUp);
        }
    }

    /** Hangs up where it is too much: a stream that is closed would read the rest, which may have no end. */
    private static String bounded(InputStream stream, Runnable hangUp) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            body.write(buffer, 0, n);
            if (body.size() > LARGEST_BODY) {
                hangUp.run();
                throw new OversizedAnswerException(LARGEST_BODY);
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static CloseableHttpClient clientFor(HttpSettings settings) {
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

    private static RequestConfig requestConfig(HttpSettings settings) {
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
