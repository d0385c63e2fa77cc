package io.github.ghpackages.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ghpackages.PackagesException;
import io.github.ghpackages.PackagesException.Id;
import io.github.ghpackages.arguments.ReactorArguments;
import io.github.ghpackages.reactor.FakeReactor;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildEndTest {

    private static final ExecutionEvent EVENT = (ExecutionEvent) Proxy.newProxyInstance(
            BuildEndTest.class.getClassLoader(), new Class<?>[] {ExecutionEvent.class}, (proxy, method, args) -> null);

    private final List<String> happened = new ArrayList<>();
    private FakeReactor build;

    @BeforeEach
    void start(@TempDir Path folder) {
        build = FakeReactor.ofApp(folder);
        build.request().setExecutionListener(mavens());
    }

    /** Maven's own listener, which prints the summary. */
    private ExecutionListener mavens() {
        return (ExecutionListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExecutionListener.class}, (proxy, method, args) -> {
                    happened.add(method.getName());
                    return null;
                });
    }

    private void register(String execution, Map<String, String> request) {
        BuildEnd.register(
                build.session(), execution, request, requests -> happened.add(execution + " " + requests.size()));
    }

    private void end() {
        build.request().getExecutionListener().sessionEnded(EVENT);
    }

    private static Map<String, String> request(MavenProject module, String... wish) {
        Map<String, String> request = new HashMap<>(
                Map.of(ReactorArguments.MODULE, module.getId(), ReactorArguments.KEY, ReactorProjects.key(module)));
        if (wish.length > 0) {
            request.put(wish[0], wish[1]);
        }
        return request;
    }

    @Test
    void works_once_for_all_modules_of_an_execution_before_maven_sums_up() {
        register("prune", Map.of("module", "a"));
        register("prune", Map.of("module", "b"));
        register("prune", Map.of("module", "c"));
        assertThat(happened).isEmpty();

        end();

        assertThat(happened).containsExactly("prune 3", "sessionEnded");
    }

    @Test
    void works_for_each_execution_in_the_order_of_registration() {
        register("second-in-the-alphabet", Map.of("module", "a"));
        register("first", Map.of("module", "a"));
        register("second-in-the-alphabet", Map.of("module", "b"));

        end();

        assertThat(happened).containsExactly("second-in-the-alphabet 2", "first 1", "sessionEnded");
    }

    @Test
    void mavens_listener_stays_if_nothing_is_registered() {
        ExecutionListener mavens = build.request().getExecutionListener();

        assertThat(build.request().getExecutionListener()).isSameAs(mavens);
        end();
        assertThat(happened).containsExactly("sessionEnded");
    }

    @Test
    void a_build_without_a_listener_works_too() {
        build.request().setExecutionListener(null);
        register("prune", Map.of("module", "a"));

        end();

        assertThat(happened).containsExactly("prune 1");
    }

    @Test
    void all_other_events_are_passed_on() throws Exception {
        register("prune", Map.of("module", "a"));
        List<String> expected = new ArrayList<>();
        for (var method : ExecutionListener.class.getMethods()) {
            if (!method.getName().equals("sessionEnded")) {
                method.invoke(build.request().getExecutionListener(), EVENT);
                expected.add(method.getName());
            }
        }

        assertThat(happened).hasSizeGreaterThan(15).containsExactlyElementsOf(expected);
    }

    static List<Throwable> whatCanBeThrown() {
        return List.of(
                new IllegalStateException("broken"),
                new StackOverflowError("broken"),
                new OutOfMemoryError("broken"),
                new NoClassDefFoundError("broken"),
                new IOException("broken"));
    }

    @ParameterizedTest
    @MethodSource("whatCanBeThrown")
    void whatever_the_work_throws_fails_the_build_and_stops_nothing_else(Throwable thrown) {
        register("first", Map.of("module", "a"));
        BuildEnd.register(
                build.session(),
                "broken",
                Map.of("module", "a"),
                requests -> BuildEndTest.<RuntimeException>rethrow(thrown));
        register("last", Map.of("module", "a"));

        end();

        assertThat(happened).containsExactly("first 1", "last 1", "sessionEnded");
        assertThat(build.session().getResult().getExceptions()).containsExactly(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void modules_may_register_at_the_same_time() throws Exception {
        int threads = 16;
        List<String> runs = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService modules = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> registered = new ArrayList<>();
            for (int i = 0; i < threads * 10; i++) {
                Map<String, String> request = Map.of("module", "m" + i);
                String execution = "execution" + i % 3;
                registered.add(modules.submit(() -> {
                    start.await();
                    BuildEnd.register(
                            build.session(), execution, request, all -> runs.add(execution + " " + all.size()));
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : registered) {
                each.get();
            }
        } finally {
            modules.shutdownNow();
        }

        end();

        assertThat(runs).containsExactlyInAnyOrder("execution0 54", "execution1 53", "execution2 53");
        assertThat(happened).containsExactly("sessionEnded");
    }

    @Test
    void another_build_in_the_same_process_starts_clean(@TempDir Path folder) {
        register("prune", Map.of("module", "a"));
        build = FakeReactor.ofApp(folder);
        build.request().setExecutionListener(mavens());
        register("prune", Map.of("module", "b"));

        end();

        assertThat(happened).containsExactly("prune 1", "sessionEnded");
    }

    @Test
    void what_is_kept_between_modules_is_of_jdk_types() {
        register("prune", Map.of("module", "a"));

        var data = build.session().getRepositorySession().getData();
        assertThat(data.get("io.github.ghpackages.requests").getClass().getName())
                .startsWith("java.");
        assertThat(data.get("io.github.ghpackages.work").getClass().getName()).startsWith("java.");
    }

    @Test
    void the_modules_are_those_that_registered_in_the_order_of_the_reactor() {
        MavenProject app = build.project();
        MavenProject lib = build.module("lib");
        build.module("docs");
        MavenProject web = build.module("web");

        Set<String> keys = Set.of(ReactorProjects.key(web), ReactorProjects.key(app), ReactorProjects.key(lib));

        assertThat(BuildEnd.modules(build.session(), keys)).containsExactly(app, lib, web);
    }

    @Test
    void a_module_is_found_again_whatever_other_plugins_have_made_of_it() {
        MavenProject lib = build.module("lib");
        Set<String> keys = Set.of(ReactorProjects.key(lib));

        lib.setVersion("3.0");
        lib.setPomFile(new File("target/.flattened-pom.xml"));

        assertThat(BuildEnd.modules(build.session(), keys)).containsExactly(lib);
    }

    @Test
    void an_argument_that_only_some_modules_have_is_refused() {
        MavenProject app = build.project();
        MavenProject lib = build.module("lib");

        assertThatThrownBy(() ->
                        ReactorArguments.requireAgreement(List.of(request(app), request(lib, "keepVersions", "1.0"))))
                .hasMessageContaining("com.example:lib:jar:3.0-SNAPSHOT says 1.0,"
                        + " com.example:app:jar:3.0-SNAPSHOT says nothing for keepVersions.");
    }

    @Test
    void a_token_in_a_url_is_not_shown_if_modules_have_different_ones() {
        List<Map<String, String>> requests = List.of(
                Map.of("module", "a", "registryUrl", "https://host/acme/app?access_token=s3cret"),
                Map.of("module", "b", "registryUrl", "https://me:s3cret@host/acme/lib"));

        assertThatThrownBy(() -> ReactorArguments.requireAgreement(requests))
                .hasMessageContaining("a says https://host/acme/app, b says https://host/acme/lib for registryUrl.")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void modules_with_different_arguments_are_refused() {
        MavenProject app = build.project();
        MavenProject lib = build.module("lib");

        PackagesException refusal = catchThrowableOfType(
                PackagesException.class,
                () -> ReactorArguments.requireAgreement(
                        List.of(request(app, "keepReleases", "5"), request(lib, "keepReleases", "6"))));

        assertThat(refusal.id()).isEqualTo(Id.INVALID_PARAMETER);
        assertThat(refusal.tried()).isEqualTo("Joining the modules of this build into one run failed.");
        assertThat(refusal.reason())
                .isEqualTo("They configure the same execution differently: com.example:app:jar:3.0-SNAPSHOT says 5,"
                        + " com.example:lib:jar:3.0-SNAPSHOT says 6 for keepReleases.");
        assertThat(refusal.remedy())
                .isEqualTo("Configure the execution once, in the parent, or give different executions different ids."
                        + " Nothing was changed.");
    }
}
