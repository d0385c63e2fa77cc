package io.github.ghpackages.build;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * Does the work of a goal that is bound to a phase once, when the session ends, instead of once per module. Counting modules or
 * looking for the last one fails under {@code -T}, {@code -rf} and {@code --fail-at-end}.
 *
 * <p>What is kept between the modules is kept in the session's repository data and made of JDK types: modules may see this
 * class through different class loaders, and a Maven daemon starts every build clean.
 */
public final class BuildEnd {

    private static final String REQUESTS = "io.github.ghpackages.requests";
    private static final String WORK = "io.github.ghpackages.work";

    private BuildEnd() {}

    /**
     * Registers one module's request. The first module of an execution also says what is to be done with all of them.
     *
     * @param execution the same for all modules whose work is done together
     * @param request what this module wants, by name
     * @param work gets all requests of this execution when the session ends
     */
    public static void register(
            MavenSession session,
            String execution,
            Map<String, String> request,
            Consumer<List<Map<String, String>>> work) {
        Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
        Queue<Map<String, String>> existing = executions(session).putIfAbsent(execution, requests);
        if (existing != null) {
            existing.add(Map.copyOf(request));
            return;
        }
        requests.add(Map.copyOf(request));
        workAtEnd(session).add(() -> work.accept(List.copyOf(requests)));
    }

    /**
     * The modules of these keys, in the order of the reactor.
     *
     * @param keys as {@link ReactorProjects#key} says; other plugins may have changed a module's version since
     */
    public static List<MavenProject> modules(MavenSession session, Set<String> keys) {
        return session.getProjects().stream()
                .filter(project -> keys.contains(ReactorProjects.key(project)))
                .toList();
    }

    /** The ids of a goal's executions in this build, to be added to. */
    public static Set<String> started(MavenSession session, String goal) {
        return shared(session, "io.github.ghpackages.started." + goal);
    }

    /** The lines that this build has logged for all its modules, to be added to. */
    public static Set<String> logged(MavenSession session) {
        return shared(session, "io.github.ghpackages.logged");
    }

    @SuppressWarnings("unchecked")
    private static Set<String> shared(MavenSession session, String key) {
        SessionData data = session.getRepositorySession().getData();
        data.set(key, null, ConcurrentHashMap.newKeySet());
        return (Set<String>) data.get(key);
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, Queue<Map<String, String>>> executions(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(REQUESTS, null, new ConcurrentHashMap<String, Queue<Map<String, String>>>());
        return (ConcurrentMap<String, Queue<Map<String, String>>>) data.get(REQUESTS);
    }

    @SuppressWarnings("unchecked")
    private static Queue<Runnable> workAtEnd(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        Queue<Runnable> created = new ConcurrentLinkedQueue<>();
        if (data.set(WORK, null, created)) {
            MavenExecutionRequest request = session.getRequest();
            ExecutionListener next = request.getExecutionListener();
            request.setExecutionListener(new SessionEndListener(
                    next == null ? new AbstractExecutionListener() : next, created, session.getResult()::addException));
        }
        return (Queue<Runnable>) data.get(WORK);
    }

    /**
     * Works when the session ends, before it delegates, so that the summary which Maven prints already knows of a failure. Each
     * piece of work is done, whatever another one throws.
     */
    static final class SessionEndListener implements ExecutionListener {

        private final ExecutionListener next;
        private final Queue<Runnable> work;
        private final Consumer<Throwable> failures;

        /**
         * @param next is called after the work
         * @param work to do at the end of the session
         * @param failures takes what the work throws, to fail the build with it
         */
        SessionEndListener(ExecutionListener next, Queue<Runnable> work, Consumer<Throwable> failures) {
            this.next = next;
            this.work = work;
            this.failures = failures;
        }

        @Override
        public void projectDiscoveryStarted(ExecutionEvent event) {
            next.projectDiscoveryStarted(event);
        }

        @Override
        public void sessionStarted(ExecutionEvent event) {
            next.sessionStarted(event);
        }

        @Override
        public void sessionEnded(ExecutionEvent event) {
            try {
                work.forEach(this::run);
            } finally {
                next.sessionEnded(event);
            }
        }

        /** Errors too: Maven would report a success first and then print what a listener throws. */
        private void run(Runnable piece) {
            try {
                piece.run();
            } catch (Throwable thrown) {
                failures.accept(thrown);
            }
        }

        @Override
        public void projectSkipped(ExecutionEvent event) {
            next.projectSkipped(event);
        }

        @Override
        public void projectStarted(ExecutionEvent event) {
            next.projectStarted(event);
        }

        @Override
        public void projectSucceeded(ExecutionEvent event) {
            next.projectSucceeded(event);
        }

        @Override
        public void projectFailed(ExecutionEvent event) {
            next.projectFailed(event);
        }

        @Override
        public void mojoSkipped(ExecutionEvent event) {
            next.mojoSkipped(event);
        }

        @Override
        public void mojoStarted(ExecutionEvent event) {
            next.mojoStarted(event);
        }

        @Override
        public void mojoSucceeded(ExecutionEvent event) {
            next.mojoSucceeded(event);
        }

        @Override
        public void mojoFailed(ExecutionEvent event) {
            next.mojoFailed(event);
        }

        @Override
        public void forkStarted(ExecutionEvent event) {
            next.forkStarted(event);
        }

        @Override
        public void forkSucceeded(ExecutionEvent event) {
            next.forkSucceeded(event);
        }

        @Override
        public void forkFailed(ExecutionEvent event) {
            next.forkFailed(event);
        }

        @Override
        public void forkedProjectStarted(ExecutionEvent event) {
            next.forkedProjectStarted(event);
        }

        @Override
        public void forkedProjectSucceeded(ExecutionEvent event) {
            next.forkedProjectSucceeded(event);
        }

        @Override
        public void forkedProjectFailed(ExecutionEvent event) {
            next.forkedProjectFailed(event);
        }
    }
}
