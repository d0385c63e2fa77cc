package io.github.ghpackages.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ghpackages.stub.Fault;
import io.github.ghpackages.stub.StubGitHub;
import io.github.ghpackages.stub.When;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs right before a DELETE leaves must not be old by then. */
class LastLookTest {

    private final StubGitHub stub = StubGitHub.start();
    private final HttpSettings settings = QuickHttp.settings(
            URI.create(stub.url()), new Token(stub.accounts().adminToken("octocat", "acme/app"), "a test"));
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        stub.close();
    }

    private URI version(int id) {
        return URI.create(stub.url() + "/orgs/acme/packages/maven/com.example.app/versions/" + id);
    }

    @Test
    void runs_again_where_a_limit_came_while_it_looked() {
        stub.fault(
                When.path("/user"),
                Fault.answer(429).header("Retry-After", "60").once());
        try (HttpApi http = QuickHttp.open(settings)) {
            QuickHttp.send(http.deletion(version(7)), () -> {
                looks.incrementAndGet();
                http.get(URI.create(stub.url() + "/user"));
            });
        }
        assertThat(looks).hasValue(2);
        assertThat(stub.count(When.deleting())).isEqualTo(1);
    }

    @Test
    void runs_for_no_more_deletions_than_may_leave_at_once() throws Exception {
        AtomicInteger looking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (HttpApi http = new HttpApi(QuickHttp.withConcurrency(settings, 2))) {
            List<Callable<Response>> deletions = IntStream.rangeClosed(1, 16)
                    .<Callable<Response>>mapToObj(id -> () -> QuickHttp.send(http.deletion(version(id)), () -> {
                        most.accumulateAndGet(looking.incrementAndGet(), Math::max);
                        looks.incrementAndGet();
                        http.get(URI.create(stub.url() + "/user"));
                        looking.decrementAndGet();
                    }))
                    .toList();
            for (Future<Response> deletion : threads.invokeAll(deletions)) {
                assertThat(deletion.get().status()).isEqualTo(404);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(looks).hasValue(16);
    }
}
