package io.github.ghpackages.stub;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes a request through its fault to the REST API or the registry. */
final class Dispatcher {

    private static final Set<String> REST =
            Set.of("user", "users", "orgs", "organizations", "repos", "rate_limit", "meta");
    private static final String SERVER_API = "/api/v3";

    private final World world;
    private final RestApi rest;
    private final MavenRegistry registry;
    private final Faults faults;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Dispatcher(World world, Faults faults) {
        this.world = world;
        this.rest = new RestApi(world);
        this.registry = new MavenRegistry(world);
        this.faults = faults;
    }

    /** Lets everything that hangs or waits go on. */
    void stop() {
        stopped.countDown();
    }

    StubAnswer answer(StubRequest request, byte[] body) {
        world.limits().enter();
        try {
            Fault fault = faults.next(request).orElse(Fault.none());
            fault.before().run();
            pause(world.behaviour().latency().plus(fault.latency()));
            StubAnswer answer = take(request, body, fault);
            if (fault.hangs()) {
                pause(Duration.ofHours(1));
            }
            return fault.harm(answer);
        } finally {
            world.limits().leave();
        }
    }

    private StubAnswer take(StubRequest request, byte[] body, Fault fault) {
        return switch (fault.effect()) {
            case FIRST -> handle(request, body);
            case NEVER -> withCommonHeaders(StubAnswer.empty(200));
            case LATER -> {
                CompletableFuture.delayedExecutor(fault.effectDelay().toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> handle(request, body));
                yield withCommonHeaders(StubAnswer.empty(200));
            }
        };
    }

    private void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StubAnswer handle(StubRequest request, byte[] body) {
        synchronized (world) {
            try {
                return withCommonHeaders(route(request, body));
            } catch (Refusal refusal) {
                return withCommonHeaders(refusal.answer());
            }
        }
    }

    private StubAnswer route(StubRequest request, byte[] body) {
        String path = request.path();
        if (isForTheApi(request) && !isOfTheApi(request)) {
            throw Refusal.notFound();
        }
        if (path.startsWith(Blobs.PATH)) {
            return world.blobs().answer(request);
        }
        if (world.isServer()) {
            return path.startsWith(SERVER_API + "/")
                    ? rest(request, request.segments(SERVER_API))
                    : registry.answer(request, body, mavenPath(request));
        }
        List<String> segments = request.segments("");
        return REST.contains(segments.get(0)) ? rest(request, segments) : registry.answer(request, body, segments);
    }

    private static boolean isForTheApi(StubRequest request) {
        return request.header("X-GitHub-Api-Version").isPresent();
    }

    private boolean isOfTheApi(StubRequest request) {
        return world.isServer()
                ? request.path().startsWith(SERVER_API + "/")
                : REST.contains(request.segments("").get(0));
    }

    private static List<String> mavenPath(StubRequest request) {
        String isolated = "/_registry/maven";
        return request.segments(request.path().startsWith(isolated + "/") ? isolated : "");
    }

    private StubAnswer rest(StubRequest request, List<String> path) {
        world.gate().checkHeaders(request);
        StubToken token = world.gate().token(request);
        StubAnswer answer = limited(request, token, path).orElseGet(() -> operation(request, token, path));
        return answer.withDefaults(world.gate().headers(token))
                .withDefaults(Map.of("X-Accepted-OAuth-Scopes", RestApi.acceptedScopes(request, path)));
    }

    private Optional<StubAnswer> limited(StubRequest request, StubToken token, List<String> path) {
        return world.limits().check(request, token, path.get(0).equals("rate_limit"), world.now());
    }

    private StubAnswer operation(StubRequest request, StubToken token, List<String> path) {
        try {
            if (path.contains("")) {
                throw Refusal.notFound();
            }
            return rest.answer(request, token, path);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private StubAnswer withCommonHeaders(StubAnswer answer) {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("Server", "github.com");
        common.put(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(world.now().atOffset(ZoneOffset.UTC)));
        common.put("X-GitHub-Media-Type", "github.v3; format=json");
        common.put("X-GitHub-Request-Id", UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        return answer.withDefaults(common);
    }
}
