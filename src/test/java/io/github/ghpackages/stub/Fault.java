package io.github.ghpackages.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What goes wrong with a request: {@code Fault.answer(502).afterEffect().once()}. Each method gives a new fault. A fault that
 * replaces the answer keeps the request from taking effect, unless {@link #afterEffect()} or {@link #effectAfter} says
 * otherwise; one that only harms the answer lets it take effect.
 */
public final class Fault {

    /** When the request does what it asks for. */
    enum Effect {
        NEVER,
        FIRST,
        LATER
    }

    private Effect effect = Effect.FIRST;
    private Duration effectDelay = Duration.ZERO;
    private Duration latency = Duration.ZERO;
    private boolean hangs;
    private Runnable before = () -> {};
    private UnaryOperator<StubAnswer> change = UnaryOperator.identity();
    private int skipped;
    private int times = Integer.MAX_VALUE;

    private Fault() {}

    private Fault but(Consumer<Fault> difference) {
        Fault copy = new Fault();
        copy.effect = effect;
        copy.effectDelay = effectDelay;
        copy.latency = latency;
        copy.hangs = hangs;
        copy.before = before;
        copy.change = change;
        copy.skipped = skipped;
        copy.times = times;
        difference.accept(copy);
        return copy;
    }

    private static Fault harming(UnaryOperator<StubAnswer> change) {
        return none().but(fault -> fault.change = change);
    }

    private static Fault replacing(UnaryOperator<StubAnswer> change) {
        return harming(change).but(fault -> fault.effect = Effect.NEVER);
    }

    /** This status, with a body as GitHub's errors have it. */
    public static Fault answer(int status) {
        return answer(status, "{\"message\":\"Fault " + status + "\",\"status\":\"" + status + "\"}");
    }

    /** This status and body, said to be JSON. */
    public static Fault answer(int status, String body) {
        return answer(status, "application/json; charset=utf-8", body);
    }

    /** This status and body. */
    public static Fault answer(int status, String contentType, String body) {
        return replacing(common -> StubAnswer.text(status, contentType, body).withDefaults(common.headers()));
    }

    /** This status and these bytes. */
    public static Fault answer(int status, String contentType, byte[] body) {
        return replacing(common -> StubAnswer.bytes(status, contentType, body).withDefaults(common.headers()));
    }

    /** A web page, as a proxy or a log-in portal sends it. */
    public static Fault html(int status) {
        return answer(status, "text/html; charset=utf-8", "<!DOCTYPE html><html><body>Sign in</body></html>");
    }

    /** A redirect. */
    public static Fault redirect(int status, String location) {
        return answer(status, "text/html", "").header("Location", location);
    }

    /** The connection is reset. */
    public static Fault reset() {
        return replacing(common -> StubAnswer.broken(StubAnswer.Delivery.RESET));
    }

    /** The connection closes without an answer. */
    public static Fault closed() {
        return replacing(common -> StubAnswer.broken(StubAnswer.Delivery.CLOSED));
    }

    /** Bytes that are no HTTP, then the connection closes. */
    public static Fault garbage() {
        return replacing(common -> StubAnswer.broken(StubAnswer.Delivery.GARBAGE));
    }

    /** No answer until the stub stops. */
    public static Fault hang() {
        return reset().but(fault -> fault.hangs = true);
    }

    /** The true answer, of which only the first half arrives. */
    public static Fault truncated() {
        return harming(answer -> answer.with(StubAnswer.Delivery.CUT));
    }

    /** The true answer, in small pieces over two seconds. */
    public static Fault trickle() {
        return harming(answer -> answer.with(StubAnswer.Delivery.TRICKLE));
    }

    /** The true answer, later; the effect comes later too. */
    public static Fault latency(Duration wait) {
        return none().but(fault -> fault.latency = wait);
    }

    /** The true answer with another body: {@code body -> "[]"}. */
    public static Fault body(UnaryOperator<String> rewrite) {
        return harming(answer -> answer.withBody(rewrite.apply(answer.text()).getBytes(UTF_8)));
    }

    /** The true answer, after something else has happened: a version that appears between two pages. */
    public static Fault first(Runnable action) {
        return none().but(fault -> fault.before = action);
    }

    /** The true answer; a start for {@link #header} and {@link #without}. */
    public static Fault none() {
        return new Fault();
    }

    /** Something else happens before it is answered. */
    public Fault meanwhile(Runnable action) {
        return but(fault -> fault.before = action);
    }

    /** The request takes effect all the same, before the fault shows. */
    public Fault afterEffect() {
        return but(fault -> fault.effect = Effect.FIRST);
    }

    /** The request takes effect all the same, but only this long after it came. */
    public Fault effectAfter(Duration delay) {
        return but(fault -> {
            fault.effect = Effect.LATER;
            fault.effectDelay = delay;
        });
    }

    /** The answer carries this header too, or instead. */
    public Fault header(String name, String value) {
        return but(fault ->
                fault.change = answer -> change.apply(answer).without(name).with(name, value));
    }

    /** The answer does not carry this header. */
    public Fault without(String name) {
        return but(fault -> fault.change = answer -> change.apply(answer).without(name));
    }

    /** For the first request that matches only. */
    public Fault once() {
        return times(1);
    }

    /** For so many requests that match. */
    public Fault times(int requests) {
        return but(fault -> fault.times = requests);
    }

    /** Not for the first so many requests that match. */
    public Fault after(int requests) {
        return but(fault -> fault.skipped = requests);
    }

    Effect effect() {
        return effect;
    }

    Duration effectDelay() {
        return effectDelay;
    }

    Duration latency() {
        return latency;
    }

    boolean hangs() {
        return hangs;
    }

    Runnable before() {
        return before;
    }

    StubAnswer harm(StubAnswer answer) {
        return change.apply(answer);
    }

    boolean meets(int earlierMatches) {
        return earlierMatches >= skipped && earlierMatches - skipped < times;
    }
}
