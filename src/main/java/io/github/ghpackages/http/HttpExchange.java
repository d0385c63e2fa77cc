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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, and nothing that HttpClient would do by itself: no redirects, cookies, retries or unbounded answers. The
 * only class that sees HttpClient.
 */
final class HttpExchange implements AutoCloseable {

    /** A page of 100 versions has some 60 kB; container packages with many tags have more. */
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private static final int USUAL_BODY = 64 * 1024;

    /** Nobody gives a file up that still comes. */
    private static final BooleanSupplier NEVER = () -> false;

    private final CloseableHttpClient client;
    private final RequestConfig requestConfig;
    private final String userAgent;
    private final Duration deadline;
    private final Scrubbing scrubbing;
    private final @Nullable ProxySettings proxy;
    private final ScheduledExecutorService watchdog;

    HttpExchange(HttpSettings settings) {
        this.client = HttpClientFactory.client(settings);
        this.requestConfig = HttpClientFactory.requestConfig(settings);
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

    /** Sends, and reads what comes. */
    private interface Sending {

        Response send() throws IOException;
    }

    /** Makes a response of an answer. */
    private interface Reading {

        Response read(ClassicHttpResponse answer, HttpUriRequestBase request) throws IOException;
    }

    /** Sends one request, reads the whole answer and covers every trace of the token in it, within the deadline. */
    Response exchange(String verb, URI url, Map<String, String> headers) throws IOException {
        HttpUriRequestBase request = request(verb, url, headers);
        request.setHeader("Accept-Encoding", "gzip");
        ScheduledFuture<?> alarm = alarmFor(request);
        try {
            Response response =
                    send(url, request, () -> answer(server(url), request, HttpExchange::read, request::isCancelled));
            if (request.isCancelled()) {
                throw tooLate(null);
            }
            return response;
        } finally {
            alarm.cancel(false);
        }
    }

    /** Writes what is there into a file, as it is. It may take as long as something comes. */
    Response download(URI url, Map<String, String> headers, Path file) throws IOException {
        HttpUriRequestBase request = request("GET", url, headers);
        return send(
                url, request, () -> answer(server(url), request, (answer, sent) -> into(file, answer, sent), NEVER));
    }

    private static Response into(Path file, ClassicHttpResponse answer, HttpUriRequestBase request) throws IOException {
        if (answer.getCode() != 200 || answer.getEntity() == null) {
            return read(answer, request);
        }
        try (InputStream content = answer.getEntity().getContent()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Response(200, headersOf(answer), "");
    }

    /** Reads the headers alone. A HEAD would not do: the signed URL that a registry redirects to may be good for a GET only. */
    Response look(URI url, Map<String, String> headers) throws IOException {
        HttpUriRequestBase request = request("GET", url, headers);
        return send(url, request, () -> headersAlone(server(url), request));
    }

    /** Sends a file as it is. It may take as long as something goes. */
    Response upload(URI url, Map<String, String> headers, Path file) throws IOException {
        HttpUriRequestBase request = request("PUT", url, headers);
        request.setEntity(new FileEntity(file.toFile(), ContentType.APPLICATION_OCTET_STREAM));
        return send(url, request, () -> answer(server(url), request, HttpExchange::read, NEVER));
    }

    private HttpUriRequestBase request(String verb, URI url, Map<String, String> headers) {
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
        request.setHeader("User-Agent", userAgent);
        return request;
    }

    private Response send(URI url, HttpUriRequestBase request, Sending sending) throws IOException {
        try {
            return fromServer(url, sending.send());
        } catch (OversizedAnswerException e) {
            throw e;
        } catch (MessageConstraintException e) {
            throw new OversizedAnswerException("the headers of the answer are too large", e);
        } catch (IOException | RuntimeException e) {
            throw request.isCancelled()
                    ? tooLate(e)
                    : e instanceof IOException io ? io : new IOException("the request could not be sent", e);
        }
    }

    private static HttpHost server(URI url) {
        return new HttpHost(url.getScheme(), url.getHost(), url.getPort());
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
    private Response answer(HttpHost server, HttpUriRequestBase request, Reading reading, BooleanSupplier givenUp)
            throws IOException {
        try (ClassicHttpResponse answer = client.executeOpen(server, request, null)) {
            return scrubbing.clean(reading.read(answer, request), givenUp);
        }
    }

    private static Response read(ClassicHttpResponse answer, HttpUriRequestBase request) throws IOException {
        Headers headers = headersOf(answer);
        return new Response(answer.getCode(), headers, bodyOf(answer.getEntity(), headers, request::cancel));
    }

    /** Hangs up, which gives the connection back: an answer that is closed would be read to its end. */
    private Response headersAlone(HttpHost server, HttpUriRequestBase request) throws IOException {
        @SuppressWarnings("resource")
        ClassicHttpResponse answer = client.executeOpen(server, request, null);
        Response response = new Response(answer.getCode(), headersOf(answer), "");
        request.cancel();
        return scrubbing.clean(response, NEVER);
    }

    private IOException tooLate(@Nullable Exception cause) {
        return new IOException("no complete answer within " + English.duration(deadline), cause);
    }

    private static Headers headersOf(ClassicHttpResponse answer) {
        Headers headers = new Headers();
        for (Header header : answer.getHeaders()) {
            headers.add(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
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
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_BODY);
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
}
