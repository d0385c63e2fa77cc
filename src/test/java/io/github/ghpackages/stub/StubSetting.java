package io.github.ghpackages.stub;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** What the stub's own tests share: a stub, and a caller with an administrator's token. */
abstract class StubSetting {

    static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    static final String PACKAGE = "/orgs/acme/packages/maven/com.example.app";
    static final String VERSIONS = PACKAGE + "/versions";

    final StubGitHub github = StubGitHub.start();
    final Caller caller = new Caller(github, github.accounts().adminToken("octocat", "acme/app"));
    final StubRegistry state = github.state();

    @AfterEach
    void stop() {
        github.close();
    }

    /** Versions 1.0, 1.1 and so on, each a day younger than the one before. */
    void publish(int versions) {
        state.publish("acme/app", "com.example:app", versions, i -> "1." + i, DAY, Duration.ofDays(1));
    }

    /** The path of version 1.0. */
    String oldest() {
        return VERSIONS + "/" + state.id("acme", "com.example:app", "1.0");
    }

    HttpResponse<String> deleteOldest() {
        return caller.delete(oldest());
    }
}
