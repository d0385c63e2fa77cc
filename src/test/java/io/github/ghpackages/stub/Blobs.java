package io.github.ghpackages.stub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The file store behind the Maven registry, at another origin: its URLs carry their own right to read. */
final class Blobs {

    static final String PATH = "/_blobs/";

    private final Map<String, byte[]> offered = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final String origin;

    Blobs(String origin) {
        this.origin = origin;
    }

    String offer(byte[] content) {
        String path = PATH + last.incrementAndGet();
        offered.put(path, content);
        return origin + path;
    }

    StubAnswer answer(StubRequest request) {
        byte[] content = offered.get(request.path());
        if (request.header("Authorization").isPresent()) {
            return StubAnswer.text(400, "application/xml", "<Error><Code>InvalidArgument</Code></Error>");
        }
        return content == null
                ? StubAnswer.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>")
                : StubAnswer.bytes(200, "application/octet-stream", content);
    }
}
