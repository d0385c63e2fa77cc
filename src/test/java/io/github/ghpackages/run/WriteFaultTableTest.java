package io.github.ghpackages.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ghpackages.github.GitHubPackages;
import io.github.ghpackages.http.HttpApi;
import io.github.ghpackages.http.HttpSettings;
import io.github.ghpackages.http.QuickHttp;
import io.github.ghpackages.retention.Selection;
import io.github.ghpackages.run.Scene.Until;
import io.github.ghpackages.stub.Event;
import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.When;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every fault: what a deletion and a restore come to once the registry has been asked, how often they were sent for it, and
 * that nothing happened twice. What a listing comes to, and that a write is sent once before anything is looked up, is in
 * the fault table of {@code github}.
 */
class WriteFaultTableTest extends RunSetting {

    private static final String LIMIT = "{\"message\":\"You have exceeded a secondary rate limit.\"}";
    private static final String LOCKED = "{\"message\":\"Maximum number of login attempts exceeded.\"}";
    private static final String SSO = "required; url=https://github.com/orgs/acme/sso?authorization_request=AX";
    private static final Duration LATER = Duration.ofMillis(300);

    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String REFUSED = "refused";
    private static final String NOT_ATTEMPTED = "not-attempted";

    private static final String ELSEWHERE = "http://127.0.0.2:9/";

    private HttpApi http;

    @BeforeEach
    void start() {
        scene.publish("1.0", "2.0", "3.0");
        HttpSettings settings =
                QuickHttp.withTimeouts(scene.settings(scene.token()), Duration.ofSeconds(20), Duration.ofMillis(400));
        http = QuickHttp.open(settings);
    }

    @AfterEach
    void stop() {
        http.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                row("no fault", Fault.none(), DONE, 1, true),
                row("500 once", Fault.answer(500).once(), DONE, 2, true),
                row("500 always", Fault.answer(500), FAILED, 3, false),
                row("500 although it worked", Fault.answer(500).afterEffect(), DONE, 1, true),
                row("500, the effect seen later", Fault.answer(500).effectAfter(LATER), DONE, 1, true),
                row("502 always", Fault.answer(502), FAILED, 3, false),
                row("502, the effect seen later", Fault.answer(502).effectAfter(LATER), DONE, 1, true),
                row("503 twice", Fault.answer(503).times(2), DONE, 3, true),
                row("503 although it worked", Fault.answer(503).afterEffect(), DONE, 1, true),
                row("504 always", Fault.answer(504), FAILED, 3, false),
                row("504 although it worked", Fault.answer(504).afterEffect(), DONE, 1, true),
                row("reset before, once", Fault.reset().once(), DONE, 2, true),
                row("reset before, always", Fault.reset(), FAILED, 3, false),
                row("reset after", Fault.reset().afterEffect(), DONE, 1, true),
                row("reset, the effect seen later", Fault.reset().effectAfter(LATER), DONE, 1, true),
                row("hang before, once", Fault.hang().once(), DONE, 2, true),
                row("hang after", Fault.hang().afterEffect(), DONE, 1, true),
                row("hang, the effect seen later", Fault.hang().effectAfter(LATER), DONE, 1, true),
                row("closed before, once", Fault.closed().once(), DONE, 2, true),
                row("closed after", Fault.closed().afterEffect(), DONE, 1, true),
                row("no HTTP at all, once", Fault.garbage().once(), DONE, 2, true),
                row("no HTTP at all, after", Fault.garbage().afterEffect(), DONE, 1, true),
                row("200 with a web page", Fault.html(200), FAILED, 3, false),
                row("200 with a web page, although it worked", Fault.html(200).afterEffect(), DONE, 1, true),
                row("202 with a web page, once", Fault.html(202).once(), DONE, 2, true),
                row("404 with a web page", Fault.html(404), FAILED, 3, false),
                row("403 with a web page, although it worked", Fault.html(403).afterEffect(), DONE, 1, true),
                row("200 with a list", Fault.answer(200, "[]"), FAILED, 3, false),
                row(
                        "200 with an object, although it worked",
                        Fault.answer(200, "{}").afterEffect(),
                        DONE,
                        1,
                        true),
                row("200 with deep JSON", Fault.answer(200, "[".repeat(100_000)), FAILED, 3, false),
                row("304", Fault.answer(304, ""), FAILED, 3, false),
                row("408 although it worked", Fault.answer(408).afterEffect(), DONE, 1, true),
                row("404", Fault.answer(404), REFUSED, 1, false),
                row("410", Fault.answer(410), REFUSED, 1, false),
                row("422", Fault.answer(422), REFUSED, 1, false),
                row("451", Fault.answer(451), REFUSED, 1, false),
                row("API version refused", Fault.answer(400), REFUSED, 1, false),
                row("token expired", Fault.answer(401), REFUSED, 1, false),
                row("token locked out", Fault.answer(403, LOCKED), REFUSED, 1, false),
                row("single sign-on wanted", Fault.answer(403).header("X-GitHub-SSO", SSO), REFUSED, 1, false),
                row("redirect elsewhere", Fault.redirect(307, ELSEWHERE), FAILED, 1, false),
                row(
                        "redirect elsewhere, although it worked",
                        Fault.redirect(307, ELSEWHERE).afterEffect(),
                        DONE,
                        1,
                        true),
                row(
                        "redirect elsewhere, the effect seen later",
                        Fault.redirect(307, ELSEWHERE).effectAfter(LATER),
                        DONE,
                        1,
                        true),
                row("redirect that makes it a GET", Fault.redirect(303, "/"), FAILED, 1, false),
                row(
                        "redirect that makes it a GET, although it worked",
                        Fault.redirect(303, "/").afterEffect(),
                        DONE,
                        1,
                        true),
                row("truncated, although it worked", Fault.truncated().afterEffect(), DONE, 1, true),
                row(
                        "429 once",
                        Fault.answer(429, LIMIT).header("Retry-After", "30").once(),
                        DONE,
                        2,
                        true),
                row("429 for an hour", Fault.answer(429).header("Retry-After", "3600"), NOT_ATTEMPTED, 1, false),
                row("403 limit, no end", Fault.answer(403, LIMIT), NOT_ATTEMPTED, 4, false));
    }

    @ParameterizedTest(name = "{0}: {2} after {3} requests, deleted: {4}")
    @MethodSource("faults")
    void deletes(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        scene.stub().fault(When.deleting(), fault);
        waitForWhatComesLater(name, Event.What.DELETED);

        Scene.Done done = scene.prune(Scene.deleting("1.0"), scene.journal("delete"), app());

        assertThat(Scene.outcomes(done).get("1.0")).startsWith(outcome.equals(DONE) ? "deleted" : outcome);
        if (name.startsWith("redirect") && takesEffect) {
            assertThat(Scene.outcomes(done).get("1.0"))
                    .isEqualTo("deleted: the answer was a redirect that is not followed, and it is gone");
        }
        assertThat(scene.stub().count(When.deleting())).isEqualTo(requests);
        assertThat(happened(Event.What.DELETED)).isEqualTo(takesEffect ? 1 : 0);
        assertThat(scene.active()).hasSize(takesEffect ? 2 : 3).contains("2.0", "3.0");
        assertThat(scene.journalledDeletions())
                .as("what an undo looks at")
                .isEqualTo(takesEffect ? List.of("1.0") : List.of());
    }

    @ParameterizedTest(name = "{0}: {2} after {3} requests, restored: {4}")
    @MethodSource("faults")
    void restores(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        scene.stub().state().delete("acme", Scene.APP, "1.0");
        scene.stub().fault(When.restoring(), fault);
        waitForWhatComesLater(name, Event.What.RESTORED);

        Restore restore = scene.restore();
        restore.restore(app(), new RestoreSelection().byName(app(), Selection.ofVersions(List.of("1.0"))));

        assertThat(Scene.outcomes(restore).get("1.0")).startsWith(outcome.equals(DONE) ? "restored" : outcome);
        assertThat(scene.stub().count(When.restoring())).isEqualTo(requests);
        assertThat(happened(Event.What.RESTORED)).isEqualTo(takesEffect ? 1 : 0);
        assertThat(scene.active()).hasSize(takesEffect ? 3 : 2).contains("2.0", "3.0");
    }

    /** It is sent once only, whatever comes back, but where a limit says that it had no effect. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void deletesPackages(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        scene.stub().fault(When.deleting(), fault);
        waitForWhatComesLater(name, Event.What.PACKAGE_DELETED);
        boolean limited = name.contains("429") || name.contains("limit");
        boolean gone = takesEffect && (limited || requests == 1);

        Scene.Done done = scene.prune(Scene.DELETE_ALL, app());

        assertThat(Scene.outcomes(done).get("1.0"))
                .startsWith(gone ? "deleted" : outcome.equals(DONE) ? FAILED : outcome);
        assertThat(scene.stub().count(When.deleting())).isEqualTo(limited ? requests : 1);
        assertThat(happened(Event.What.PACKAGE_DELETED)).isEqualTo(gone ? 1 : 0);
        assertThat(scene.stub().state().exists("acme", Scene.APP)).isEqualTo(!gone);
        assertThat(scene.lastJournal().deletions()).as("what an undo looks at").hasSize(gone ? 1 : 0);
    }

    private void waitForWhatComesLater(String name, Event.What what) {
        if (name.endsWith("later")) {
            scene.waitForEffect(() -> Until.seen(() -> happened(what) > 0));
        }
    }

    private int happened(Event.What what) {
        return (int) scene.stub().events().stream()
                .filter(event -> event.what() == what)
                .count();
    }

    private TargetPackage app() {
        return scene.app(new GitHubPackages(http));
    }

    private static Arguments row(String name, Fault fault, String outcome, int requests, boolean takesEffect) {
        return arguments(name, fault, outcome, requests, takesEffect);
    }
}
