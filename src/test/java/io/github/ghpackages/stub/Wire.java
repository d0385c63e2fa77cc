package io.github.ghpackages.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
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
final class Wire implements ResponseDefinitionTransformerV2 {

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
    public ResponseDefinition transform(ServeEvent event) {
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

    private static ResponseDefinition write(StubAnswer answer) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(answer.status())
                .withBody(answer.body().bytes);
        answer.headers().forEach(response::withHeader);
        switch (answer.delivery()) {
            case WHOLE -> {}
            case CUT -> cut(answer, response);
            case TRICKLE -> response.withChunkedDribbleDelay(TRICKLE_PIECES, TRICKLE_MILLIS);
            case CLOSED -> response.withFault(Fault.EMPTY_RESPONSE);
            case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER);
            case GARBAGE -> response.withFault(Fault.RANDOM_DATA_THEN_CLOSE);
        }
        return response.build();
    }

    private static void cut(StubAnswer answer, ResponseDefinitionBuilder response) {
        byte[] whole = answer.body().bytes;
        if (whole.length == 0) {
            response.withFault(Fault.EMPTY_RESPONSE);
            return;
        }
        response.withBody(Arrays.copyOf(whole, whole.length / 2))
                .withHeader("Content-Length", String.valueOf(whole.length));
    }
}
