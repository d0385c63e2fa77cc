package io.github.ghpackages.github;

import static io.github.ghpackages.github.Lab.ACME;
import static io.github.ghpackages.github.Lab.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every fault: what a listing, a deletion and a restore come to, how many requests were sent for it, and that nothing
 * happened twice. A write is sent once, whatever happens; the caller looks up the outcome.
 */
class FaultTableTest {

    private static final String JSON = "application/json";
    private static final String NOT_NOW = "{\"message\":\"You have exceeded a secondary rate limit.\"}";

    private Lab lab = Lab.open().publish(3);

    @AfterEach
    void stop() {
        lab.close();
    }

    static Stream<Arguments> listings() {
        return Stream.of(
                row("500 once", Fault.answer(500).once(), "3 versions", 2),
                row("503 with a web page, twice", Fault.html(503).times(2), "3 versions", 3),
                row("500 always", Fault.answer(500), "server-error", 4),
                row("502 always", Fault.answer(502), "server-error", 4),
                row("503 always", Fault.answer(503), "server-error", 4),
                row("504 always", Fault.answer(504), "server-error", 4),
                row("reset once", Fault.reset().once(), "3 versions", 2),
                row("reset always", Fault.reset(), "connection-failed", 4),
                row("closed without an answer", Fault.closed(), "connection-failed", 4),
                row("no HTTP at all", Fault.garbage(), "connection-failed", 4),
                row("hang once", Fault.hang().once(), "3 versions", 2),
                row("hang always", Fault.hang(), "connection-failed", 4),
                row("truncated once", Fault.truncated().once(), "3 versions", 2),
                row("truncated always", Fault.truncated(), "connection-failed", 4),
                row("trickle", Fault.trickle(), "connection-failed", 4),
                row(
                        "JSON cut off once",
                        Fault.body(text -> text.substring(0, 40)).once(),
                        "3 versions",
                        2),
                row("JSON cut off always", Fault.body(text -> text.substring(0, 40)), "unexpected-answer", 4),
                row("200 with a web page", Fault.html(200), "unexpected-answer", 1),
                row("202 with a web page", Fault.html(202), "unexpected-answer", 1),
                row("404 with a web page", Fault.html(404), "unexpected-answer", 1),
                row("202 with data", Fault.answer(202, "[]"), "unexpected-answer", 1),
                row("204", Fault.answer(204, ""), "unexpected-answer", 1),
                row("object for list", Fault.answer(200, "{}"), "unexpected-answer", 1),
                row("text for list", Fault.answer(200, "[1] [2]"), "unexpected-answer", 1),
                row("null", Fault.answer(200, "[null]"), "unexpected-answer", 1),
                row(
                        "null id",
                        Fault.body(text -> text.replaceFirst("\"id\":[0-9]+", "\"id\":null")),
                        "unexpected-answer",
                        1),
                row(
                        "id that is no number",
                        Fault.body(text -> text.replaceFirst("\"id\":[0-9]+", "\"id\":1.5")),
                        "unexpected-answer",
                        1),
                row(
                        "duplicate ids",
                        Fault.body(text -> text.replaceAll("\"id\":[0-9]+", "\"id\":7")),
                        "incomplete-listing",
                        2),
                row("304", Fault.answer(304, ""), "unexpected-answer", 1),
                row("410", Fault.answer(410), "unexpected-answer", 1),
                row("451", Fault.answer(451), "access-denied", 1),
                row(
                        "API version refused",
                        Fault.answer(400, "{\"message\":\"The version '2022-11-28' is not supported.\"}"),
                        "unexpected-answer",
                        1),
                row("token expired", Fault.answer(401, "{\"message\":\"Bad credentials\"}"), "token-rejected", 1),
                row("redirect elsewhere", Fault.redirect(302, "http://127.0.0.2:9/"), "redirected", 1),
                row("redirect to nowhere", Fault.redirect(307, ""), "redirected", 1),
                row("redirect with 303", Fault.redirect(303, "/"), "redirected", 1),
                row("headers without end", manyHeaders(), "connection-failed", 1),
                row("more rows than asked for", Fault.body(text -> rows(101)), "unexpected-answer", 1),
                row(
                        "gzip bomb",
                        Fault.answer(200, JSON, bomb()).header("Content-Encoding", "gzip"),
                        "connection-failed",
                        1),
                row("deep JSON", Fault.answer(200, "[".repeat(100_000) + "]".repeat(100_000)), "unexpected-answer", 1),
                row(
                        "429 once",
                        Fault.answer(429, NOT_NOW).header("Retry-After", "30").once(),
                        "3 versions",
                        2),
                row("403 limit, no end", Fault.answer(403, NOT_NOW), "rate-limited", 4));
    }

    @ParameterizedTest(name = "{0}: {2} after {3} requests")
    @MethodSource("listings")
    void lists(String name, Fault fault, String outcome, int requests) {
        hurryUpFor(name);
        lab.stub.fault(When.listing(), fault);
        assertThat(outcomeOf(() -> lab.list().size() + " versions")).isEqualTo(outcome);
        assertThat(lab.stub.requests()).hasSize(requests);
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("no fault", Fault.none(), "done", 1, true),
                write("500", Fault.answer(500), "unclear", 1, false),
                write("500 although it worked", Fault.answer(500).afterEffect(), "unclear", 1, true),
                write("502", Fault.answer(502), "unclear", 1, false),
                write("503", Fault.answer(503), "unclear", 1, false),
                write("504 although it worked", Fault.answer(504).afterEffect(), "unclear", 1, true),
                write("reset before", Fault.reset(), "connection-failed", 1, false),
                write("reset after", Fault.reset().afterEffect(), "connection-failed", 1, true),
                write("hang before", Fault.hang(), "connection-failed", 1, false),
                write("hang after", Fault.hang().afterEffect(), "connection-failed", 1, true),
                write("closed after", Fault.closed().afterEffect(), "connection-failed", 1, true),
                write("no HTTP at all, after", Fault.garbage().afterEffect(), "connection-failed", 1, true),
                write("200 with a web page", Fault.html(200), "unclear", 1, false),
                write("202 with a web page, although it worked", Fault.html(202).afterEffect(), "unclear", 1, true),
                write("200 with nothing", Fault.answer(200, ""), "unclear", 1, false),
                write("404 with a web page", Fault.html(404), "unclear", 1, false),
                write("403 with a web page", Fault.html(403), "unclear", 1, false),
                write("304", Fault.answer(304, ""), "unclear", 1, false),
                write("408", Fault.answer(408), "unclear", 1, false),
                write("404", Fault.answer(404), "refused", 1, false),
                write("410", Fault.answer(410), "refused", 1, false),
                write("451", Fault.answer(451), "refused", 1, false),
                write("422", Fault.answer(422), "refused", 1, false),
                write("API version refused", Fault.answer(400), "refused", 1, false),
                write("token expired", Fault.answer(401, "{\"message\":\"Bad credentials\"}"), "refused", 1, false),
                write("redirect elsewhere", Fault.redirect(307, "http://127.0.0.2:9/"), "redirected", 1, false),
                write(
                        "redirect to another version",
                        Fault.redirect(307, "/orgs/acme/packages/maven/com.example.app/versions/1"),
                        "redirected",
                        1,
                        false),
                write("redirect that makes it a GET", Fault.redirect(303, "/"), "redirected", 1, false),
                write("headers without end, although it worked", manyHeaders(), "connection-failed", 1, true),
                write(
                        "gzip bomb",
                        Fault.answer(200, JSON, bomb())
                                .header("Content-Encoding", "gzip")
                                .afterEffect(),
                        "connection-failed",
                        1,
                        true),
                write("deep JSON", Fault.answer(200, "[".repeat(100_000)), "unclear", 1, false),
                write(
                        "429 once",
                        Fault.answer(429, NOT_NOW).header("Retry-After", "30").once(),
                        "done",
                        2,
                        true),
                write(
                        "429 for an hour",
                        Fault.answer(429, NOT_NOW).header("Retry-After", "3600"),
                        "rate-limited",
                        1,
                        false),
                write("403 limit, no end", Fault.answer(403, NOT_NOW), "rate-limited", 4, false));
    }

    @ParameterizedTest(name = "{0}: {2} after {3} requests, deleted: {4}")
    @MethodSource("writes")
    void deletes(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        long id = lab.id("1.1");
        hurryUpFor(name);
        lab.stub.fault(When.deleting(), fault);
        assertThat(outcomeOf(() -> words(Lab.send(lab.packages.deletion(ACME, APP, id)))))
                .isEqualTo(outcome);
        assertThat(lab.stub.requests()).hasSize(requests);
        assertThat(lab.stub.deleted()).hasSize(takesEffect ? 1 : 0);
        assertThat(lab.stub.state().active("acme", "com.example.app")).hasSize(takesEffect ? 2 : 3);
    }

    @ParameterizedTest(name = "{0}: {2} after {3} requests, restored: {4}")
    @MethodSource("writes")
    void restores(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        long id = lab.stub.state().delete("acme", "com.example.app", "1.1");
        hurryUpFor(name);
        lab.stub.fault(When.restoring(), fault);
        assertThat(outcomeOf(() -> words(Lab.send(lab.packages.restore(ACME, APP, id)))))
                .isEqualTo(outcome);
        assertThat(lab.stub.requests()).hasSize(requests);
        assertThat(lab.stub.events())
                .filteredOn(event -> event.what() == Event.What.RESTORED)
                .hasSize(takesEffect ? 1 : 0);
    }

    private void hurryUpFor(String name) {
        if (name.startsWith("hang") || name.startsWith("trickle")) {
            lab = lab.impatient();
        }
    }

    private static Arguments row(String name, Fault fault, String outcome, int requests) {
        return arguments(name, fault, outcome, requests);
    }

    private static Arguments write(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        return arguments(name, fault, outcome, requests, takesEffect);
    }

    private static String outcomeOf(Supplier<String> work) {
        try {
            return work.get();
        } catch (PackagesException e) {
            return e.id().toString();
        }
    }

    private static String words(ChangeResponse answer) {
        return answer.succeeded() ? "done" : answer.refused() ? "refused" : "unclear";
    }

    private static Fault manyHeaders() {
        Fault fault = Fault.none();
        for (int i = 0; i < 250; i++) {
            fault = fault.header("X-" + i, "a");
        }
        return fault;
    }

    private static String rows(int count) {
        return IntStream.range(1, count + 1)
                .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"1." + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** 64 MiB of blanks in 64 kB. */
    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1024 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 64; i++) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
