package io.github.ghpackages.stub;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The only one that knows WireMock's types: turns its requests into ours and our answers into its. */
final class Wire implements ResponseTransformerV2 {

    private static final int TRICKLE_PIECES = 20;
    private static final int TRICKLE_MILLIS = 2000;

    private final ConcurrentLinkedQueue<StubRequest> requests = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Dispatcher dispatcher;

    void connect(Dispatcher to) {
        dispatcher = to;
    }

    List<StubRequest> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
    }

    @Override
    public String getName() {
        return "github-packages";
    }

    @Override
    public Response transform(Response ignored, ServeEvent event) {
        Request sent = event.getRequest();
        byte[] body = sent.getBody();
        StubRequest request = read(sent, body.length);
        requests.add(request);
        Dispatcher target = dispatcher;
        return write(target == null ? StubAnswer.empty(503) : target.answer(request, body));
    }

    private static StubRequest read(Request sent, long bodySize) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : sent.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), List.copyOf(header.values()));
        }
        String url = sent.getUrl();
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        return new StubRequest(sent.getMethod().getName(), path, query, Map.copyOf(headers), bodySize, Instant.now());
    }

    private static Response write(StubAnswer answer) {
        byte[] whole = answer.body().bytes;
        Response.Builder response = Response.response().status(answer.status()).body(whole);
        HttpHeaders headers = new HttpHeaders(answer.headers().entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
        switch (answer.delivery()) {
            case WHOLE -> {}
            case CUT -> headers = cut(response, headers, whole);
            case TRICKLE -> response.chunkedDribbleDelay(new ChunkedDribbleDelay(TRICKLE_PIECES, TRICKLE_MILLIS));
            case CLOSED -> response.fault(Fault.EMPTY_RESPONSE);
            case RESET -> response.fault(Fault.CONNECTION_RESET_BY_PEER);
            case GARBAGE -> response.fault(Fault.RANDOM_DATA_THEN_CLOSE);
        }
        return response.headers(headers).build();
    }

    /** A length that is promised and not kept; an answer without a body can only be missing as a whole. */
    private static HttpHeaders cut(Response.Builder response, HttpHeaders headers, byte[] whole) {
        if (whole.length == 0) {
            response.fault(Fault.EMPTY_RESPONSE);
            return headers;
        }
        response.body(Arrays.copyOf(whole, whole.length / 2));
        return headers.plus(new HttpHeader("Content-Length", String.valueOf(whole.length)));
    }
}
